import type { StaffActor, Tx } from '@countersign/db/connect'
import { taskEstimates } from '@countersign/db/tables/baselines'
import { tasks } from '@countersign/db/tables/plan'
import { whyNotEstimate, type Estimate } from '@countersign/domain/forecast/estimate'
import { and, eq } from 'drizzle-orm'
import { refused } from './result'

type TaskEstimate = {
  projectId: string
  uid: number
  /** Working minutes of the whole task; null takes the estimate back, so that the default holds again. */
  estimate: Estimate | null
  by: StaffActor
  now: Date
}

/** Says between what and what a task's duration may lie, and how likely each is. */
export async function estimateTask(tx: Tx, { projectId, uid, estimate, by, now }: TaskEstimate) {
  const [task] = await tx
    .select({ isSummary: tasks.isSummary, isMilestone: tasks.isMilestone })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, uid)))
  if (!task) return refused('no-such-task')
  if (task.isSummary) return refused('is-a-summary')
  if (task.isMilestone) return refused('milestone-has-no-length')
  const why = estimate && whyNotEstimate(estimate)
  if (why) return refused(why)
  const key = and(eq(taskEstimates.projectId, projectId), eq(taskEstimates.taskUid, uid))
  if (estimate === null) await tx.delete(taskEstimates).where(key)
  else {
    const said = { distribution: estimate, estimatedBy: by.staffId, estimatedAt: now }
    await tx
      .insert(taskEstimates)
      .values({ projectId, taskUid: uid, ...said })
      .onConflictDoUpdate({ target: [taskEstimates.projectId, taskEstimates.taskUid], set: said })
  }
  return { ok: true as const }
}
