import type { ContactActor, Tx } from '@countersign/db/connect'
import { portalProjects } from '@countersign/db/views/portal'
import { portalChanges } from '@countersign/db/views/portal-changes'
import { whyNotDecidable } from '@countersign/domain/acceptance'
import { localDateIn } from '@countersign/domain/calendar-day'
import { valueToSign, whyNotAChangeDecision } from '@countersign/domain/change'
import { eq, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'
import { authoritiesToApprove } from './who-signs'

type ChangeDecision = {
  changeRequestId: string
  outcome: 'approved' | 'rejected'
  typedName: string
  /** The sentence that was read and agreed to, word for word, and its language. */
  statement: string
  language: 'en' | 'de'
  /** Of a rejection. */
  reason: string
  by: ContactActor
  now: Date
}

/**
 * A signatory approves a change or rejects it. The rules are asked first, for the words of a refusal; the database's own
 * function records the fact, holds to the same rules, and carries an approved change out in the same transaction. The
 * caller re-enters the password first.
 */
export async function decideChange(tx: Tx, { changeRequestId, by, now, ...decision }: ChangeDecision) {
  const found = await changeToDecide(tx, changeRequestId)
  if (!found) return refused('no-such-change')
  const why = (await whyNotYours(tx, found, now)) ?? whyNotAChangeDecision(decision, by.name)
  if (why) return refused(why)
  const { outcome, typedName, statement, reason, language } = decision
  try {
    // A savepoint, so that losing the race leaves the transaction usable for its refusal.
    await tx.transaction((inner) =>
      inner.execute(sql`
        select portal.record_change_decision(${changeRequestId}, ${outcome}, ${typedName}, ${statement}, ${reason},
          ${language})`),
    )
    return { ok: true as const, projectId: found.projectId }
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'change_decisions_once') return refused('already-decided')
    if (constraint === 'change_still_fits') return refused('no-longer-fits')
    throw error
  }
}

/** Why the person asking cannot decide on a change now; null where the signature would count. */
export async function whyNotYours(
  tx: Tx,
  change: NonNullable<Awaited<ReturnType<typeof changeToDecide>>>,
  now: Date,
) {
  const authorities = await authoritiesToApprove(tx, change.projectId)
  return whyNotDecidable(
    {
      isDecided: change.state !== 'proposed',
      isSuperseded: false,
      valueMinor: valueToSign(change.valueMinor),
      currency: change.currency,
      criteria: [],
    },
    change.role,
    authorities,
    localDateIn(change.timeZone, now),
  )
}

/** A change with what deciding on it depends on; null where the person asking sees none. */
export async function changeToDecide(tx: Tx, changeRequestId: string) {
  const [found] = await tx
    .select({
      projectId: portalChanges.projectId,
      state: portalChanges.state,
      valueMinor: portalChanges.valueMinor,
      currency: portalChanges.currency,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalChanges)
    .innerJoin(portalProjects, eq(portalProjects.id, portalChanges.projectId))
    .where(eq(portalChanges.id, changeRequestId))
  return found ?? null
}
