import type { ContactActor, Tx } from '@countersign/db/connect'
import { portalProjects, portalSubmissions } from '@countersign/db/views/portal'
import {
  whyNotADecision,
  type Criterion,
  type CriterionResult,
  type DecisionOutcome,
  type Reservation,
} from '@countersign/domain/acceptance'
import { localDateIn } from '@countersign/domain/calendar-day'
import { eq, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Change = {
  submissionId: string
  typedName: string
  /** The sentence that was read and agreed to, word for word. */
  statement: string
  reason: string
  by: ContactActor
  now: Date
  act:
    | { kind: 'withdraws' }
    | {
        kind: 'corrects'
        outcome: DecisionOutcome
        results: CriterionResult[]
        reservations: Reservation[]
      }
}

/**
 * A change of mind is another decision, which refers to the one before: that one stays, and no longer holds. Nobody
 * takes back what has been billed already. The caller re-enters the password first.
 */
export async function changeDecision(tx: Tx, change: Change) {
  const { submissionId, typedName, statement, reason, act, by, now } = change
  const [found] = await tx
    .select({
      projectId: portalSubmissions.projectId,
      outcome: portalSubmissions.outcome,
      criteria: portalSubmissions.criteria,
      timeZone: portalProjects.timeZone,
    })
    .from(portalSubmissions)
    .innerJoin(portalProjects, eq(portalProjects.id, portalSubmissions.projectId))
    .where(eq(portalSubmissions.id, submissionId))
  if (!found) return refused('no-such-submission')
  if (found.outcome === null) return refused('not-decided')
  if (reason.trim() === '') return refused('reason-missing')
  const judged = act.kind === 'corrects' ? act : { outcome: found.outcome, results: [], reservations: [] }
  if (act.kind === 'corrects') {
    const today = localDateIn(found.timeZone, now)
    const why = whyNotADecision({ ...act, typedName }, by.name, found.criteria as Criterion[], today)
    if (why) return refused(why)
  }
  try {
    const [row] = await tx.transaction((inner) =>
      inner.execute<{ decision_id: string }>(sql`
        select portal.record_decision(${submissionId}, ${act.kind}, ${judged.outcome}, ${typedName}, ${statement},
          ${reason}, ${JSON.stringify(judged.results)}::jsonb, ${JSON.stringify(judged.reservations)}::jsonb)
          as decision_id`),
    )
    return { ok: true as const, decisionId: row!.decision_id, projectId: found.projectId }
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'both_sides_correct_deemed') return refused('both-sides')
    if (constraint === 'decision_is_not_billed') return refused('already-billed')
    if (constraint === 'decision_is_there' || constraint === 'decisions_in_line')
      return refused('not-decided')
    if (constraint === 'submission_is_the_latest') return refused('superseded')
    throw error
  }
}
