import type { Tx } from '@countersign/db/connect'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { sql, type SQL } from 'drizzle-orm'

/** What has to be put right before a month is closed, and what is only worth knowing. */
export const hindrances = [
  'unapproved-time',
  'unrated-time',
  'unapproved-expenses',
  'unrated-expenses',
] as const
export const reminders = [
  'unapproved-vendor-invoices',
  'unbilled-milestones',
  'unbilled-time',
  'invoice-drafts',
] as const
export type Finding = (typeof hindrances)[number] | (typeof reminders)[number]

/** How many of each there are in a project, and how many minutes where they are hours. */
export type Found = { finding: Finding; projectId: string; project: string; count: number; minutes: number }

type Months = { lastClosedDay: LocalDate | null; toOn: LocalDate }

const firstDay = (lastClosedDay: LocalDate | null) =>
  lastClosedDay === null ? '0001-01-01' : addDays(lastClosedDay, 1)

/** Hours and expenses that nobody approved or that have no rate: they would freeze as they are. */
const hinderingEntries = ({ lastClosedDay, toOn }: Months) => sql`
  with of_month as materialized (
    select t.project_id, t.minutes, t.approved_at is null as is_unapproved, t.cost_minor is null as is_unrated
    from time_entries t where t.booked_on between ${firstDay(lastClosedDay)} and ${toOn}
      and (t.approved_at is null or t.cost_minor is null)
  )
  select 'unapproved-time' as finding, project_id, 1 as count, minutes from of_month where is_unapproved
  union all
  select 'unrated-time', m.project_id, 1, m.minutes from of_month m join contracts c on c.project_id = m.project_id
  where m.is_unrated
  union all
  select k.finding, e.project_id, 1, null from expenses e
  left join contracts c on c.project_id = e.project_id
  cross join lateral (values ('unapproved-expenses', e.approved_at is null),
    ('unrated-expenses', e.cost_minor is null and c.project_id is not null)) k (finding, is_so)
  where e.booked_on between ${firstDay(lastClosedDay)} and ${toOn} and k.is_so`

/** What hinders the closing of months up to the last day of one, by project. */
export function hindering(tx: Tx, months: Months): Promise<Found[]> {
  return foundAmong(tx, hinderingEntries(months))
}

/**
 * What stands open in months up to the last day of one that is to be closed, by project. Work that is not billed yet
 * does not hinder it.
 */
export function monthReadiness(tx: Tx, months: Months): Promise<Found[]> {
  const { lastClosedDay, toOn } = months
  return foundAmong(
    tx,
    sql`
    select * from (${hinderingEntries(months)}) h
    union all
    select 'unapproved-vendor-invoices', project_id, 1, null from vendor_invoices
    where invoiced_on between ${firstDay(lastClosedDay)} and ${toOn} and approved_at is null
    union all
    select 'unbilled-milestones', b.project_id, b.count, null from billable_sums b join projects p on p.id = b.project_id
    where b.source = 'milestone' and b.from_on <= (now() at time zone p.time_zone)::date
    union all
    select 'unbilled-time', project_id, count, minutes from billable_sums where source = 'time' and from_on <= ${toOn}
    union all
    select 'invoice-drafts', project_id, 1, null from invoice_drafts`,
  )
}

async function foundAmong(tx: Tx, entries: SQL): Promise<Found[]> {
  const rows = await tx.execute<Found>(sql`
    select f.finding, p.id as "projectId", p.code || ' ' || p.name as project, sum(f.count)::int as count,
      coalesce(sum(f.minutes), 0)::int as minutes
    from (${entries}) f join projects p on p.id = f.project_id
    group by f.finding, p.id order by p.code, f.finding`)
  return [...rows]
}

export function hinders({ finding }: Pick<Found, 'finding'>): boolean {
  return (hindrances as readonly string[]).includes(finding)
}
