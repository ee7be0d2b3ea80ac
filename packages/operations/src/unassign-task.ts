import type { Tx } from '@countersign/db/connect'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { and, eq } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { notePlanChange } from './note-plan-change'
import { refused } from './result'

type Unassignment = { projectId: string; taskUid: number; staffId: string }

/** Takes somebody off a task. Who logged time on it keeps the entries, and stays in the team. */
export async function unassignTask(tx: Tx, { projectId, taskUid, staffId }: Unassignment) {
  await lockProject(tx, projectId)
  const [task] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, taskUid)))
  if (!task) return refused('no-such-task')
  const which = and(eq(taskAssignments.taskId, task.id), eq(taskAssignments.staffId, staffId))
  const [assigned] = await tx.select({ staffId: taskAssignments.staffId }).from(taskAssignments).where(which)
  if (!assigned) return refused('not-assigned')
  await notePlanChange(tx, { projectId, edits: [] })
  await tx.delete(taskAssignments).where(which)
  return { ok: true as const }
}
