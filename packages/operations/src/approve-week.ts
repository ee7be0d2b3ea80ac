import type { StaffActor, Tx } from '@countersign/db/connect'
import { timeEntries } from '@countersign/db/tables/time'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { inWeek } from './set-week'
import { refused, undoneIfRefused } from './result'
import { review, type ProjectWeek } from './submit-week'
import { timeRefusal } from './time-refusal'

type Approval = ProjectWeek & {
  staffId: string
  /** What the approver saw: more or less of it by now is not approved. */
  minutes: number
  by: StaffActor
  now: Date
}

/**
 * Approves what somebody else handed in for a week of a project: rate and exchange rate stand from now on. Where the line
 * manager releases weeks, it is found right for the project and stands once that is done.
 */
export async function approveWeek(tx: Tx, approval: Approval) {
  const { projectId, staffId, weekOn, minutes, by, now } = approval
  if (staffId === by.staffId) return refused('own-hours')
  return undoneIfRefused(tx, async (inner) => {
    try {
      const waits = await waitsForRelease(inner, staffId)
      const approved = await inner.transaction((deeper) =>
        deeper
          .update(timeEntries)
          .set(
            waits ? { checkedAt: now, checkedBy: by.staffId } : { approvedAt: now, approvedBy: by.staffId },
          )
          .where(
            and(
              inWeek(staffId, weekOn),
              eq(timeEntries.projectId, projectId),
              isNotNull(timeEntries.submittedAt),
              isNull(timeEntries.approvedAt),
              waits ? isNull(timeEntries.checkedAt) : undefined,
            ),
          )
          .returning({ minutes: timeEntries.minutes }),
      )
      if (approved.length === 0) return refused('nothing-handed-in')
      if (approved.reduce((sum, each) => sum + each.minutes, 0) !== minutes)
        return refused('changed-meanwhile')
      await review(inner, approval, waits ? 'checked' : 'approved', approved)
      return { ok: true as const }
    } catch (error) {
      return timeRefusal(error)
    }
  })
}

/** Whether hours wait for the person's line manager once the asking approver found them right. */
export async function waitsForRelease(tx: Tx, staffId: string): Promise<boolean> {
  const [row] = await tx.execute<{ waits: boolean }>(sql`select app.waits_for_release(${staffId}) as waits`)
  return row!.waits
}

type SendingBack = Omit<Approval, 'minutes'> & { reason: string }

/** Sends a week back to its author with the reason, also one that was approved as long as no invoice has billed it. */
export async function sendBackWeek(tx: Tx, sending: SendingBack) {
  const { projectId, staffId, weekOn, reason, by } = sending
  if (staffId === by.staffId) return refused('own-hours')
  try {
    const sentBack = await tx.transaction((inner) =>
      inner
        .update(timeEntries)
        .set({ submittedAt: null, approvedAt: null, approvedBy: null })
        .where(
          and(
            inWeek(staffId, weekOn),
            eq(timeEntries.projectId, projectId),
            isNotNull(timeEntries.submittedAt),
          ),
        )
        .returning({ minutes: timeEntries.minutes }),
    )
    if (sentBack.length === 0) return refused('nothing-handed-in')
    await review(tx, sending, 'sent-back', sentBack, reason)
    return { ok: true as const }
  } catch (error) {
    return timeRefusal(error)
  }
}

type Weeks = { weeks: readonly Omit<Approval, 'by' | 'now'>[]; by: StaffActor; now: Date }

/** Approves several weeks, all or none. */
export async function approveWeeks(tx: Tx, { weeks, by, now }: Weeks) {
  return undoneIfRefused(tx, async (inner) => {
    for (const week of weeks) {
      const approved = await approveWeek(inner, { ...week, by, now })
      if (!approved.ok) return approved
    }
    return { ok: true as const }
  })
}
