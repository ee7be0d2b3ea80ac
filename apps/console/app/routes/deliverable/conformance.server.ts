import type { Tx } from '@countersign/db/connect'
import { criterionResults, decisions, submissions } from '@countersign/db/tables/delivery'
import { testRounds } from '@countersign/db/tables/testing'
import { isInForce } from '@countersign/db/views/in-force'
import type { Criterion } from '@countersign/domain/acceptance'
import { reviewRounds } from '@countersign/domain/review-rounds'
import { testsOfVersion } from '@countersign/operations/tests-of-version'
import { and, desc, eq, max } from 'drizzle-orm'

/** Each criterion with what shows that it is met: its test cases' latest runs, and the customer's latest verdict. */
export async function conformanceOf(tx: Tx, deliverableId: string, criteria: Criterion[]) {
  const [[tested], verdicts] = await Promise.all([
    tx
      .select({ version: max(testRounds.version) })
      .from(testRounds)
      .where(eq(testRounds.deliverableId, deliverableId)),
    tx
      .select({
        criterionId: criterionResults.criterionId,
        result: criterionResults.result,
        version: submissions.version,
      })
      .from(criterionResults)
      .innerJoin(decisions, eq(decisions.id, criterionResults.decisionId))
      .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
      .where(and(eq(submissions.deliverableId, deliverableId), isInForce))
      .orderBy(desc(submissions.version)),
  ])
  const testedVersion = tested?.version ?? null
  const tests = testedVersion === null ? [] : await testsOfVersion(tx, deliverableId, testedVersion)
  return {
    testedVersion,
    rows: criteria.map(({ id, position, statement }) => ({
      position,
      statement,
      tests: tests
        .filter(({ criterionPosition }) => criterionPosition === position)
        .map(({ caseId, title, outcome, defects }) => ({
          caseId,
          title,
          outcome,
          openDefects: defects.filter(({ isClosed }) => !isClosed).map(({ number }) => number),
        })),
      verdict: verdicts.find(({ criterionId }) => criterionId === id) ?? null,
    })),
  }
}

/** How often and how long the customer looked at it. */
export async function reviewOf(tx: Tx, deliverableId: string) {
  const versions = await tx
    .select({
      submittedAt: submissions.submittedAt,
      decidedAt: decisions.decidedAt,
      outcome: decisions.outcome,
    })
    .from(submissions)
    .leftJoin(decisions, and(eq(decisions.submissionId, submissions.id), isInForce))
    .where(eq(submissions.deliverableId, deliverableId))
  return reviewRounds(versions)
}
