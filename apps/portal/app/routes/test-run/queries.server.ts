import type { Tx } from '@countersign/db/connect'
import { portalProjects, portalTestRounds } from '@countersign/db/views/portal'
import type { TestCase } from '@countersign/domain/testing'
import { eq } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'

/** A case of a round, as it is to be run; null where there is none. */
export async function caseToRun(tx: Tx, roundId: string, caseId: string) {
  const [row] = await tx
    .select({
      project: projectHead,
      role: portalProjects.myRole,
      cases: portalTestRounds.cases,
      version: portalTestRounds.version,
      deliverableName: portalTestRounds.deliverableName,
      isLatest: portalTestRounds.isLatest,
    })
    .from(portalTestRounds)
    .innerJoin(portalProjects, eq(portalProjects.id, portalTestRounds.projectId))
    .where(eq(portalTestRounds.id, roundId))
  const testCase = (row?.cases as TestCase[] | undefined)?.find(({ id }) => id === caseId)
  if (!row || !testCase) return null
  const { cases: _, role, ...round } = row
  const isTester = role === 'tester' || role === 'signatory'
  const whyNot = !isTester ? ('not-a-tester' as const) : round.isLatest ? null : ('later-round' as const)
  return { ...round, testCase, whyNot }
}
