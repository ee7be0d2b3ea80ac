import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { and, asc, eq, inArray } from 'drizzle-orm'

/** A task and who can be put on it; null where there is no such task. */
export async function taskToAssign(tx: Tx, projectId: string, uid: number) {
  const [[task], people] = await Promise.all([
    tx
      .select({ uid: tasks.uid, name: tasks.name })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, uid))),
    tx
      .select({ id: staff.id, name: staff.name, jobRole: staff.jobRole })
      .from(staff)
      .where(and(eq(staff.isActive, true), inArray(staff.role, ['team_member', 'project_manager'])))
      .orderBy(asc(staff.name)),
  ])
  return task ? { task, people } : null
}
