import { found } from '@countersign/http/found'
import { idParam, numberParam } from '@countersign/http/params'
import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import { Notice } from '@countersign/ui/notice'
import { Day } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { decisionsMessages } from '../../messages/decisions'
import { pageTitle } from '../../reader'
import { deliverers } from '../../roles'
import { WeighedTable } from '../appraisal/weighed-table'
import { decisionRecordOf } from './queries.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, ...deliverers)
  const [projectId, number] = [idParam(params.projectId), numberParam(params.number)]
  return { projectId, record: found(await db.read(staff, (tx) => decisionRecordOf(tx, projectId, number))) }
}

export default function DecisionRecord() {
  const { projectId, record } = useLoaderData<typeof loader>()
  const { record: t, by } = useMessages(decisionsMessages)
  const format = useFormat()
  const { number, title, context, decision, reason, decidedOn, weighed } = record
  return (
    <>
      <Section title={t.titleOf(number, title)}>
        <p>
          <a href={`/projects/${projectId}/decisions`}>{t.back}</a>
        </p>
        {weighed && !weighed.isBest ? <Notice tone="warning">{t.notBest}</Notice> : null}
        <Card>
          <Facts
            facts={[
              { label: t.decision, value: <Prose text={decision} /> },
              { label: t.reason, value: <Prose text={reason || t.noReason} /> },
              ...(context ? [{ label: t.context, value: <Prose text={context} /> }] : []),
              { label: t.decidedOn, value: <Day on={decidedOn} /> },
              { label: by, value: `${record.by}, ${format.instant(record.at)}` },
            ]}
          />
        </Card>
      </Section>
      {weighed ? (
        <Section title={t.alternatives}>
          <Card>
            <WeighedTable
              caption={t.alternatives}
              weighed={weighed}
              chosen={weighed.chosen}
              cell={(option, criterion) => weighed.scores[option]?.[criterion] ?? '–'}
            />
          </Card>
        </Section>
      ) : null}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (locale) =>
    decisionsMessages(locale).record.titleOf(args.data?.record.number ?? 1, args.data?.record.title ?? ''),
  )
