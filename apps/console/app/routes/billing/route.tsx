import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { Amount, AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { moneyMessages } from '../../messages/money'
import { pageTitle } from '../../reader'
import { BillableProject } from './billable-project'
import { NotYetBillable } from './not-yet-billable'
import { milestonesToBill } from './queries.server'
import { byProject, sumsOf } from './schedule'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  return { milestones: await db.read(staff, milestonesToBill), at: new Date().toISOString() }
}

export default function Billing() {
  const { milestones, at } = useLoaderData<typeof loader>()
  const t = useMessages(moneyMessages).billing
  const billable = milestones.filter(({ state }) => state === 'billable')
  const notYet = milestones.filter(({ state }) => state === 'not-yet')
  const figures = [
    ...sumsOf(billable).map((each) => ({ ...each, label: t.now(each.sum.currency), tone: 'good' as const })),
    ...sumsOf(notYet).map((each) => ({ ...each, label: t.later(each.sum.currency), tone: 'plain' as const })),
  ]
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} meta={<AsOf at={at} />} />
      {figures.length > 0 ? (
        <KeyFigures
          figures={figures.map(({ label, tone, count, sum }) => ({
            label,
            tone,
            value: <Amount value={sum} />,
            note: t.milestones(count),
          }))}
        />
      ) : null}
      <Section title={t.billable} note={billable.length > 0 ? t.previewNote : undefined}>
        {billable.length === 0 ? <EmptyState title={t.nothing}>{t.nothingHint}</EmptyState> : null}
        {byProject(billable).map((project) => (
          <BillableProject key={project.projectId} {...project} />
        ))}
      </Section>
      <Section title={t.notYet} note={notYet.length > 0 ? t.notYetNote : t.allBilled}>
        {notYet.length > 0 ? <NotYetBillable milestones={notYet} /> : null}
      </Section>
    </Stack>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => moneyMessages(locale).billing.title)
