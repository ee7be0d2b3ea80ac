import type { StaffActor, Tx } from '@countersign/db/connect'
import { decisions } from '@countersign/db/tables/delivery'
import { correctionAgreements } from '@countersign/db/tables/outside-decisions'
import { isInForce } from '@countersign/db/views/in-force'
import { and, eq } from 'drizzle-orm'
import { refused } from './result'

type Agreement = { projectId: string; submissionId: string; reason: string; by: StaffActor; now: Date }

/**
 * Our side agrees that the customer may correct or withdraw an acceptance that the contract deemed. The contract binds
 * both, so neither side changes it alone: the other half is the customer's correction.
 */
export async function agreeToCorrect(tx: Tx, { projectId, submissionId, reason, by, now }: Agreement) {
  const [decision] = await tx
    .select({ id: decisions.id, kind: decisions.kind })
    .from(decisions)
    .where(and(eq(decisions.projectId, projectId), eq(decisions.submissionId, submissionId), isInForce))
  if (!decision) return refused('no-such-decision')
  if (decision.kind !== 'deemed') return refused('not-deemed')
  const [row] = await tx
    .insert(correctionAgreements)
    .values({ decisionId: decision.id, projectId, reason, agreedBy: by.staffId, agreedAt: now })
    .onConflictDoNothing()
    .returning({ decisionId: correctionAgreements.decisionId })
  return row ? { ok: true as const, decisionId: decision.id } : refused('already-agreed')
}
