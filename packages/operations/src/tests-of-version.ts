import type { Tx } from '@countersign/db/connect'
import { testDefects, testRounds, testRuns } from '@countersign/db/tables/testing'
import type { TestCase, TestResult } from '@countersign/domain/testing'
import { and, asc, desc, eq } from 'drizzle-orm'

/** The test cases of a version's latest round, each with its latest run on that version and its defects. */
export async function testsOfVersion(tx: Tx, deliverableId: string, version: number): Promise<TestResult[]> {
  const ofVersion = and(eq(testRounds.deliverableId, deliverableId), eq(testRounds.version, version))
  const [[round], runs, defects] = await Promise.all([
    tx
      .select({ cases: testRounds.cases })
      .from(testRounds)
      .where(ofVersion)
      .orderBy(desc(testRounds.number))
      .limit(1),
    tx
      .select({
        caseId: testRuns.caseId,
        outcome: testRuns.outcome,
        runBy: testRuns.runBy,
        runAt: testRuns.runAt,
      })
      .from(testRuns)
      .innerJoin(testRounds, eq(testRounds.id, testRuns.roundId))
      .where(ofVersion)
      .orderBy(desc(testRuns.runAt)),
    tx
      .select({
        caseId: testRuns.caseId,
        number: testDefects.number,
        description: testDefects.description,
        foundAt: testRuns.runAt,
      })
      .from(testDefects)
      .innerJoin(testRuns, eq(testRuns.id, testDefects.runId))
      .innerJoin(testRounds, eq(testRounds.id, testRuns.roundId))
      .where(ofVersion)
      .orderBy(asc(testDefects.number)),
  ])
  const cases = (round?.cases as TestCase[] | undefined) ?? []
  return cases.map(({ id, title, criterionPosition }) => {
    const own = runs.filter(({ caseId }) => caseId === id)
    const passedAt = own.find(({ outcome }) => outcome === 'passed')?.runAt
    return {
      caseId: id,
      title,
      criterionPosition,
      outcome: own[0]?.outcome ?? null,
      runBy: own[0]?.runBy ?? null,
      runAt: own[0]?.runAt.toISOString() ?? null,
      defects: defects
        .filter(({ caseId }) => caseId === id)
        .map(({ number, description, foundAt }) => ({
          number,
          description,
          isClosed: passedAt !== undefined && passedAt > foundAt,
        })),
    }
  })
}
