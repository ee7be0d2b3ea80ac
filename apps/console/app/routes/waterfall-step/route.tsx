import { hoursText } from '@countersign/domain/work-time'
import { found } from '@countersign/http/found'
import { idParam, notFound } from '@countersign/http/params'
import { LinkButton } from '@countersign/ui/button'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, AsOf, Day } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { marginsMessages } from '../../messages/margins'
import { pageTitle } from '../../reader'
import { moneyReaders } from '../project-money/readers'
import { stepPages, waterfallStep, type StepPage } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...moneyReaders)
  const projectId = idParam(params.projectId)
  const step = stepPages.find((each) => each === params.step)
  if (!step) throw notFound()
  const page = found(await db.read(staff, (tx) => waterfallStep(tx, projectId, step)))
  return { ...page, step, projectId, at: new Date().toISOString() }
}

type Entry = SerializeFrom<typeof loader>['entries'][number]

export default function WaterfallStepPage() {
  const { bar, entries, step, projectId, at } = useLoaderData<typeof loader>()
  const { step: t, steps, project } = useMessages(marginsMessages)
  return (
    <Stack gap="loose">
      <Section
        title={t.title(steps[step])}
        note={<AsOf at={at} />}
        actions={
          <>
            <LinkButton href={`/projects/${projectId}/entries`}>{project.toEntries}</LinkButton>
            <LinkButton href={`/projects/${projectId}/money#waterfall`}>{t.back}</LinkButton>
          </>
        }
      >
        {entries.length === 0 ? (
          <EmptyState title={t.empty} />
        ) : (
          <SimpleTable
            caption={t.caption(steps[step])}
            captionHidden
            columns={[
              { key: 'entry', label: t.entry },
              { key: 'detail', label: t.detail },
              { key: 'amount', label: t.amount, numeric: true },
            ]}
            rows={entries.map((entry) => ({
              key: entry.key,
              cells: [
                <Words key="words" entry={entry} />,
                <Detail key="detail" entry={entry} />,
                <Amount key="amount" value={entry.amount} />,
              ],
            }))}
            foot={[t.total, '', <Amount key="total" value={bar} />]}
          />
        )}
      </Section>
    </Stack>
  )
}

function Words({ entry: { what } }: { entry: Entry }) {
  const { step: t } = useMessages(marginsMessages)
  if (what.is === 'package') {
    const type = t.costTypes[what.type as keyof typeof t.costTypes] ?? what.type
    return <>{t.package(what.name, type)}</>
  }
  if (what.is === 'change') return <>{t.change(what.number, what.name)}</>
  if ('name' in what) {
    if (what.is === 'vendor') return <>{what.name}</>
    return <>{t[what.is](what.name)}</>
  }
  return <>{t[what.is]}</>
}

function Detail({ entry: { what, minutes, on } }: { entry: Entry }) {
  const { step: t } = useMessages(marginsMessages)
  const format = useFormat()
  if (what.is === 'package')
    return <>{t.packageDetail(format.amount(what.before), format.amount(what.now))}</>
  if (on) return <Day on={on} short />
  return <>{minutes === null ? '' : `${hoursText(minutes)} h`}</>
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) => {
    const { step, steps } = marginsMessages(locale)
    return step.title(steps[(args.data?.step ?? 'sold') as StepPage])
  })
