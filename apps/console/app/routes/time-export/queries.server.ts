import type { StaffActor, Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { timeEntries } from '@countersign/db/tables/time'
import { addMonths, isLocalDate, type LocalDate } from '@countersign/domain/calendar-day'
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm'
import { projectName, taskName } from '../time/queries.server'

/** The first day of the month that an address asks for ('2026-11'), else of this one. */
export function monthOf({ searchParams }: URL, today: LocalDate): LocalDate {
  const asked = `${searchParams.get('month') ?? ''}-01`
  return isLocalDate(asked) && asked > '1970' && asked < '3000' ? asked : `${today.slice(0, 7)}-01`
}

/** One's own entries that count in a month, also those that finance corrected in it. */
export function ownMonth(tx: Tx, { staffId }: StaffActor, month: LocalDate) {
  return tx
    .select({
      on: timeEntries.bookedOn,
      project: projectName,
      task: taskName,
      kind: timeEntries.kind,
      minutes: timeEntries.minutes,
      note: timeEntries.note,
      isSubmitted: sql<boolean>`${timeEntries.submittedAt} is not null`,
      isApproved: sql<boolean>`${timeEntries.approvedAt} is not null`,
    })
    .from(timeEntries)
    .innerJoin(tasks, eq(tasks.id, timeEntries.taskId))
    .innerJoin(projects, eq(projects.id, timeEntries.projectId))
    .where(
      and(
        eq(timeEntries.staffId, staffId),
        gte(timeEntries.bookedOn, month),
        lt(timeEntries.bookedOn, addMonths(month, 1)),
      ),
    )
    .orderBy(asc(timeEntries.bookedOn), asc(projects.code), asc(tasks.position), asc(timeEntries.recordedAt))
}
