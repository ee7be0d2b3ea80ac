import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { eq } from 'drizzle-orm'
import { refused } from './result'

type TermSheet = {
  projectId: string
  /** Whether an invoice must name a purchase order of the customer's. */
  requiresOrder: boolean
  penalties: string
  liabilityCap: string
  governingDocuments: string
  otherTerms: string
}

/** Writes the words of the term sheet, which may be put down at any time: they change nothing of price or schedule. */
export async function agreeTerms(tx: Tx, { projectId, ...terms }: TermSheet) {
  const written = await tx
    .update(contracts)
    .set(terms)
    .where(eq(contracts.projectId, projectId))
    .returning({ id: contracts.projectId })
  return written.length > 0 ? { ok: true as const } : refused('no-contract')
}
