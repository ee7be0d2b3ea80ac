import type { Tx } from '@countersign/db/connect'
import { portalProjects, portalTestRounds } from '@countersign/db/views/portal'
import { whyNotARun, type StepResult, type TestCase } from '@countersign/domain/testing'
import { eq, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'
import type { StoredFile } from './submit-deliverable'

type Run = {
  roundId: string
  caseId: string
  /** One for each step of the case; a failed one says what was seen. */
  steps: { result: StepResult; comment: string; files: StoredFile[] }[]
  comment: string
}

/** A tester runs one case: what came of each step, and a defect with its files for each that failed. */
export async function runTest(tx: Tx, { roundId, caseId, steps, comment }: Run) {
  const [round] = await tx
    .select({
      cases: portalTestRounds.cases,
      isLatest: portalTestRounds.isLatest,
      role: portalProjects.myRole,
    })
    .from(portalTestRounds)
    .innerJoin(portalProjects, eq(portalProjects.id, portalTestRounds.projectId))
    .where(eq(portalTestRounds.id, roundId))
  const testCase = (round?.cases as TestCase[] | undefined)?.find(({ id }) => id === caseId)
  if (!round || !testCase) return refused('no-such-case')
  if (round.role !== 'tester' && round.role !== 'signatory') return refused('not-a-tester')
  if (!round.isLatest) return refused('later-round')
  const flaw = whyNotARun({ steps }, testCase)
  if (flaw) return refused(flaw)
  const results = steps.map(({ result, comment: said }) => ({ result, comment: said }))
  const defects = steps.flatMap(({ result, comment: description, files }, at) =>
    result === 'failed' ? [{ step: at + 1, description, files }] : [],
  )
  try {
    await tx.transaction((inner) =>
      inner.execute(sql`select portal.record_test_run(${roundId}, ${caseId}, ${JSON.stringify(results)}::jsonb,
        ${comment}, ${JSON.stringify(defects)}::jsonb)`),
    )
    return { ok: true as const }
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'round_is_the_latest') return refused('later-round')
    if (constraint === 'round_is_open') return refused('already-decided')
    throw error
  }
}
