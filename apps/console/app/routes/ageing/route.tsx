import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { PageHeader } from '@countersign/ui/page-header'
import { AsOf } from '@countersign/ui/values'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '../../db.server'
import { requireStaff } from '../../guard.server'
import { invoicingMessages } from '../../messages/invoicing'
import { officeDay } from '../../office.server'
import { pageTitle } from '../../reader'
import { AgeingTable } from './ageing-table'
import { OverdueTable } from './overdue-table'
import { ageingPage } from './queries.server'
import { ToPayBack } from './to-pay-back'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'finance')
  const now = new Date()
  const today = officeDay(now)
  return { ...(await db.read(staff, (tx) => ageingPage(tx, today))), at: now.toISOString() }
}

export default function Ageing() {
  const { customers, totals, overdue, overdueCount, toPayBack, at } = useLoaderData<typeof loader>()
  const t = useMessages(invoicingMessages).ageing
  return (
    <Stack gap="loose">
      <PageHeader title={t.title} lead={t.lead} meta={<AsOf at={at} />} />
      {customers.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      ) : (
        <AgeingTable customers={customers} totals={totals} />
      )}
      <Section
        title={t.overdue}
        note={
          overdue.length === 0
            ? t.noneOverdue
            : overdue.length < overdueCount
              ? t.longestOverdue(overdue.length, overdueCount)
              : undefined
        }
      >
        {overdue.length === 0 ? null : <OverdueTable overdue={overdue} />}
      </Section>
      <ToPayBack toPayBack={toPayBack} />
    </Stack>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => invoicingMessages(locale).ageing.title)
