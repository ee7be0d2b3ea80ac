import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { whyNotAcceptanceTerms, type AcceptanceAgreement } from '@countersign/domain/acceptance-terms'
import { eq } from 'drizzle-orm'
import { refused } from './result'

/**
 * Writes what the contract says about acceptance. It may change at any time: what was submitted keeps the terms under
 * which it was.
 */
export async function agreeAcceptance(
  tx: Tx,
  { projectId, ...agreed }: AcceptanceAgreement & { projectId: string },
) {
  const why = whyNotAcceptanceTerms(agreed)
  if (why) return refused(why)
  const { days, firstDay, clause, ...terms } = agreed
  const written = await tx
    .update(contracts)
    .set({ ...terms, acceptanceClause: clause, acceptanceDays: days, acceptanceFirstDay: firstDay })
    .where(eq(contracts.projectId, projectId))
    .returning({ id: contracts.projectId })
  return written.length > 0 ? { ok: true as const } : refused('no-contract')
}
