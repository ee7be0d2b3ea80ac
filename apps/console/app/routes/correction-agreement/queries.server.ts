import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { deliverableStates } from '@countersign/db/views/states'
import { and, eq } from 'drizzle-orm'

/** A deliverable whose acceptance the contract deemed; null for any other. */
export async function deemedDeliverable(
  tx: Tx,
  { projectId, deliverableId }: { projectId: string; deliverableId: string },
) {
  const [deliverable] = await tx
    .select({
      code: deliverables.code,
      name: deliverables.name,
      submissionId: deliverableStates.submissionId,
      decidedAt: deliverableStates.decidedAt,
    })
    .from(deliverables)
    .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
    .where(
      and(
        eq(deliverables.projectId, projectId),
        eq(deliverables.id, deliverableId),
        eq(deliverableStates.decisionKind, 'deemed'),
      ),
    )
  return deliverable?.submissionId ? { ...deliverable, submissionId: deliverable.submissionId } : null
}
