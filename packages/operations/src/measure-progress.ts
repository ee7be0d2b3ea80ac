import type { Tx } from '@countersign/db/connect'
import { taskMeasures, type MeasuredStep } from '@countersign/db/tables/baselines'
import { deliverables } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import type { LocalDate } from '@countersign/domain/calendar-day'
import type { ProgressMethod } from '@countersign/domain/earned-value/progress-method'
import { and, eq } from 'drizzle-orm'
import { refused } from './result'

type Measure = {
  projectId: string
  uid: number
  method: ProgressMethod['kind']
  /** Of weighted milestones, in their order; weights on any scale. */
  steps: { name: string; weight: number; isDone: boolean }[]
  /** Of criteria accepted: whose criteria. */
  deliverableId: string | null
  today: LocalDate
}

/**
 * Says how a task's progress is measured. A step that is done keeps the day on which that was said; one that is done
 * no more loses it.
 */
export async function measureProgress(
  tx: Tx,
  { projectId, uid, method, steps, deliverableId, today }: Measure,
) {
  const [task] = await tx
    .select({ isSummary: tasks.isSummary })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, uid)))
  if (!task) return refused('no-such-task')
  if (task.isSummary) return refused('is-a-summary')
  if (method === 'weighted-milestones' && steps.length === 0) return refused('no-steps')
  if (
    (method === 'criteria-accepted' || deliverableId !== null) &&
    !(await isOfProject(tx, projectId, deliverableId))
  )
    return refused('no-such-deliverable')

  const where = and(eq(taskMeasures.projectId, projectId), eq(taskMeasures.taskUid, uid))
  const [former] = await tx
    .select({ steps: taskMeasures.steps })
    .from(taskMeasures)
    .where(where)
    .for('update')
  const doneOn = new Map((former?.steps ?? []).map((step) => [step.name, step.doneOn]))
  const measure = {
    method,
    steps:
      method === 'weighted-milestones'
        ? steps.map(({ name, weight, isDone }): MeasuredStep => ({
            name,
            weight,
            doneOn: isDone ? (doneOn.get(name) ?? today) : null,
          }))
        : [],
    deliverableId: method === 'criteria-accepted' ? deliverableId : null,
  }
  await tx
    .insert(taskMeasures)
    .values({ projectId, taskUid: uid, ...measure })
    .onConflictDoUpdate({ target: [taskMeasures.projectId, taskMeasures.taskUid], set: measure })
  return { ok: true as const }
}

async function isOfProject(tx: Tx, projectId: string, deliverableId: string | null): Promise<boolean> {
  if (deliverableId === null) return false
  const found = await tx
    .select({ id: deliverables.id })
    .from(deliverables)
    .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId)))
  return found.length > 0
}
