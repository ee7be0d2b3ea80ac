import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sql, type SQL } from 'drizzle-orm'

/** How people call a row of each table that a change of money is of or refers to. */
const namedBy: Record<string, SQL> = {
  staff: sql`select r.id, r.name from public.staff r`,
  contacts: sql`select r.id, r.name from public.contacts r`,
  customers: sql`select r.id, r.name from public.customers r`,
  vendors: sql`select r.id, r.name from public.vendors r`,
  tasks: sql`select r.id, concat_ws(' ', r.wbs, r.name) as name from public.tasks r`,
  contracts: sql`select r.project_id as id, r.reference as name from public.contracts r`,
  contract_lines: sql`select r.id, r.name from public.contract_lines r`,
  billing_milestones: sql`select r.id, r.name from public.billing_milestones r`,
  change_requests: sql`select r.id, concat_ws(' ', r.number, r.title) as name from public.change_requests r`,
  change_decisions: sql`select r.id, concat_ws(' ', c.number, c.title) as name from public.change_decisions r
    join public.change_requests c on c.id = r.change_request_id`,
  customer_orders: sql`select r.id, r.number as name from public.customer_orders r`,
  cost_rates: sql`select r.id, coalesce(s.name, r.job_role) as name from public.cost_rates r
    left join public.staff s on s.id = r.staff_id`,
  bill_rates: sql`select r.id, r.job_role as name from public.bill_rates r`,
  exchange_rates: sql`select r.id, concat_ws(' → ', r.from_currency, r.to_currency) as name from public.exchange_rates r`,
  time_entries: sql`select r.id, concat_ws(', ', s.name, t.name) as name, r.worked_on as day from public.time_entries r
    join public.staff s on s.id = r.staff_id join public.tasks t on t.id = r.task_id`,
  expenses: sql`select r.id, r.description as name, r.spent_on as day from public.expenses r`,
  purchase_orders: sql`select r.id, concat_ws(' ', r.number, r.title) as name from public.purchase_orders r`,
  purchase_order_lines: sql`select r.id, r.description as name from public.purchase_order_lines r`,
  purchase_receipts: sql`select r.id, l.description as name from public.purchase_receipts r
    join public.purchase_order_lines l on l.id = r.purchase_order_line_id`,
  vendor_invoices: sql`select r.id, r.number as name from public.vendor_invoices r`,
  budgets: sql`select r.id, r.version::text as name from public.budgets r`,
  budget_lines: sql`select r.id, r.work_package as name from public.budget_lines r`,
  budget_reviews: sql`select r.id, b.version::text as name from public.budget_reviews r
    join public.budgets b on b.id = r.budget_id`,
  budget_transfers: sql`select r.id, r.reason as name from public.budget_transfers r`,
  budget_transfer_answers: sql`select r.budget_transfer_id as id, t.reason as name
    from public.budget_transfer_answers r join public.budget_transfers t on t.id = r.budget_transfer_id`,
  completion_estimates: sql`select r.id, r.work_package as name from public.completion_estimates r`,
  risks: sql`select r.id, concat_ws(' ', r.number, r.title) as name from public.risks r`,
  invoices: sql`select r.id, r.number as name from public.invoices r`,
  invoice_lines: sql`select r.id, r.description as name from public.invoice_lines r`,
  invoice_payments: sql`select r.id, i.number as name from public.invoice_payments r
    join public.invoices i on i.id = r.invoice_id`,
  invoice_write_offs: sql`select r.id, i.number as name from public.invoice_write_offs r
    join public.invoices i on i.id = r.invoice_id`,
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The day is of those that one cannot tell apart without it. */
export type RowName = { name: string; day: LocalDate | null }
export type NameOf = (table: string, id: string) => RowName | null

/** The names of many rows of many tables in one question; a row that is gone has none. */
export async function namesOf(tx: Tx, wanted: { table: string; id: string }[]): Promise<NameOf> {
  const idsOf = new Map<string, Set<string>>()
  for (const { table, id } of wanted) {
    if (!uuid.test(id) || !(table in namedBy)) continue
    idsOf.set(table, (idsOf.get(table) ?? new Set()).add(id))
  }
  if (idsOf.size === 0) return () => null
  const parts = [...idsOf].map(
    ([
      table,
      ids,
    ]) => sql`select ${table} as "table", n.id::text as id, n.name, to_jsonb(n) ->> 'day' as day from (${namedBy[table]!}) n
      where n.id = any (${sql.param([...ids])}::uuid[])`,
  )
  const rows = (await tx.execute(sql.join(parts, sql` union all `))) as unknown as {
    table: string
    id: string
    name: string
    day: LocalDate | null
  }[]
  const names = new Map(
    rows.map(({ table, id, name, day }): [string, RowName] => [`${table} ${id}`, { name, day }]),
  )
  return (table, id) => names.get(`${table} ${id}`) ?? null
}
