import type { Tx } from '@countersign/db/connect'
import { decisionRecords } from '@countersign/db/tables/appraisals'
import { deliverables } from '@countersign/db/tables/contract'
import { asc, desc, eq } from 'drizzle-orm'
import { askedFor } from '../gate/queries.server'

/** An element of evidence and what of the project can show it; null where the gate does not ask for it. */
export async function elementToRecord(
  tx: Tx,
  { projectId, phaseId, evidenceId }: Record<'projectId' | 'phaseId' | 'evidenceId', string>,
) {
  const [asked, results, decisions] = await Promise.all([
    askedFor(tx, projectId, phaseId, { evidenceId }),
    tx
      .select({ id: deliverables.id, code: deliverables.code, name: deliverables.name })
      .from(deliverables)
      .where(eq(deliverables.projectId, projectId))
      .orderBy(asc(deliverables.position)),
    tx
      .select({ id: decisionRecords.id, number: decisionRecords.number, title: decisionRecords.title })
      .from(decisionRecords)
      .where(eq(decisionRecords.projectId, projectId))
      .orderBy(desc(decisionRecords.number)),
  ])
  if (!asked?.element) return null
  return { gateName: asked.gateName, element: asked.element, deliverables: results, decisions }
}
