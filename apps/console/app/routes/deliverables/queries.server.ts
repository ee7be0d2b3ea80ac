import type { StaffActor, Tx } from '@countersign/db/connect'
import {
  acceptanceCriteria,
  billingMilestoneReleases,
  billingMilestones,
  deliverables,
} from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { deliverableStates } from '@countersign/db/views/states'
import { and, asc, count, eq, sql } from 'drizzle-orm'
import { seesMoney } from '../../roles'

/**
 * What is delivered and where each stands; which billing milestones it releases, for those who may know. Null for no
 * such project.
 */
export async function deliverablesOf(tx: Tx, projectId: string, { role }: StaffActor) {
  const [rows, criteria, releases] = await Promise.all([
    tx
      .select({
        id: deliverables.id,
        code: deliverables.code,
        name: deliverables.name,
        state: deliverableStates.state,
        version: deliverableStates.version,
        dueOn: sql<string | null>`left(${tasks.finishesLocal}, 10)`,
      })
      .from(deliverables)
      .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
      .leftJoin(
        tasks,
        and(eq(tasks.projectId, deliverables.projectId), eq(tasks.uid, deliverables.dueTaskUid)),
      )
      .where(eq(deliverables.projectId, projectId))
      .orderBy(asc(deliverables.position)),
    tx
      .select({ deliverableId: acceptanceCriteria.deliverableId, count: count() })
      .from(acceptanceCriteria)
      .where(eq(acceptanceCriteria.projectId, projectId))
      .groupBy(acceptanceCriteria.deliverableId),
    seesMoney(role)
      ? tx
          .select({ deliverableId: billingMilestoneReleases.deliverableId, name: billingMilestones.name })
          .from(billingMilestoneReleases)
          .innerJoin(billingMilestones, eq(billingMilestones.id, billingMilestoneReleases.billingMilestoneId))
          .where(eq(billingMilestoneReleases.projectId, projectId))
          .orderBy(asc(billingMilestones.position))
      : null,
  ])
  // Every project has its charter: none at all is no project, or not one's own.
  if (rows.length === 0) return null
  return rows.map((row) => ({
    ...row,
    criteria: criteria.find(({ deliverableId }) => deliverableId === row.id)?.count ?? 0,
    releases:
      releases?.filter(({ deliverableId }) => deliverableId === row.id).map(({ name }) => name) ?? null,
  }))
}
