import type { StaffActor, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { timeEntries } from '@countersign/db/tables/time'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { and, asc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { projectName } from '../time/queries.server'

/** As many as one page can hold. */
const mostWeeks = 200

/** Not what a project found right already and waits for the line manager. */
export const isWaitingForProject = sql`(${timeEntries.checkedAt} is null or not app.waits_for_release(${timeEntries.staffId}))`

/** Weeks handed in by others that wait, the oldest first, and whether there are more than the page holds. */
export async function weeksToApprove(tx: Tx, { staffId }: StaffActor) {
  const weekOn = sql<LocalDate>`date_trunc('week', ${timeEntries.workedOn}::timestamp)::date::text`
  const rows = await tx
    .select({
      projectId: timeEntries.projectId,
      project: projectName,
      staffId: timeEntries.staffId,
      who: staff.name,
      weekOn,
      minutes: sql<number>`sum(${timeEntries.minutes})::int`,
      billableMinutes: sql<number>`coalesce(sum(${timeEntries.minutes}) filter (
        where ${timeEntries.kind} in ('billable', 'overtime')), 0)::int`,
      handedInAt: sql<Date>`max(${timeEntries.submittedAt})`.mapWith(timeEntries.submittedAt),
    })
    .from(timeEntries)
    .innerJoin(projects, eq(projects.id, timeEntries.projectId))
    .innerJoin(staff, eq(staff.id, timeEntries.staffId))
    .where(
      and(
        isNotNull(timeEntries.submittedAt),
        isNull(timeEntries.approvedAt),
        isWaitingForProject,
        isNull(timeEntries.reverses),
        isNull(timeEntries.corrects),
        ne(timeEntries.staffId, staffId),
      ),
    )
    .groupBy(timeEntries.projectId, projects.code, projects.name, timeEntries.staffId, staff.name, weekOn)
    .orderBy(weekOn, asc(staff.name), asc(projects.code))
    .limit(mostWeeks + 1)
  return {
    weeks: rows
      .slice(0, mostWeeks)
      .map(({ handedInAt, ...row }) => ({ ...row, handedInAt: handedInAt.toISOString() })),
    hasMore: rows.length > mostWeeks,
  }
}
