import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import {
  gateConditionClosures,
  gateConditions,
  gateDecisions,
  projectPhases,
} from '@countersign/db/tables/phases'
import { and, eq } from 'drizzle-orm'

/** A condition of a conditional go, and whether it is settled; null where it is not there. */
export async function conditionOf(tx: Tx, projectId: string, conditionId: string) {
  const [row] = await tx
    .select({
      text: gateConditions.text,
      dueOn: gateConditions.dueOn,
      owner: staff.name,
      phaseId: gateDecisions.phaseId,
      gateName: projectPhases.gateName,
      note: gateConditionClosures.note,
    })
    .from(gateConditions)
    .innerJoin(gateDecisions, eq(gateDecisions.id, gateConditions.gateDecisionId))
    .innerJoin(projectPhases, eq(projectPhases.id, gateDecisions.phaseId))
    .innerJoin(staff, eq(staff.id, gateConditions.ownerId))
    .leftJoin(gateConditionClosures, eq(gateConditionClosures.conditionId, gateConditions.id))
    .where(and(eq(gateConditions.projectId, projectId), eq(gateConditions.id, conditionId)))
  return row ?? null
}
