import type { Tx } from '@countersign/db/connect'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { and, eq } from 'drizzle-orm'
import { lockProject } from './lock-project'
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
  const gone = await tx
    .delete(taskAssignments)
    .where(and(eq(taskAssignments.taskId, task.id), eq(taskAssignments.staffId, staffId)))
    .returning({ staffId: taskAssignments.staffId })
  return gone.length === 0 ? refused('not-assigned') : { ok: true as const }
}
