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
  const [{ total, sums, projects: here }, drafts] = await Promise.all([
    waitingProjects(tx, { page, today }),
    draftsOf(tx),
  ])
  const items = await billableItems(tx, { projectIds: here.map(({ id }) => id), today })
  const reasons = await reasonsOf(
    tx,
    items.flatMap((item) => (item.source === 'milestone' ? [item.billingMilestoneId] : [])),
  )
  const drafted = new Set(drafts.flatMap(({ keys }) => keys))
  return {
    page: pageWithin(page, total, projectsPerPage),
    total,
    sums,
    drafts: drafts.map(({ keys: _, ...draft }) => draft),
    projects: here.map((project) => ({
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

type Waiting = { id: string; code: string; name: string; customer: string; currency: string }
type Queued = { sums: { currency: string; count: number; minor: string }[]; projects: Waiting[] }

/**
 * How many projects wait and what for, one row a currency, and the page of them: from the kept sums, in one look at them.
 * What the calendar releases counts from its day on; a page after the last is the last.
 */
async function waitingProjects(tx: Tx, { page, today }: { page: number; today: LocalDate }) {
  const [queued] = await tx.execute<Queued>(sql`
    with waiting as materialized (
      select p.id, p.code, p.name, c.name as customer, k.currency, b.minor
      from (
        select b.project_id, sum(b.amount_minor) as minor
        from public.billable_sums b join public.projects p on p.id = b.project_id
        where b.source = 'time'
          or b.from_on <= case b.source when 'retainer' then ${today}::date else (now() at time zone p.time_zone)::date end
        group by b.project_id
      ) b
      join public.projects p on p.id = b.project_id
      join public.customers c on c.id = p.customer_id
      join public.contracts k on k.project_id = p.id
    )
    select
      (select coalesce(json_agg(s order by s.currency), '[]') from (
        select currency, count(*)::int as count, sum(minor)::bigint::text as minor from waiting group by currency
      ) s) as sums,
      (select coalesce(json_agg(w), '[]') from (
        select id, code, name, customer, currency from waiting order by code limit ${projectsPerPage}
        offset ${projectsPerPage} * greatest(least(${page - 1}, (select count(*) - 1 from waiting) / ${projectsPerPage}), 0)
      ) w) as projects`)
  const { sums, projects } = queued!
  return {
    total: sums.reduce((count, each) => count + each.count, 0),
    sums: sums.map(({ currency, count, minor }) => ({ count, sum: moneyText(BigInt(minor), currency) })),
    projects,
  }
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
