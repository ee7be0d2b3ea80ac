import type { ContactActor, Tx } from '@countersign/db/connect'
import { portalProjects, portalSubmissions } from '@countersign/db/views/portal'
import {
  whyNotADecision,
  whyNotDecidable,
  type Criterion,
  type CriterionResult,
  type DecisionOutcome,
  type Reservation,
  type SubmissionTerms,
} from '@countersign/domain/acceptance'
import { localDateIn } from '@countersign/domain/calendar-day'
import { eq, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'
import { authoritiesToAccept, requiredSignatures } from './who-signs'

type Decision = {
  submissionId: string
  outcome: DecisionOutcome
  typedName: string
  /** The sentence that was read and agreed to, word for word. */
  statement: string
  results: CriterionResult[]
  /** What is left to be done; only where it is accepted with reservations. */
  reservations: Reservation[]
  by: ContactActor
  now: Date
}

/**
 * Records a signatory's decision on exactly this version. The rule is asked first, for the words of a refusal; the
 * database's own function records the fact and holds to the same rule against anybody. Two signatories at once: one
 * decision. Where several have to sign, `decisionId` is null until the last one did. The caller re-enters the password
 * first (the function wants it within five minutes).
 */
export async function decideSubmission(tx: Tx, decision: Decision) {
  const { submissionId, outcome, typedName, statement, results, reservations, by, now } = decision
  const [found] = await tx
    .select({
      projectId: portalSubmissions.projectId,
      outcome: portalSubmissions.outcome,
      isSuperseded: portalSubmissions.isSuperseded,
      valueMinor: portalSubmissions.valueMinor,
      currency: portalSubmissions.currency,
      criteria: portalSubmissions.criteria,
      terms: portalSubmissions.terms,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalSubmissions)
    .innerJoin(portalProjects, eq(portalProjects.id, portalSubmissions.projectId))
    .where(eq(portalSubmissions.id, submissionId))
  if (!found) return refused('no-such-submission')
  const { projectId, role, timeZone } = found
  const [authorities, required] = await Promise.all([
    authoritiesToAccept(tx, projectId),
    requiredSignatures(tx, submissionId),
  ])
  const order = (found.terms as SubmissionTerms | null)?.signingOrder ?? 'parallel'
  const criteria = found.criteria as Criterion[]
  const today = localDateIn(timeZone, now)
  const why =
    whyNotDecidable(
      {
        isDecided: found.outcome !== null,
        isSuperseded: found.isSuperseded,
        valueMinor: found.valueMinor,
        currency: found.currency,
        criteria,
      },
      role,
      authorities,
      today,
      { me: by.contactId, order, required },
    ) ?? whyNotADecision({ outcome, typedName, results, reservations }, by.name, criteria, today)
  if (why) return refused(why)
  try {
    // A savepoint, so that losing the race leaves the transaction usable for its refusal.
    const [row] = await tx.transaction((inner) =>
      inner.execute<{ decision_id: string | null }>(sql`
        select portal.record_decision(${submissionId}, 'decides', ${outcome}, ${typedName}, ${statement}, '',
          ${JSON.stringify(results)}::jsonb, ${JSON.stringify(reservations)}::jsonb) as decision_id`),
    )
    return { ok: true as const, decisionId: row!.decision_id, projectId }
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'decisions_once') return refused('already-decided')
    if (constraint === 'submission_is_the_latest') return refused('superseded')
    if (constraint === 'signatures_once') return refused('already-signed')
    if (constraint === 'signatory_is_required') return refused('others-sign')
    if (constraint === 'signatory_is_next') return refused('not-your-turn')
    throw error
  }
}
