import type { StaffActor, Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { timers, type TimeKind } from '@countersign/db/tables/time'
import { localDateIn } from '@countersign/domain/calendar-day'
import { minutesByDay } from '@countersign/domain/work-week'
import { eq } from 'drizzle-orm'
import { logTime } from './log-time'
import { brokenConstraint, refused, undoneIfRefused } from './result'

type Start = { taskId: string; kind: TimeKind; note: string; by: StaffActor; now: Date }

/** Starts one's clock on a task. There is one a person: whoever starts another stops the first. */
export async function startTimer(tx: Tx, { taskId, kind, note, by, now }: Start) {
  const [task] = await tx
    .select({ projectId: tasks.projectId, isSummary: tasks.isSummary })
    .from(tasks)
    .where(eq(tasks.id, taskId))
  if (!task) return refused('no-such-task')
  if (task.isSummary) return refused('is-a-summary')
  try {
    await tx.transaction((inner) =>
      inner
        .insert(timers)
        .values({ staffId: by.staffId, projectId: task.projectId, taskId, kind, note, startedAt: now }),
    )
  } catch (error) {
    if (brokenConstraint(error) === 'timers_pkey') return refused('timer-runs')
    throw error
  }
  return { ok: true as const }
}

type Stop = { by: StaffActor; timeZone: string; now: Date; keep: boolean }

/**
 * Stops one's clock and logs what it measured, a day's part on each day of the person's time zone; or, not to keep it,
 * throws it away. Where a part cannot be logged the clock runs on.
 */
export async function stopTimer(tx: Tx, { by, timeZone, now, keep }: Stop) {
  return undoneIfRefused(tx, async (inner) => {
    const [timer] = await inner.delete(timers).where(eq(timers.staffId, by.staffId)).returning()
    if (!timer) return refused('no-timer')
    if (!keep) return { ok: true as const }
    const { taskId, kind, note, startedAt } = timer
    for (const { on, minutes } of minutesByDay(startedAt, now, timeZone)) {
      const entry = { taskId, kind, note, workedOn: on, minutes, today: localDateIn(timeZone, now), by }
      const logged = await logTime(inner, entry)
      if (!logged.ok) return logged
    }
    return { ok: true as const }
  })
}
