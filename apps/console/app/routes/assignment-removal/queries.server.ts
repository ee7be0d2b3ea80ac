import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { and, eq } from 'drizzle-orm'

type Which = { projectId: string; taskUid: number; staffId: string }

/** Who is on which task; undefined where nobody is. */
export async function assignmentToRemove(tx: Tx, { projectId, taskUid, staffId }: Which) {
  const [assignment] = await tx
    .select({
      person: staff.name,
      wbs: tasks.wbs,
      task: tasks.name,
      plannedMinutes: taskAssignments.plannedMinutes,
    })
    .from(taskAssignments)
    .innerJoin(tasks, eq(tasks.id, taskAssignments.taskId))
    .innerJoin(staff, eq(staff.id, taskAssignments.staffId))
    .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, taskUid), eq(taskAssignments.staffId, staffId)))
  return assignment
}
