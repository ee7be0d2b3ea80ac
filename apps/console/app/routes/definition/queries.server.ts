import type { Tx } from '@countersign/db/connect'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, eq, or, sql } from 'drizzle-orm'

const MOST_TASKS = 1000

/** A deliverable as it is defined (an empty one without id) and the tasks that it can be due with; null if absent. */
export async function definitionOf(tx: Tx, projectId: string, deliverableId: string | undefined) {
  const which = and(
    eq(deliverables.projectId, projectId),
    deliverableId ? eq(deliverables.id, deliverableId) : sql`false`,
  )
  const [[project], [known], criteria, dueTasks] = await Promise.all([
    tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)),
    tx.select().from(deliverables).where(which),
    tx
      .select({
        statement: acceptanceCriteria.statement,
        howChecked: acceptanceCriteria.howChecked,
        evidenceWanted: acceptanceCriteria.evidenceWanted,
        weight: sql<string>`${acceptanceCriteria.weight}::text`,
      })
      .from(acceptanceCriteria)
      .innerJoin(deliverables, eq(deliverables.id, acceptanceCriteria.deliverableId))
      .where(which)
      .orderBy(asc(acceptanceCriteria.position)),
    tx
      .select({
        uid: tasks.uid,
        wbs: tasks.wbs,
        name: tasks.name,
        on: sql<string>`left(${tasks.finishesLocal}, 10)`,
      })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), or(eq(tasks.isSummary, false), eq(tasks.isMilestone, true))))
      // Milestones first where not everything fits; the plan's order among what is shown.
      .orderBy(sql`${tasks.isMilestone} desc`, asc(tasks.position))
      .limit(MOST_TASKS),
  ])
  if (!project || (deliverableId && !known)) return null
  return {
    name: known?.name ?? '',
    description: known?.description ?? '',
    dueTaskUid: known?.dueTaskUid ?? null,
    acceptance: known?.acceptance ?? 'once',
    criteria,
    dueTasks,
  }
}

/** A definition as the form reads it. */
export type Definition = SerializeFrom<NonNullable<Awaited<ReturnType<typeof definitionOf>>>>
