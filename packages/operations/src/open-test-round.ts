import type { StaffActor, Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { testCases, testRounds } from '@countersign/db/tables/testing'
import { deliverableStates } from '@countersign/db/views/states'
import { nextStage } from '@countersign/domain/acceptance'
import { and, asc, eq, max } from 'drizzle-orm'
import { enqueue } from './enqueue'
import { refused } from './result'

type Opening = { projectId: string; deliverableId: string; message: string; by: StaffActor; now: Date }

/**
 * Opens a version to the customer's testers, with the test cases as they stand: the version that waits for its decision,
 * else the next one, before it is submitted. Another round on the same version is a re-test.
 */
export async function openTestRound(tx: Tx, { projectId, deliverableId, message, by, now }: Opening) {
  const [deliverable] = await tx
    .select({
      state: deliverableStates.state,
      stage: deliverableStates.stage,
      version: deliverableStates.version,
      acceptance: deliverables.acceptance,
    })
    .from(deliverables)
    .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
    .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId)))
    .for('update', { of: deliverables })
  if (!deliverable) return refused('no-such-deliverable')
  if (nextStage(deliverable) === null) return refused('already-accepted')
  const cases = await tx
    .select({
      id: testCases.id,
      position: testCases.position,
      criterionPosition: testCases.criterionPosition,
      title: testCases.title,
      preparation: testCases.preparation,
      steps: testCases.steps,
    })
    .from(testCases)
    .where(eq(testCases.deliverableId, deliverableId))
    .orderBy(asc(testCases.position))
  if (cases.length === 0) return refused('no-test-cases')
  const version = (deliverable.version ?? 0) + (deliverable.state === 'submitted' ? 0 : 1)
  const [last] = await tx
    .select({ number: max(testRounds.number) })
    .from(testRounds)
    .where(and(eq(testRounds.deliverableId, deliverableId), eq(testRounds.version, version)))
  const number = (last?.number ?? 0) + 1
  const [row] = await tx
    .insert(testRounds)
    .values({
      projectId,
      deliverableId,
      version,
      number,
      message,
      cases,
      openedBy: by.staffId,
      openedAt: now,
    })
    .returning({ id: testRounds.id })
  const testRoundId = row!.id
  await enqueue(tx, 'after-test-round', { testRoundId }, `test round ${testRoundId}`)
  return { ok: true as const, testRoundId, version, number }
}
