import type { Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { and, eq } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { refused, undoneIfRefused } from './result'
import { rescheduleProject } from './schedule-project'

type TaskRevision = {
  projectId: string
  uid: number
  percentComplete?: number
  durationMinutes?: number
  /** Local date-time before which the task does not start; null lets it start as early as its links allow. */
  notBefore?: string | null
  milestoneKind?: 'delivery' | 'acceptance' | 'billing'
}

/** Changes one task and recomputes the whole plan. A summary's dates and progress are those of its tasks. */
export async function reviseTask(tx: Tx, { projectId, uid, notBefore, ...revision }: TaskRevision) {
  // Every edit moves the whole plan: two at once would compute on each other's former dates.
  await lockProject(tx, projectId)
  const which = and(eq(tasks.projectId, projectId), eq(tasks.uid, uid))
  const [task] = await tx.select().from(tasks).where(which).for('update')
  if (!task) return refused('no-such-task')
  if (task.isSummary) return refused('is-a-summary')
  if (revision.milestoneKind && !task.isMilestone) return refused('not-a-milestone')
  if (revision.durationMinutes && task.isMilestone) return refused('milestone-has-no-length')
  const change = { ...revision, ...(notBefore !== undefined && { notBeforeLocal: notBefore }) }
  return undoneIfRefused(tx, async (inner) => {
    if (Object.keys(change).length > 0) await inner.update(tasks).set(change).where(which)
    return rescheduleProject(inner, projectId)
  })
}
