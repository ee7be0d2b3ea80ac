import type { Tx } from '@countersign/db/connect'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import { deliverableStates } from '@countersign/db/views/states'
import { and, asc, eq } from 'drizzle-orm'

/** What the next version of a deliverable will be; null where there is no such deliverable. */
export async function versionToSubmit(tx: Tx, projectId: string, deliverableId: string) {
  const [[deliverable], criteria] = await Promise.all([
    tx
      .select({
        id: deliverables.id,
        code: deliverables.code,
        name: deliverables.name,
        version: deliverableStates.version,
      })
      .from(deliverables)
      .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
      .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId))),
    tx
      .select({ id: acceptanceCriteria.id, statement: acceptanceCriteria.statement })
      .from(acceptanceCriteria)
      .where(eq(acceptanceCriteria.deliverableId, deliverableId))
      .orderBy(asc(acceptanceCriteria.position)),
  ])
  return deliverable ? { ...deliverable, version: (deliverable.version ?? 0) + 1, criteria } : null
}
