import type { StaffActor, Tx } from '@countersign/db/connect'
import { timeEntries } from '@countersign/db/tables/costs'
import { tasks } from '@countersign/db/tables/plan'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { eq, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type TimeLog = {
  taskId: string
  workedOn: LocalDate
  minutes: number
  note: string
  today: LocalDate
  by: StaffActor
}

/**
 * Logs own work on a task: not in the future, and at most 24 hours a day over all projects. The database counts the
 * day, since it alone sees every project and two entries at once.
 */
export async function logTime(tx: Tx, { taskId, workedOn, minutes, note, today, by }: TimeLog) {
  const [task] = await tx
    .select({ projectId: tasks.projectId, isSummary: tasks.isSummary })
    .from(tasks)
    .where(eq(tasks.id, taskId))
  if (!task) return refused('no-such-task')
  if (task.isSummary) return refused('is-a-summary')
  if (workedOn > today) return refused('in-the-future')
  try {
    const [row] = await tx.transaction((inner) =>
      inner
        .insert(timeEntries)
        .values({
          projectId: task.projectId,
          taskId,
          staffId: by.staffId,
          jobRole: sql`app.own_job_role()`,
          workedOn,
          minutes,
          note,
        })
        .returning({ id: timeEntries.id }),
    )
    return { ok: true as const, timeEntryId: row!.id }
  } catch (error) {
    if (brokenConstraint(error) === 'time_within_a_day') return refused('more-than-a-day')
    throw error
  }
}

/** Takes back an entry of one's own. */
export async function removeTime(tx: Tx, { timeEntryId }: { timeEntryId: string }) {
  const gone = await tx
    .delete(timeEntries)
    .where(eq(timeEntries.id, timeEntryId))
    .returning({ id: timeEntries.id })
  return gone.length === 0 ? refused('no-such-entry') : { ok: true as const }
}
