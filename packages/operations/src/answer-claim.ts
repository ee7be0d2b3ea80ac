import type { StaffActor, Tx } from '@countersign/db/connect'
import { claimAnswers, claimClosures, warrantyClaims } from '@countersign/db/tables/warranty'
import { and, eq } from 'drizzle-orm'
import { enqueue } from './enqueue'
import { refused } from './result'

type Answer = {
  projectId: string
  claimId: string
  answer: 'mended' | 'not-covered' | 'in-work'
  text: string
  by: StaffActor
  now: Date
}

/** Says what our side did about a warranty claim. What settles it is the customer's closing, not this. */
export async function answerClaim(tx: Tx, { projectId, claimId, answer, text, by, now }: Answer) {
  const [claim] = await tx
    .select({ id: warrantyClaims.id, closedAt: claimClosures.closedAt })
    .from(warrantyClaims)
    .leftJoin(claimClosures, eq(claimClosures.claimId, warrantyClaims.id))
    .where(and(eq(warrantyClaims.projectId, projectId), eq(warrantyClaims.id, claimId)))
  if (!claim) return refused('no-such-claim')
  if (claim.closedAt) return refused('already-closed')
  const [row] = await tx
    .insert(claimAnswers)
    .values({ projectId, claimId, answer, text, answeredBy: by.staffId, answeredAt: now })
    .returning({ id: claimAnswers.id })
  await enqueue(tx, 'after-claim-answer', { claimAnswerId: row!.id }, `claim answer ${row!.id}`)
  return { ok: true as const }
}
