import type { StaffActor, Tx } from '@countersign/db/connect'
import { leaves, type leaveKinds } from '@countersign/db/tables/people-capacity'
import { daysBetween, type LocalDate } from '@countersign/domain/calendar-day'
import { and, eq, isNull } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Wish = {
  by: StaffActor
  kind: (typeof leaveKinds)[number]
  fromOn: LocalDate
  toOn: LocalDate
  isHalfDay: boolean
  note: string
  now: Date
}

/** Asks for days off. They count once the line manager has approved them. */
export async function askLeave(tx: Tx, { by, now, ...wish }: Wish) {
  const length = daysBetween(wish.fromOn, wish.toOn)
  if (length < 0) return refused('ends-before-it-begins')
  if (length > 366) return refused('more-than-a-year')
  if (wish.isHalfDay && length > 0) return refused('half-of-one-day')
  try {
    await tx.transaction((inner) =>
      inner.insert(leaves).values({ staffId: by.staffId, askedAt: now, ...wish }),
    )
    return { ok: true as const }
  } catch (error) {
    if (brokenConstraint(error) === 'leaves_do_not_overlap') return refused('asked-already')
    throw error
  }
}

/** Takes back what one asked for, answered or not: the days count as worked again. */
export async function withdrawLeave(
  tx: Tx,
  { leaveId, by, now }: { leaveId: string; by: StaffActor; now: Date },
) {
  const gone = await tx
    .update(leaves)
    .set({ withdrawnAt: now })
    .where(and(eq(leaves.id, leaveId), eq(leaves.staffId, by.staffId), isNull(leaves.withdrawnAt)))
    .returning({ staffId: leaves.staffId })
  return gone.length === 0 ? refused('no-such-leave') : { ok: true as const }
}

type Answer = {
  leaveId: string
  verdict: 'approved' | 'refused'
  reason: string
  by: StaffActor
  now: Date
}

/** The line manager's answer, given once; a refusal says why. Nobody answers the own wish. */
export async function answerLeave(tx: Tx, { leaveId, verdict, reason, by, now }: Answer) {
  const [leave] = await tx.select().from(leaves).where(eq(leaves.id, leaveId))
  if (!leave) return refused('no-such-leave')
  if (leave.staffId === by.staffId) return refused('own-leave')
  if (leave.verdict !== null || leave.withdrawnAt !== null) return refused('answered-already')
  if (verdict === 'refused' && reason === '') return refused('without-a-reason')
  const answered = await tx
    .update(leaves)
    .set({ verdict, reason, decidedBy: by.staffId, decidedAt: now })
    .where(and(eq(leaves.id, leaveId), isNull(leaves.verdict), isNull(leaves.withdrawnAt)))
    .returning({ id: leaves.id })
  return answered.length === 0 ? refused('answered-already') : { ok: true as const }
}
