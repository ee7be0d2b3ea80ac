import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { contractNow } from '@countersign/operations/contract-now'
import { asc, eq } from 'drizzle-orm'

/** What a change can name: lines that take an amount, milestones and deliverables that are open still. */
export async function changeable(tx: Tx, projectId: string) {
  const [contract, known] = await Promise.all([
    contractNow(tx, projectId),
    tx
      .select({ id: deliverables.id, code: deliverables.code, name: deliverables.name })
      .from(deliverables)
      .where(eq(deliverables.projectId, projectId))
      .orderBy(asc(deliverables.position)),
  ])
  if (!contract || contract.signedOn === null) return null
  const { lines, milestones, openDeliverableIds } = contract.now
  const money = (minor: bigint) => ({ minor: String(minor), currency: contract.currency })
  return {
    currency: contract.currency,
    lines: lines
      .filter(({ kind }) => kind !== 'retainer' && kind !== 'non-billable')
      .map(({ id, name, kind, currentMinor }) => ({ id, name, kind, worth: money(currentMinor) })),
    milestones: milestones
      .filter(({ isOpen }) => isOpen)
      .map(({ id, name, amountMinor }) => ({ id, name, worth: money(amountMinor) })),
    deliverables: known.filter(({ id }) => openDeliverableIds.includes(id)),
  }
}

export type Changeable = NonNullable<Awaited<ReturnType<typeof changeable>>>
