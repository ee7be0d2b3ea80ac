import type { StaffActor, Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { timeEntries, type TimeKind } from '@countersign/db/tables/time'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { eq, sql } from 'drizzle-orm'
import { refused } from './result'
import { timeRefusal } from './time-refusal'

type TimeLog = {
  taskId: string
  workedOn: LocalDate
  minutes: number
  kind?: TimeKind
  note: string
  today: LocalDate
  by: StaffActor
}

/**
 * Logs own work on a task: not in the future, not in a closed month, and at most 24 hours a day over all projects. The
 * database counts the day, since it alone sees every project and two entries at once.
 */
export async function logTime(
  tx: Tx,
  { taskId, workedOn, minutes, kind = 'billable', note, today, by }: TimeLog,
) {
  const [task] = await tx
    .select({ projectId: tasks.projectId, isSummary: tasks.isSummary })
    .from(tasks)
    .where(eq(tasks.id, taskId))
  if (!task) return refused('no-such-task')
  if (task.isSummary) return refused('is-a-summary')
  if (workedOn > today) return refused('in-the-future')
  try {
    // Columns by name: what an hour costs is none that its author may write.
    const rows = await tx.transaction((inner) =>
      inner.execute<{ id: string }>(sql`
        insert into ${timeEntries} (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes, kind, note)
        values (${task.projectId}, ${taskId}, ${by.staffId}, app.own_job_role(), ${workedOn}, ${workedOn}, ${minutes},
          ${kind}, ${note})
        returning id`),
    )
    return { ok: true as const, timeEntryId: rows[0]!.id }
  } catch (error) {
    return timeRefusal(error)
  }
}

/** Takes back an entry of one's own that is not handed in. */
export async function removeTime(tx: Tx, { timeEntryId }: { timeEntryId: string }) {
  try {
    const gone = await tx.transaction((inner) =>
      inner.delete(timeEntries).where(eq(timeEntries.id, timeEntryId)).returning({ id: timeEntries.id }),
    )
    return gone.length === 0 ? refused('no-such-entry') : { ok: true as const }
  } catch (error) {
    return timeRefusal(error)
  }
}
