import type { Tx } from '@countersign/db/connect'
import { dunningPauses, invoices } from '@countersign/db/tables/billing'
import { customers } from '@countersign/db/tables/people'
import { invoiceStates } from '@countersign/db/views/invoices'
import { daysBetween, type LocalDate } from '@countersign/domain/calendar-day'
import { ageingBucket, ageingBuckets } from '@countersign/domain/invoicing/dunning'
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** More than anybody calls in a day. */
const mostOverdue = 100

/** What is open, by customer, currency and age; and the overdue invoices, the longest first. */
export async function ageingPage(tx: Tx, today: LocalDate) {
  const rows = await tx
    .select({
      id: invoices.id,
      number: invoices.number,
      customerId: customers.id,
      customer: customers.name,
      currency: invoices.currency,
      dueOn: invoices.dueOn,
      openMinor: invoiceStates.openMinor,
      level: sql<number | null>`(select max(s.level) from public.invoice_sendings s
        where s.invoice_id = ${invoices.id} and s.level > 0)`,
      isPaused: sql<boolean>`${dunningPauses.invoiceId} is not null`,
    })
    .from(invoices)
    .innerJoin(invoiceStates, eq(invoiceStates.invoiceId, invoices.id))
    .innerJoin(customers, eq(customers.id, invoices.customerId))
    .leftJoin(dunningPauses, eq(dunningPauses.invoiceId, invoices.id))
    .where(and(eq(invoices.kind, 'invoice'), gt(invoiceStates.openMinor, 0n)))
    .orderBy(asc(invoices.dueOn), asc(invoices.number))
  const overpaid = await tx
    .select({
      id: invoices.id,
      number: invoices.number,
      customer: customers.name,
      currency: invoices.currency,
      openMinor: invoiceStates.openMinor,
    })
    .from(invoices)
    .innerJoin(invoiceStates, eq(invoiceStates.invoiceId, invoices.id))
    .innerJoin(customers, eq(customers.id, invoices.customerId))
    .where(and(eq(invoices.kind, 'invoice'), lt(invoiceStates.openMinor, 0n)))
    .orderBy(asc(invoices.number))
  const late = rows.filter(({ dueOn }) => dueOn < today)
  const keys = [...new Set(rows.map(({ customerId, currency }) => `${customerId} ${currency}`))]
  const sumBy = (of: typeof rows, currency: string) => {
    const inBucket = (bucket: (typeof ageingBuckets)[number]) =>
      of.filter(({ dueOn }) => ageingBucket(dueOn, today) === bucket)
    const sum = (some: typeof rows) =>
      moneyText(
        some.reduce((total, { openMinor }) => total + openMinor, 0n),
        currency,
      )
    return { amounts: ageingBuckets.map((bucket) => sum(inBucket(bucket))), open: sum(of) }
  }
  return {
    customers: keys
      .map((key) => {
        const of = rows.filter(({ customerId, currency }) => `${customerId} ${currency}` === key)
        const { customerId, customer, currency } = of[0]!
        return { key, customerId, customer, currency, ...sumBy(of, currency) }
      })
      .sort((a, b) => a.customer.localeCompare(b.customer)),
    totals: [...new Set(rows.map(({ currency }) => currency))].sort().map((currency) => ({
      currency,
      ...sumBy(
        rows.filter((each) => each.currency === currency),
        currency,
      ),
    })),
    toPayBack: overpaid.map(({ openMinor, currency, ...row }) => ({
      ...row,
      amount: moneyText(-openMinor, currency),
    })),
    overdueCount: late.length,
    overdue: late.slice(0, mostOverdue).map(({ openMinor, currency, ...row }) => ({
      ...row,
      days: daysBetween(row.dueOn, today),
      open: moneyText(openMinor, currency),
    })),
  }
}

export type AgeingPage = Awaited<ReturnType<typeof ageingPage>>
