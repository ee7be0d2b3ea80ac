import type { ContactActor, Tx } from '@countersign/db/connect'
import { portalAuthorities, portalProjects, portalSubmissions } from '@countersign/db/views/portal'
import {
  whyNotADecision,
  whyNotDecidable,
  type Criterion,
  type CriterionResult,
  type DecisionOutcome,
} from '@countersign/domain/acceptance'
import { localDateIn } from '@countersign/domain/calendar-day'
import { eq, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Decision = {
  submissionId: string
  outcome: DecisionOutcome
  typedName: string
  /** The sentence that was read and agreed to, word for word. */
  statement: string
  results: CriterionResult[]
  by: ContactActor
  now: Date
}

/**
 * Records a signatory's decision on exactly this version. The rule is asked first, for the words of a refusal; the
 * database's own function records the fact and holds to the same rule against anybody. Two signatories at once: one
 * decision. The caller re-enters the password first (the function wants it within five minutes).
 */
export async function decideSubmission(tx: Tx, decision: Decision) {
  const { submissionId, outcome, typedName, statement, results, by, now } = decision
  const [found] = await tx
    .select({
      projectId: portalSubmissions.projectId,
      outcome: portalSubmissions.outcome,
      valueMinor: portalSubmissions.valueMinor,
      currency: portalSubmissions.currency,
      criteria: portalSubmissions.criteria,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalSubmissions)
    .innerJoin(portalProjects, eq(portalProjects.id, portalSubmissions.projectId))
    .where(eq(portalSubmissions.id, submissionId))
  if (!found) return refused('no-such-submission')
  const { projectId, role, timeZone } = found
  const authorities = await tx
    .select()
    .from(portalAuthorities)
    .where(eq(portalAuthorities.projectId, projectId))
  const criteria = found.criteria as Criterion[]
  const why =
    whyNotDecidable(
      {
        isDecided: found.outcome !== null,
        valueMinor: found.valueMinor,
        currency: found.currency,
        criteria,
      },
      role,
      authorities,
      localDateIn(timeZone, now),
    ) ?? whyNotADecision({ outcome, typedName, results }, by.name, criteria)
  if (why) return refused(why)

  const reason = results
    .filter(({ result }) => result === 'not-met')
    .map(({ comment }) => comment)
    .join('\n')
  try {
    // A savepoint, so that losing the race leaves the transaction usable for its refusal.
    const [row] = await tx.transaction((inner) =>
      inner.execute<{ decision_id: string }>(sql`
        select portal.record_decision(${submissionId}, ${outcome}, ${typedName}, ${statement}, ${reason},
          ${JSON.stringify(results)}::jsonb) as decision_id`),
    )
    return { ok: true as const, decisionId: row!.decision_id, projectId }
  } catch (error) {
    if (brokenConstraint(error) === 'decisions_once') return refused('already-decided')
    throw error
  }
}
