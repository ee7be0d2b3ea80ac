import type { Tx } from '@countersign/db/connect'
import { taskMeasures } from '@countersign/db/tables/baselines'
import { deliverables } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, eq } from 'drizzle-orm'

/** A task, how its progress is measured now, and what it could be measured by; null where there is no such task. */
export async function taskToMeasure(tx: Tx, projectId: string, uid: number) {
  const [[task], [measure], known] = await Promise.all([
    tx
      .select({ uid: tasks.uid, wbs: tasks.wbs, name: tasks.name, isSummary: tasks.isSummary })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, uid))),
    tx
      .select({
        method: taskMeasures.method,
        steps: taskMeasures.steps,
        deliverableId: taskMeasures.deliverableId,
      })
      .from(taskMeasures)
      .where(and(eq(taskMeasures.projectId, projectId), eq(taskMeasures.taskUid, uid))),
    tx
      .select({ id: deliverables.id, code: deliverables.code, name: deliverables.name })
      .from(deliverables)
      .where(eq(deliverables.projectId, projectId))
      .orderBy(asc(deliverables.position)),
  ])
  if (!task) return null
  return {
    task,
    measure: measure ?? { method: 'percent' as const, steps: [], deliverableId: null },
    deliverables: known,
  }
}

export type TaskToMeasure = SerializeFrom<NonNullable<Awaited<ReturnType<typeof taskToMeasure>>>>
