import type { StaffActor, Tx } from '@countersign/db/connect'
import { changeDecisions, changeRequests } from '@countersign/db/tables/contract-lines'
import { and, eq } from 'drizzle-orm'
import { enqueue } from './enqueue'
import { lockProject } from './lock-project'
import { refused } from './result'

type Withdrawal = { projectId: string; changeRequestId: string; reason: string; by: StaffActor; now: Date }

/** Takes a change back that the customer has not decided on yet; it stays on record with the reason. */
export async function withdrawChange(tx: Tx, { projectId, changeRequestId, reason, by, now }: Withdrawal) {
  // Whoever decides holds the project too: one of both is first, and the other hears so.
  if (!(await lockProject(tx, projectId))) return refused('no-such-change')
  const [change] = await tx
    .select({ digest: changeRequests.digest })
    .from(changeRequests)
    .where(and(eq(changeRequests.projectId, projectId), eq(changeRequests.id, changeRequestId)))
  if (!change) return refused('no-such-change')
  if (reason.trim() === '') return refused('reason-missing')
  const written = await tx
    .insert(changeDecisions)
    .values({
      projectId,
      changeRequestId,
      outcome: 'withdrawn',
      staffId: by.staffId,
      reason,
      digest: change.digest,
      decidedAt: now,
    })
    .onConflictDoNothing({ target: changeDecisions.changeRequestId })
    .returning({ id: changeDecisions.id })
  if (written.length === 0) return refused('already-decided')
  await enqueue(tx, 'after-change', { changeRequestId }, `change withdrawn ${changeRequestId}`)
  return { ok: true as const }
}
