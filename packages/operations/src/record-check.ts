import type { StaffActor, Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { qualityCheckResults, qualityChecks } from '@countersign/db/tables/quality'
import { deliverableStates } from '@countersign/db/views/states'
import { nextStage } from '@countersign/domain/acceptance'
import { eq } from 'drizzle-orm'
import { refused } from './result'

type Check = { checkId: string; result: 'passed' | 'failed'; note: string; by: StaffActor; now: Date }

/** The named checker says whether the next version passes; the latest word counts. */
export async function recordCheck(tx: Tx, { checkId, result, note, by, now }: Check) {
  const [check] = await tx
    .select({
      projectId: qualityChecks.projectId,
      checkerId: qualityChecks.checkerId,
      version: deliverableStates.version,
      state: deliverableStates.state,
      stage: deliverableStates.stage,
      acceptance: deliverables.acceptance,
    })
    .from(qualityChecks)
    .innerJoin(deliverables, eq(deliverables.id, qualityChecks.deliverableId))
    .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, qualityChecks.deliverableId))
    .where(eq(qualityChecks.id, checkId))
  if (!check) return refused('no-such-check')
  if (check.checkerId !== by.staffId) return refused('not-the-checker')
  if (nextStage(check) === null) return refused('already-accepted')
  if (result === 'failed' && note.trim() === '') return refused('failed-without-reason')
  await tx.insert(qualityCheckResults).values({
    projectId: check.projectId,
    checkId,
    version: (check.version ?? 0) + 1,
    result,
    note,
    checkedBy: by.staffId,
    checkedAt: now,
  })
  return { ok: true as const }
}
