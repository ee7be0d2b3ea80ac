import type { Tx } from '@countersign/db/connect'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { sql } from 'drizzle-orm'

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

/**
 * What stands open in months up to the last day of one that is to be closed, by project. Hours and expenses that nobody
 * approved or that have no rate would freeze as they are, so they hinder it; work that is not billed yet does not.
 */
export async function monthReadiness(
  tx: Tx,
  { lastClosedDay, toOn }: { lastClosedDay: LocalDate | null; toOn: LocalDate },
): Promise<Found[]> {
  const fromOn = lastClosedDay === null ? '0001-01-01' : addDays(lastClosedDay, 1)
  const rows = await tx.execute<Found>(sql`
    with of_month as materialized (
      select t.project_id, t.minutes, t.approved_at is null as is_unapproved, t.cost_minor is null as is_unrated
      from time_entries t where t.booked_on between ${fromOn} and ${toOn} and (t.approved_at is null or t.cost_minor is null)
    )
    select f.finding, p.id as "projectId", p.code || ' ' || p.name as project, count(*)::int as count,
      coalesce(sum(f.minutes), 0)::int as minutes
    from (
      select 'unapproved-time' as finding, project_id, minutes from of_month where is_unapproved
      union all
      select 'unrated-time', m.project_id, m.minutes from of_month m join contracts c on c.project_id = m.project_id
      where m.is_unrated
      union all
      select k.finding, e.project_id, null from expenses e
      left join contracts c on c.project_id = e.project_id
      cross join lateral (values ('unapproved-expenses', e.approved_at is null),
        ('unrated-expenses', e.cost_minor is null and c.project_id is not null)) k (finding, is_so)
      where e.booked_on between ${fromOn} and ${toOn} and k.is_so
      union all
      select 'unapproved-vendor-invoices', project_id, null from vendor_invoices
      where invoiced_on between ${fromOn} and ${toOn} and approved_at is null
      union all
      select 'unbilled-milestones', project_id, null from app.billing_milestone_states where state = 'billable'
      union all
      select 'unbilled-time', project_id, minutes from unbilled_time where month_on <= ${toOn}
      union all
      select 'invoice-drafts', project_id, null from invoice_drafts
    ) f join projects p on p.id = f.project_id
    group by f.finding, p.id order by p.code, f.finding`)
  return [...rows]
}

export function hinders({ finding }: Pick<Found, 'finding'>): boolean {
  return (hindrances as readonly string[]).includes(finding)
}
