import type { Tx } from '@countersign/db/connect'
import { invoiceDrafts } from '@countersign/db/tables/billing'
import { contracts } from '@countersign/db/tables/contract'
import { customers, staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { draftFromJson } from '@countersign/domain/invoicing/invoice-draft'
import { sumsOf, taxesOf } from '@countersign/domain/invoicing/invoice-taxes'
import { billableItems, keyOfLine, type BillableItem } from '@countersign/operations/billable-items'
import { asc, eq, sql } from 'drizzle-orm'
import { pageWithin } from '../../listing'
import { moneyText } from '../../money-text'
import { reasonsOf } from './queries.server'

export const projectsPerPage = 20

/** What can be billed, project by project, with the drafts that are written already. */
export async function billingQueue(tx: Tx, { page, today }: { page: number; today: LocalDate }) {
  const [waiting, drafts] = await Promise.all([projectsToBill(tx, today), draftsOf(tx)])
  const shown = pageWithin(page, waiting.length, projectsPerPage)
  const here = waiting.slice((shown - 1) * projectsPerPage, shown * projectsPerPage)
  const items = await billableItems(tx, { projectIds: here.map(({ id }) => id), today })
  const reasons = await reasonsOf(
    tx,
    items.flatMap((item) => (item.source === 'milestone' ? [item.billingMilestoneId] : [])),
  )
  const drafted = new Set(drafts.flatMap(({ keys }) => keys))
  const currencies = [...new Set(waiting.map(({ currency }) => currency))].sort()
  return {
    page: shown,
    total: waiting.length,
    sums: currencies.map((currency) => {
      const of = waiting.filter((each) => each.currency === currency)
      return {
        count: of.length,
        sum: moneyText(
          of.reduce((sum, each) => sum + each.minor, 0n),
          currency,
        ),
      }
    }),
    drafts: drafts.map(({ keys: _, ...draft }) => draft),
    projects: here.map(({ minor: _, ...project }) => ({
      ...project,
      items: withCapLeft(items.filter(({ projectId }) => projectId === project.id)).map((item) => ({
        ...shownItem(item, project.currency),
        reasons: item.source === 'milestone' ? reasons(item.billingMilestoneId) : [],
        isDrafted: drafted.has(item.key),
      })),
    })),
  }
}

export type QueueProject = Awaited<ReturnType<typeof billingQueue>>['projects'][number]
export type QueueItem = QueueProject['items'][number]

type Waiting = { id: string; code: string; name: string; customer: string; currency: string; minor: string }

/** Projects with something to bill, and what it comes to. Milestones that are billed whole are left out first. */
async function projectsToBill(tx: Tx, today: LocalDate) {
  const rows = await tx.execute<Waiting>(sql`
    with open_milestones as (
      select m.id from public.billing_milestones m
      left join (select l.billing_milestone_id as id, sum(l.amount_minor) as minor from public.invoice_lines l
        where l.source = 'milestone' group by 1) billed on billed.id = m.id
      where coalesce(billed.minor, 0) < m.amount_minor
    ), queue as (
      select s.project_id, s.released_minor - s.billed_minor as minor
      from open_milestones o join app.billing_milestone_states s on s.billing_milestone_id = o.id
      where s.state = 'billable'
      union all
      select u.project_id, u.bill_minor from public.unbilled_time u
      union all
      select x.project_id, x.cost_minor from public.expenses x
      where x.is_billable and x.approved_at is not null and x.cost_minor is not null and not app.is_billed('expense', x.id)
      union all
      select i.project_id, i.cost_minor from public.vendor_invoices i
      where i.is_billable and i.approved_at is not null and not app.is_billed('vendor', i.id)
      union all
      select l.project_id, r.amount_minor from public.contract_lines l cross join lateral app.retainer_periods(l.id) r
      where l.kind = 'retainer' and r.to_on <= ${today} and coalesce((select sum(b.amount_minor) from public.invoice_lines b
        where b.source = 'retainer' and b.contract_line_id = l.id and b.period_on = r.from_on), 0) <= 0
    )
    select p.id, p.code, p.name, c.name as customer, k.currency, q.minor::text
    from (select project_id, coalesce(sum(minor), 0) as minor from queue group by project_id) q
    join public.projects p on p.id = q.project_id
    join public.customers c on c.id = p.customer_id
    join public.contracts k on k.project_id = p.id
    order by p.code`)
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }))
}

async function draftsOf(tx: Tx) {
  const rows = await tx
    .select({
      id: invoiceDrafts.id,
      content: invoiceDrafts.content,
      state: invoiceDrafts.state,
      customer: customers.name,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      currency: contracts.currency,
      author: staff.name,
    })
    .from(invoiceDrafts)
    .innerJoin(projects, eq(projects.id, invoiceDrafts.projectId))
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .innerJoin(contracts, eq(contracts.projectId, projects.id))
    .innerJoin(staff, eq(staff.id, invoiceDrafts.writtenBy))
    .orderBy(asc(projects.code), asc(invoiceDrafts.writtenAt))
  return rows.map(({ content, currency, ...row }) => {
    const { lines } = draftFromJson(content)
    return {
      ...row,
      net: moneyText(sumsOf(taxesOf(lines)).netMinor, currency),
      keys: lines.flatMap((line) => keyOfLine(line) ?? []),
    }
  })
}

/** Of a capped line each month takes from what the months before it left. */
function withCapLeft(items: BillableItem[]): BillableItem[] {
  const left = new Map<string, bigint>()
  return items.map((item) => {
    if (item.source !== 'time' || item.capLeftMinor === null) return item
    const capLeftMinor = left.get(item.contractLineId) ?? item.capLeftMinor
    const after = capLeftMinor - item.amountMinor
    left.set(item.contractLineId, after > 0n ? after : 0n)
    return { ...item, capLeftMinor: capLeftMinor > 0n ? capLeftMinor : 0n }
  })
}

function shownItem(item: BillableItem, currency: string) {
  const money = (minor: bigint) => moneyText(minor, currency)
  if (item.source !== 'time') {
    const { amountMinor, ...rest } = item
    return { ...rest, amount: money(amountMinor) }
  }
  const { amountMinor, capLeftMinor, ...rest } = item
  const above = capLeftMinor !== null && amountMinor > capLeftMinor ? amountMinor - capLeftMinor : 0n
  return {
    ...rest,
    amount: money(amountMinor),
    capLeft: capLeftMinor === null ? null : money(capLeftMinor),
    writeDown: above > 0n ? money(above) : null,
  }
}
