import type { StaffActor, Tx } from '@countersign/db/connect'
import { qualityCheckResults, qualityChecks } from '@countersign/db/tables/quality'
import { deliverableStates } from '@countersign/db/views/states'
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
    })
    .from(qualityChecks)
    .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, qualityChecks.deliverableId))
    .where(eq(qualityChecks.id, checkId))
  if (!check) return refused('no-such-check')
  if (check.checkerId !== by.staffId) return refused('not-the-checker')
  if (check.state === 'accepted') return refused('already-accepted')
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
