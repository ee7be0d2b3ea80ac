import type { Tx } from '@countersign/db/connect'
import {
  portalDecisions,
  portalProjects,
  portalPunchItems,
  portalSubmissions,
  portalTestRounds,
  portalTestRuns,
} from '@countersign/db/views/portal'
import { localDateIn } from '@countersign/domain/calendar-day'
import type { TestCase } from '@countersign/domain/testing'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { withPunchState } from '../../acceptance/punch-state'

/** Points that wait for the customer: reported done, to be closed, or the customer's own to settle. */
export async function pointsToDo(tx: Tx, now: Date) {
  const rows = await tx
    .select({
      id: portalPunchItems.id,
      submissionId: portalPunchItems.submissionId,
      position: portalPunchItems.position,
      text: portalPunchItems.text,
      ownerSide: portalPunchItems.ownerSide,
      dueOn: portalPunchItems.dueOn,
      closedAt: portalPunchItems.closedAt,
      reports: portalPunchItems.reports,
      deliverable: portalSubmissions.deliverableName,
      projectName: portalProjects.name,
      timeZone: portalProjects.timeZone,
    })
    .from(portalPunchItems)
    .innerJoin(portalDecisions, eq(portalDecisions.id, portalPunchItems.decisionId))
    .innerJoin(portalSubmissions, eq(portalSubmissions.id, portalPunchItems.submissionId))
    .innerJoin(portalProjects, eq(portalProjects.id, portalPunchItems.projectId))
    .where(
      and(
        isNull(portalPunchItems.closedAt),
        eq(portalDecisions.isInForce, true),
        inArray(portalProjects.myRole, ['signatory', 'contributor']),
      ),
    )
    .orderBy(asc(portalPunchItems.dueOn), asc(portalPunchItems.position))
  return rows
    .map(({ timeZone, ...row }) => withPunchState(row, localDateIn(timeZone, now)))
    .filter(({ state, ownerSide }) => state === 'reported' || ownerSide === 'customer')
}

export type PointToDo = Awaited<ReturnType<typeof pointsToDo>>[number]

/** Rounds of testing with cases that nobody has run yet, where this person may run them. */
export async function testsToDo(tx: Tx) {
  const [rounds, runs] = await Promise.all([
    tx
      .select({
        id: portalTestRounds.id,
        projectId: portalTestRounds.projectId,
        deliverable: portalTestRounds.deliverableName,
        version: portalTestRounds.version,
        cases: portalTestRounds.cases,
        projectName: portalProjects.name,
      })
      .from(portalTestRounds)
      .innerJoin(portalProjects, eq(portalProjects.id, portalTestRounds.projectId))
      .where(
        and(eq(portalTestRounds.isLatest, true), inArray(portalProjects.myRole, ['tester', 'signatory'])),
      )
      .orderBy(asc(portalTestRounds.openedAt)),
    tx.select({ roundId: portalTestRuns.roundId, caseId: portalTestRuns.caseId }).from(portalTestRuns),
  ])
  return rounds.flatMap(({ cases, ...round }) => {
    const titles = (cases as TestCase[])
      .filter(({ id }) => !runs.some(({ roundId, caseId }) => roundId === round.id && caseId === id))
      .map(({ title }) => title)
    return titles.length > 0 ? [{ ...round, titles }] : []
  })
}

export type TestsToDo = Awaited<ReturnType<typeof testsToDo>>[number]
