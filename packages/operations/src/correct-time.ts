import type { StaffActor, Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { timeEntries, type TimeKind } from '@countersign/db/tables/time'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { and, eq } from 'drizzle-orm'
import { closedDayOf } from './closed-day'
import { brokenConstraint, refused, undoneIfRefused } from './result'
import { timeRefusal } from './time-refusal'

type Correction = {
  timeEntryId: string
  /** What is right instead; null takes the hours back and puts nothing in their place. */
  right: { taskId: string; minutes: number; kind: TimeKind } | null
  reason: string
  today: LocalDate
  by: StaffActor
  now: Date
}

/**
 * Corrects hours of a closed month in the open one: an entry that takes them back at what they cost then, and perhaps
 * one that stands for them, at the rates of the day they were worked. Both count today and refer to the old entry.
 */
export async function correctTime(tx: Tx, { timeEntryId, right, reason, today, by, now }: Correction) {
  const [old] = await tx.select().from(timeEntries).where(eq(timeEntries.id, timeEntryId))
  if (!old) return refused('no-such-entry')
  if (old.reverses) return refused('is-a-reversal')
  if (old.staffId === by.staffId) return refused('own-hours')
  const lastClosedDay = await closedDayOf(tx)
  if (lastClosedDay === null || old.bookedOn > lastClosedDay) return refused('month-open')
  if (reason.trim() === '') return refused('no-reason')
  const approved = {
    submittedAt: now,
    approvedAt: now,
    approvedBy: by.staffId,
    bookedOn: today,
    note: reason.trim(),
  }
  const { projectId, staffId, jobRole, workedOn } = old
  return undoneIfRefused(tx, async (inner) => {
    try {
      await inner.insert(timeEntries).values({
        ...approved,
        ...{ projectId, staffId, jobRole, workedOn, taskId: old.taskId, kind: old.kind },
        minutes: -old.minutes,
        reverses: old.id,
      })
      if (!right) return { ok: true as const }
      const [task] = await inner
        .select({ isSummary: tasks.isSummary })
        .from(tasks)
        .where(and(eq(tasks.id, right.taskId), eq(tasks.projectId, projectId)))
      if (!task || task.isSummary) return refused('no-such-task')
      const [entry] = await inner
        .insert(timeEntries)
        .values({ ...approved, ...right, projectId, staffId, jobRole, workedOn, corrects: old.id })
        .returning({ costMinor: timeEntries.costMinor })
      // The rates of a closed month stand, so that nobody could ever price it.
      return entry!.costMinor === null && old.costMinor !== null ? refused('no-rate') : { ok: true as const }
    } catch (error) {
      if (brokenConstraint(error) === 'time_entries_reversed_once') return refused('corrected-already')
      return timeRefusal(error)
    }
  })
}
