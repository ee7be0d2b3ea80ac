import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sql } from 'drizzle-orm'

type Item = { key: string; projectId: string; description: string; amountMinor: bigint }

/** One thing that can be billed now, with the reason for it. Amounts in minor units of the contract's currency. */
export type BillableItem = Item &
  (
    | {
        source: 'milestone'
        billingMilestoneId: string
        contractLineId: string | null
        trigger: string
        releasedOn: LocalDate | null
      }
    | {
        source: 'time'
        contractLineId: string
        lineName: string
        monthOn: LocalDate
        minutes: number
        /** Hours without a bill rate: they wait, and are not in the amount. */
        unratedMinutes: number
        /** What is left of a capped line before this item; null for time and material. */
        capLeftMinor: bigint | null
      }
    | { source: 'expense'; expenseId: string; contractLineId: string | null; on: LocalDate; who: string }
    | { source: 'vendor'; vendorInvoiceId: string; on: LocalDate; who: string }
    | { source: 'retainer'; contractLineId: string; lineName: string; fromOn: LocalDate; toOn: LocalDate }
    | { source: 'deposit-set-off'; billingMilestoneId: string; invoiceNumber: string }
  )

type Row = {
  source: BillableItem['source']
  project_id: string
  id: string
  line_id: string | null
  name: string
  minor: string
  minutes: string | null
  unrated: string | null
  cap_left: string | null
  from_on: string | null
  to_on: string | null
  note: string | null
}

/**
 * All that can be billed of some projects: milestones released, approved hours of lines billed by the hour (by month),
 * billable expenses and vendors' invoices that are approved, retainer periods that have ended; and deposits to set off.
 */
export async function billableItems(
  tx: Tx,
  { projectIds, today }: { projectIds: readonly string[]; today: LocalDate },
): Promise<BillableItem[]> {
  if (projectIds.length === 0) return []
  const ids = sql`(${sql.join(
    projectIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`
  const rows = await tx.execute<Row>(sql`
    select 'milestone' as source, s.project_id, s.billing_milestone_id as id, s.contract_line_id as line_id, s.name,
      (s.released_minor - s.billed_minor)::text as minor, null::text as minutes, null::text as unrated,
      null::text as cap_left, (s.released_at at time zone p.time_zone)::date::text as from_on, null::text as to_on,
      s.trigger as note
    from app.billing_milestone_states s join public.projects p on p.id = s.project_id
    where s.project_id in ${ids} and s.state = 'billable'
    union all
    select 'time', u.project_id, u.contract_line_id, u.contract_line_id, l.name, coalesce(sum(u.bill_minor), 0)::text,
      coalesce(sum(u.minutes) filter (where u.bill_minor is not null), 0)::text,
      coalesce(sum(u.minutes) filter (where u.bill_minor is null), 0)::text,
      case when l.kind = 'capped' then (v.current_minor - coalesce((select sum(b.amount_minor) from public.invoice_lines b
        where b.contract_line_id = l.id and b.source in ('time', 'write-down')), 0))::text end,
      u.month_on::text, null, null
    from public.unbilled_time u
    join public.contract_lines l on l.id = u.contract_line_id
    join app.contract_line_values v on v.contract_line_id = l.id
    where u.project_id in ${ids}
    group by u.project_id, u.contract_line_id, l.id, l.name, l.kind, v.current_minor, u.month_on
    union all
    select 'expense', x.project_id, x.id, x.contract_line_id, x.description, x.cost_minor::text, null, null, null,
      x.spent_on::text, null, s.name
    from public.expenses x join public.staff s on s.id = x.staff_id
    where x.project_id in ${ids} and x.is_billable and x.approved_at is not null and x.cost_minor is not null
      and not app.is_billed('expense', x.id)
    union all
    select 'vendor', i.project_id, i.id, null, o.title, i.cost_minor::text, null, null, null, i.invoiced_on::text, null,
      i.number
    from public.vendor_invoices i join public.purchase_orders o on o.id = i.purchase_order_id
    where i.project_id in ${ids} and i.is_billable and i.approved_at is not null
      and not app.is_billed('vendor', i.id)
    union all
    select 'retainer', l.project_id, l.id, l.id, l.name, r.amount_minor::text, null, null, null, r.from_on::text,
      r.to_on::text, null
    from public.contract_lines l cross join lateral app.retainer_periods(l.id) r
    where l.project_id in ${ids} and l.kind = 'retainer' and r.to_on <= ${today} and r.amount_minor > 0
      and coalesce((select sum(b.amount_minor) from public.invoice_lines b
        where b.source = 'retainer' and b.contract_line_id = l.id and b.period_on = r.from_on), 0) <= 0
    union all
    select 'deposit-set-off', m.project_id, m.id, null, m.name, (-sum(b.amount_minor))::text, null, null, null, null, null,
      min(i.number)
    from public.billing_milestones m
    join public.invoice_lines b on b.billing_milestone_id = m.id
    join public.invoices i on i.id = b.invoice_id
    where m.project_id in ${ids} and m.trigger = 'deposit'
    group by m.id, m.project_id, m.name having sum(b.amount_minor) > 0
    order by 2, 10, 5`)
  return rows.map(itemOf).sort((a, b) => sourceOrder.indexOf(a.source) - sourceOrder.indexOf(b.source))
}

/** As lines stand on an invoice: what was delivered first, what is taken off last. */
const sourceOrder: BillableItem['source'][] = [
  'milestone',
  'retainer',
  'time',
  'expense',
  'vendor',
  'deposit-set-off',
]

function itemOf(row: Row): BillableItem {
  const { source, project_id: projectId, id, name, note } = row
  const item = { projectId, description: name, amountMinor: BigInt(row.minor) }
  switch (source) {
    case 'milestone':
      return {
        ...item,
        source,
        key: `milestone:${id}`,
        billingMilestoneId: id,
        contractLineId: row.line_id,
        trigger: note!,
        releasedOn: row.from_on,
      }
    case 'time':
      return {
        ...item,
        source,
        key: `time:${id}:${row.from_on}`,
        contractLineId: id,
        lineName: name,
        monthOn: row.from_on as LocalDate,
        minutes: Number(row.minutes),
        unratedMinutes: Number(row.unrated),
        capLeftMinor: row.cap_left === null ? null : BigInt(row.cap_left),
      }
    case 'expense':
      return {
        ...item,
        source,
        key: `expense:${id}`,
        expenseId: id,
        contractLineId: row.line_id,
        on: row.from_on as LocalDate,
        who: note!,
      }
    case 'vendor':
      return {
        ...item,
        source,
        key: `vendor:${id}`,
        vendorInvoiceId: id,
        on: row.from_on as LocalDate,
        who: note!,
      }
    case 'retainer':
      return {
        ...item,
        source,
        key: `retainer:${id}:${row.from_on}`,
        contractLineId: id,
        lineName: name,
        fromOn: row.from_on as LocalDate,
        toOn: row.to_on as LocalDate,
      }
    case 'deposit-set-off':
      return { ...item, source, key: `deposit:${id}`, billingMilestoneId: id, invoiceNumber: note! }
  }
}

/** What a draft's line bills, as the key that the queue gave it: so that the queue can say it is in a draft. */
export function keyOfLine(line: {
  source: string
  billingMilestoneId: string | null
  contractLineId: string | null
  periodOn: string | null
  entries: readonly { id: string }[]
}): string | null {
  switch (line.source) {
    case 'milestone':
      return `milestone:${line.billingMilestoneId}`
    case 'deposit-set-off':
      return `deposit:${line.billingMilestoneId}`
    case 'retainer':
      return `retainer:${line.contractLineId}:${line.periodOn}`
    case 'time':
      return `time:${line.contractLineId}:${line.periodOn}`
    case 'expense':
    case 'vendor':
      return `${line.source}:${line.entries[0]?.id}`
    default:
      return null
  }
}
