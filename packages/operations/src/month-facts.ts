import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { JournalKind } from '@countersign/domain/journal'
import { sql, type SQL } from 'drizzle-orm'

/** Days after `afterOn` (from the beginning where null) up to `toOn`. */
export type Period = { afterOn: LocalDate | null; toOn: LocalDate }
export type FactKind = Exclude<JournalKind, 'revenue'>

/** What is booked of a project, in the contract's currency; signed, not yet debit and credit. */
export type Fact = {
  kind: FactKind
  projectId: string
  /** Null for a month's hours together. */
  sourceId: string | null
  bookedOn: LocalDate
  amountMinor: bigint
  /** A number or words that a bookkeeper finds it by. */
  named: string
}

/** Everything up to a day that goes into the journal but revenue. Hours are one sum a project and month: by the entry
 * they would tell accounting what a person costs. Both days are the last of their months, so that kept sums do. */
function facts({ afterOn, toOn }: Period) {
  const within = (day: SQL) =>
    sql`${day} > coalesce(${afterOn}::date, '-infinity'::date) and ${day} <= ${toOn}::date`
  return sql`(
  select 'labour' as kind, k.project_id, null::uuid as source_id,
    (k.month_on + interval '1 month' - interval '1 day')::date as booked_on, k.labour_minor as minor, '' as named
  from app.month_costs k where ${within(sql`k.month_on`)}
  union all
  select k.kind, e.project_id, e.id, e.booked_on, k.minor, e.description
  from expenses e join contracts c on c.project_id = e.project_id
  cross join lateral (values ('expense', e.cost_minor::numeric),
    ('expense-tax', round(app.in_currency(e.tax_minor, e.currency, c.currency, e.exchange_rate)))) k (kind, minor)
  where ${within(sql`e.booked_on`)} and e.cost_minor is not null
  union all
  select k.kind, v.project_id, v.id, v.invoiced_on, k.minor, v.number
  from vendor_invoices v join contracts c on c.project_id = v.project_id
  join purchase_orders o on o.id = v.purchase_order_id
  cross join lateral (values ('vendor', v.cost_minor::numeric),
    ('vendor-tax', round(app.in_currency(v.tax_minor, o.currency, c.currency, v.exchange_rate)))) k (kind, minor)
  where ${within(sql`v.invoiced_on`)}
  union all
  select k.kind, i.project_id, i.id, i.issued_on, k.minor, i.number
  from invoices i cross join lateral (values ('invoice', i.net_minor), ('invoice-tax', i.tax_minor)) k (kind, minor)
  where ${within(sql`i.issued_on`)}
  union all
  select 'payment', p.project_id, p.id, p.received_on, p.amount_minor, i.number
  from invoice_payments p join invoices i on i.id = p.invoice_id
  where ${within(sql`p.received_on`)}
  union all
  select k.kind, w.project_id, w.id, w.written_off_on, k.minor, i.number
  from invoice_write_offs w join invoices i on i.id = w.invoice_id
  cross join lateral (values ('write-off', w.net_minor), ('write-off-tax', w.amount_minor - w.net_minor)) k (kind, minor)
  where ${within(sql`w.written_off_on`)}
)`
}

/** The facts of a period in the order in which they are booked. */
export async function factsOf(tx: Tx, period: Period): Promise<Fact[]> {
  const rows = await tx.execute<Record<keyof Omit<Fact, 'amountMinor'> | 'minor', string>>(sql`
    select f.kind, f.project_id as "projectId", f.source_id as "sourceId", f.booked_on::text as "bookedOn",
      f.minor::text as minor, f.named
    from ${facts(period)} f where f.minor <> 0 order by f.booked_on, f.kind, f.project_id, f.source_id`)
  return [...rows].map(({ minor, ...fact }) => ({ ...fact, amountMinor: BigInt(minor) }) as Fact)
}

export type Sums = Partial<Record<FactKind, bigint>>

/** What facts sum to by project. */
export function sumsByProject(facts: readonly Fact[]): Map<string, Sums> {
  const sums = new Map<string, Sums>()
  for (const { projectId, kind, amountMinor } of facts) {
    const of = sums.get(projectId) ?? {}
    of[kind] = (of[kind] ?? 0n) + amountMinor
    sums.set(projectId, of)
  }
  return sums
}

/** Minutes booked and what was spent, from the beginning to a day. */
export type Spent = { minutes: number; labour: bigint; expense: bigint; vendor: bigint }

/** By project, to the last day of a month: the kept totals less what was booked in the months after. */
export async function spentTo(tx: Tx, toOn: LocalDate): Promise<Map<string, Spent>> {
  const rows = await tx.execute<
    Record<'projectId' | 'minutes' | 'labour' | 'expense' | 'vendor', string>
  >(sql`
    select k.project_id as "projectId", (k.worked_minutes - coalesce(a.minutes, 0))::text as minutes,
      (k.labour_minor - coalesce(a.labour, 0))::text as labour, (k.expense_minor - coalesce(a.expense, 0))::text as expense,
      (k.vendor_minor - coalesce(a.vendor, 0))::text as vendor
    from app.project_margins k
    left join (
      select m.project_id, sum(m.minutes)::bigint as minutes, sum(m.labour_minor)::bigint as labour,
        sum(m.expense_minor)::bigint as expense, sum(m.vendor_minor)::bigint as vendor
      from app.month_costs m where m.month_on > ${toOn} group by m.project_id
    ) a on a.project_id = k.project_id`)
  return new Map(
    [...rows].map(({ projectId, minutes, labour, expense, vendor }) => [
      projectId,
      { minutes: Number(minutes), labour: BigInt(labour), expense: BigInt(expense), vendor: BigInt(vendor) },
    ]),
  )
}

/** Minutes booked of each project in a period. */
export async function minutesOf(tx: Tx, { afterOn, toOn }: Period): Promise<Map<string, number>> {
  const rows = await tx.execute<{ projectId: string; minutes: number }>(sql`
    select project_id as "projectId", sum(minutes)::int as minutes from app.month_costs
    where month_on > coalesce(${afterOn}::date, '-infinity'::date) and month_on <= ${toOn} group by project_id`)
  return new Map([...rows].map(({ projectId, minutes }) => [projectId, minutes]))
}

/** What was invoiced, paid and written off by the end of a closed month, as its reports say: none of it moves any more. */
export type Settled = Record<'invoiced' | 'paid' | 'writtenOff' | 'receivable', bigint>

export async function settledBy(tx: Tx, closedDay: LocalDate | null): Promise<Map<string, Settled>> {
  if (closedDay === null) return new Map()
  const rows = await tx.execute<Record<'projectId' | keyof Settled, string>>(sql`
    select r.project_id as "projectId", r.figures -> 'toDate' ->> 'invoicedMinor' as invoiced,
      r.figures -> 'toDate' ->> 'paidMinor' as paid, r.figures -> 'toDate' ->> 'writtenOffMinor' as "writtenOff",
      r.figures -> 'balance' ->> 'receivableMinor' as receivable
    from closed_months c join month_reports r on r.closing_id = c.closing_id
    where c.month_on = date_trunc('month', ${closedDay}::date::timestamp)::date`)
  return new Map(
    [...rows].map(({ projectId, invoiced, paid, writtenOff, receivable }) => [
      projectId,
      {
        invoiced: BigInt(invoiced),
        paid: BigInt(paid),
        writtenOff: BigInt(writtenOff),
        receivable: BigInt(receivable),
      },
    ]),
  )
}
