import type { Tx } from '@countersign/db/connect'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import { contacts, staff } from '@countersign/db/tables/people'
import {
  defectAnswers,
  testCases,
  testDefectFiles,
  testDefects,
  testRounds,
  testRuns,
} from '@countersign/db/tables/testing'
import { deliverableStates } from '@countersign/db/views/states'
import { nextStage } from '@countersign/domain/acceptance'
import type { TestCase, TestStep } from '@countersign/domain/testing'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, desc, eq } from 'drizzle-orm'

/** A deliverable's test cases, every round with its runs, and the defects; null where there is no such deliverable. */
export async function testsOfDeliverable(tx: Tx, projectId: string, deliverableId: string) {
  const ofDeliverable = eq(testRounds.deliverableId, deliverableId)
  const [[deliverable], criteria, cases, rounds, runs, defects, answers, files] = await Promise.all([
    tx
      .select({
        name: deliverables.name,
        code: deliverables.code,
        state: deliverableStates.state,
        stage: deliverableStates.stage,
        acceptance: deliverables.acceptance,
        version: deliverableStates.version,
      })
      .from(deliverables)
      .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
      .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId))),
    tx
      .select({ position: acceptanceCriteria.position, statement: acceptanceCriteria.statement })
      .from(acceptanceCriteria)
      .where(eq(acceptanceCriteria.deliverableId, deliverableId))
      .orderBy(asc(acceptanceCriteria.position)),
    tx
      .select()
      .from(testCases)
      .where(eq(testCases.deliverableId, deliverableId))
      .orderBy(asc(testCases.position)),
    tx
      .select({
        id: testRounds.id,
        version: testRounds.version,
        number: testRounds.number,
        message: testRounds.message,
        cases: testRounds.cases,
        openedAt: testRounds.openedAt,
        openedBy: staff.name,
      })
      .from(testRounds)
      .innerJoin(staff, eq(staff.id, testRounds.openedBy))
      .where(ofDeliverable)
      .orderBy(desc(testRounds.version), desc(testRounds.number)),
    tx
      .select({
        roundId: testRuns.roundId,
        caseId: testRuns.caseId,
        outcome: testRuns.outcome,
        comment: testRuns.comment,
        runAt: testRuns.runAt,
        runBy: contacts.name,
      })
      .from(testRuns)
      .innerJoin(testRounds, eq(testRounds.id, testRuns.roundId))
      .innerJoin(contacts, eq(contacts.id, testRuns.runBy))
      .where(ofDeliverable)
      .orderBy(desc(testRuns.runAt)),
    tx
      .select({
        id: testDefects.id,
        number: testDefects.number,
        step: testDefects.step,
        description: testDefects.description,
        raisedAt: testDefects.raisedAt,
        raisedBy: contacts.name,
        caseId: testRuns.caseId,
      })
      .from(testDefects)
      .innerJoin(testRuns, eq(testRuns.id, testDefects.runId))
      .innerJoin(testRounds, eq(testRounds.id, testRuns.roundId))
      .innerJoin(contacts, eq(contacts.id, testDefects.raisedBy))
      .where(ofDeliverable)
      .orderBy(desc(testDefects.number)),
    tx
      .select({
        id: defectAnswers.id,
        defectId: defectAnswers.defectId,
        answer: defectAnswers.answer,
        text: defectAnswers.text,
        by: staff.name,
        at: defectAnswers.answeredAt,
      })
      .from(defectAnswers)
      .innerJoin(staff, eq(staff.id, defectAnswers.answeredBy))
      .where(eq(defectAnswers.projectId, projectId))
      .orderBy(asc(defectAnswers.answeredAt)),
    tx.select().from(testDefectFiles).where(eq(testDefectFiles.projectId, projectId)),
  ])
  if (!deliverable) return null
  const nextVersion = (deliverable.version ?? 0) + (deliverable.state === 'submitted' ? 0 : 1)
  return {
    deliverable: { ...deliverable, nextVersion, isDone: nextStage(deliverable) === null },
    criteria,
    cases: cases.map((each) => ({ ...each, steps: each.steps as TestStep[] })),
    rounds: rounds.map((round) => ({
      ...round,
      cases: (round.cases as TestCase[]).map(({ id, title }) => ({
        id,
        title,
        run: runs.find(({ roundId, caseId }) => roundId === round.id && caseId === id) ?? null,
      })),
    })),
    defects: defects.map((defect) => ({
      ...defect,
      title: titleOf(defect.caseId, rounds),
      answers: answers.filter(({ defectId }) => defectId === defect.id),
      files: files
        .filter(({ defectId }) => defectId === defect.id)
        .map(({ name, sha256 }) => ({ name, sha256 })),
      isClosed: runs.some(
        ({ caseId, outcome, runAt }) =>
          caseId === defect.caseId && outcome === 'passed' && runAt > defect.raisedAt,
      ),
    })),
  }
}

export type DeliverableTests = SerializeFrom<NonNullable<Awaited<ReturnType<typeof testsOfDeliverable>>>>

function titleOf(caseId: string, rounds: { cases: unknown }[]): string {
  const cases = rounds.flatMap((round) => round.cases as TestCase[])
  return cases.find(({ id }) => id === caseId)?.title ?? ''
}
