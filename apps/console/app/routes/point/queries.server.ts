import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { punchItemClosures, punchItems } from '@countersign/db/tables/decision-parts'
import { decisions, submissions } from '@countersign/db/tables/delivery'
import { and, eq } from 'drizzle-orm'

/** A point that an acceptance left, with its deliverable; null where it is not there. */
export async function pointToReport(tx: Tx, projectId: string, itemId: string) {
  const [row] = await tx
    .select({
      position: punchItems.position,
      text: punchItems.text,
      ownerSide: punchItems.ownerSide,
      ownerName: punchItems.ownerName,
      dueOn: punchItems.dueOn,
      closedAt: punchItemClosures.closedAt,
      deliverableId: deliverables.id,
      code: deliverables.code,
      name: deliverables.name,
    })
    .from(punchItems)
    .innerJoin(decisions, eq(decisions.id, punchItems.decisionId))
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .innerJoin(deliverables, eq(deliverables.id, submissions.deliverableId))
    .leftJoin(punchItemClosures, eq(punchItemClosures.punchItemId, punchItems.id))
    .where(and(eq(punchItems.projectId, projectId), eq(punchItems.id, itemId)))
  return row ?? null
}
