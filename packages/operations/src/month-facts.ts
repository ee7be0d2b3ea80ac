import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { JournalKind } from '@countersign/domain/journal'
import { sql } from 'drizzle-orm'

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
 * they would tell accounting what a person costs. */
const facts = ({ afterOn, toOn }: Period) => sql`(
  with period as (select coalesce(${afterOn}::date, '-infinity'::date) as after_on, ${toOn}::date as to_on)
  select 'labour' as kind, t.project_id, null::uuid as source_id,
    least((date_trunc('month', t.booked_on) + interval '1 month' - interval '1 day')::date, to_on) as booked_on,
    sum(t.cost_minor) as minor, '' as named
  from period, time_entries t where t.booked_on > after_on and t.booked_on <= to_on and t.cost_minor is not null
  group by t.project_id, 4
  union all
  select k.kind, e.project_id, e.id, e.booked_on, k.minor, e.description
  from period, expenses e join contracts c on c.project_id = e.project_id
  cross join lateral (values ('expense', e.cost_minor::numeric),
    ('expense-tax', round(app.in_currency(e.tax_minor, e.currency, c.currency, e.exchange_rate)))) k (kind, minor)
  where e.booked_on > after_on and e.booked_on <= to_on and e.cost_minor is not null
  union all
  select k.kind, v.project_id, v.id, v.invoiced_on, k.minor, v.number
  from period, vendor_invoices v join contracts c on c.project_id = v.project_id
  join purchase_orders o on o.id = v.purchase_order_id
  cross join lateral (values ('vendor', v.cost_minor::numeric),
    ('vendor-tax', round(app.in_currency(v.tax_minor, o.currency, c.currency, v.exchange_rate)))) k (kind, minor)
  where v.invoiced_on > after_on and v.invoiced_on <= to_on
  union all
  select k.kind, i.project_id, i.id, i.issued_on, k.minor, i.number
  from period, invoices i cross join lateral (values ('invoice', i.net_minor), ('invoice-tax', i.tax_minor)) k (kind, minor)
  where i.issued_on > after_on and i.issued_on <= to_on
  union all
  select 'payment', p.project_id, p.id, p.received_on, p.amount_minor, i.number
  from period, invoice_payments p join invoices i on i.id = p.invoice_id
  where p.received_on > after_on and p.received_on <= to_on
  union all
  select k.kind, w.project_id, w.id, w.written_off_on, k.minor, i.number
  from period, invoice_write_offs w join invoices i on i.id = w.invoice_id
  cross join lateral (values ('write-off', w.net_minor), ('write-off-tax', w.amount_minor - w.net_minor)) k (kind, minor)
  where w.written_off_on > after_on and w.written_off_on <= to_on
)`

/** The facts of a period in the order in which they are booked. */
export async function factsOf(tx: Tx, period: Period): Promise<Fact[]> {
  const rows = await tx.execute<Record<keyof Omit<Fact, 'amountMinor'> | 'minor', string>>(sql`
    select f.kind, f.project_id as "projectId", f.source_id as "sourceId", f.booked_on::text as "bookedOn",
      f.minor::text as minor, f.named
    from ${facts(period)} f where f.minor <> 0 order by f.booked_on, f.kind, f.project_id, f.source_id`)
  return [...rows].map(({ minor, ...fact }) => ({ ...fact, amountMinor: BigInt(minor) }) as Fact)
}

export type Sums = Partial<Record<FactKind, bigint>>

/** What facts sum to by project: of the period, and from the beginning to its end. */
export async function sumsOf(
  tx: Tx,
  { afterOn, toOn }: Period,
): Promise<Map<string, { period: Sums; toDate: Sums }>> {
  const rows = await tx.execute<{ projectId: string; kind: FactKind; period: string; toDate: string }>(sql`
    select f.project_id as "projectId", f.kind, sum(f.minor)::text as "toDate",
      coalesce(sum(f.minor) filter (where f.booked_on > coalesce(${afterOn}::date, '-infinity'::date)), 0)::text as period
    from ${facts({ afterOn: null, toOn })} f group by 1, 2`)
  const sums = new Map<string, { period: Sums; toDate: Sums }>()
  for (const { projectId, kind, period, toDate } of rows) {
    const of = sums.get(projectId) ?? { period: {}, toDate: {} }
    of.period[kind] = BigInt(period)
    of.toDate[kind] = BigInt(toDate)
    sums.set(projectId, of)
  }
  return sums
}

/** Minutes booked of each project in the period, and from the beginning to its end. */
export async function minutesOf(tx: Tx, { afterOn, toOn }: Period) {
  const rows = await tx.execute<{ projectId: string; period: number; toDate: number }>(sql`
    select project_id as "projectId", sum(minutes)::int as "toDate", coalesce(sum(minutes) filter (
      where booked_on > coalesce(${afterOn}::date, '-infinity'::date)), 0)::int as period
    from time_entries where booked_on <= ${toOn} group by project_id`)
  return new Map([...rows].map(({ projectId, ...minutes }) => [projectId, minutes]))
}
