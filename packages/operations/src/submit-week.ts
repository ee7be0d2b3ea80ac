import type { StaffActor, Tx } from '@countersign/db/connect'
import { timeEntries, timeReviews } from '@countersign/db/tables/time'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { inWeek } from './set-week'
import { refused } from './result'
import { timeRefusal } from './time-refusal'

export type ProjectWeek = { projectId: string; weekOn: LocalDate }

/** Hands in own hours of a week in a project: from now on they stand until they are taken or sent back. */
export async function submitWeek(
  tx: Tx,
  { projectId, weekOn, by, now }: ProjectWeek & { by: StaffActor; now: Date },
) {
  try {
    const handedIn = await tx.transaction((inner) =>
      inner
        .update(timeEntries)
        .set({ submittedAt: now })
        .where(
          and(
            inWeek(by.staffId, weekOn),
            eq(timeEntries.projectId, projectId),
            isNull(timeEntries.submittedAt),
          ),
        )
        .returning({ minutes: timeEntries.minutes }),
    )
    if (handedIn.length === 0) return refused('nothing-to-hand-in')
    await review(tx, { projectId, weekOn, staffId: by.staffId, by, now }, 'submitted', handedIn)
    return { ok: true as const }
  } catch (error) {
    return timeRefusal(error)
  }
}

/** Takes back what one handed in and nobody has approved yet. */
export async function takeBackWeek(
  tx: Tx,
  { projectId, weekOn, by, now }: ProjectWeek & { by: StaffActor; now: Date },
) {
  try {
    const takenBack = await tx.transaction((inner) =>
      inner
        .update(timeEntries)
        .set({ submittedAt: null })
        .where(
          and(
            inWeek(by.staffId, weekOn),
            eq(timeEntries.projectId, projectId),
            isNotNull(timeEntries.submittedAt),
            isNull(timeEntries.checkedAt),
            isNull(timeEntries.approvedAt),
          ),
        )
        .returning({ minutes: timeEntries.minutes }),
    )
    if (takenBack.length === 0) return refused('nothing-to-take-back')
    await review(tx, { projectId, weekOn, staffId: by.staffId, by, now }, 'taken-back', takenBack)
    return { ok: true as const }
  } catch (error) {
    return timeRefusal(error)
  }
}

type Reviewed = ProjectWeek & { staffId: string; by: StaffActor; now: Date }

/** Records what became of a week. */
export async function review(
  tx: Tx,
  { projectId, weekOn, staffId, by, now }: Reviewed,
  act: (typeof timeReviews.$inferInsert)['act'],
  entries: readonly { minutes: number }[],
  reason = '',
) {
  const minutes = entries.reduce((sum, each) => sum + each.minutes, 0)
  await tx
    .insert(timeReviews)
    .values({ projectId, staffId, weekOn, act, minutes, reason, doneBy: by.staffId, doneAt: now })
}
