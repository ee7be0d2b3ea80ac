import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { taskAssignments, taskLinks, tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, eq, type AnyColumn } from 'drizzle-orm'

/** A task with what it waits for, what it holds up and who works on it; null where there is none. */
export async function taskInFull(tx: Tx, projectId: string, uid: number) {
  const linked = (own: AnyColumn, other: AnyColumn) =>
    tx
      .select({ uid: tasks.uid, wbs: tasks.wbs, name: tasks.name })
      .from(taskLinks)
      .innerJoin(tasks, and(eq(tasks.projectId, taskLinks.projectId), eq(tasks.uid, other)))
      .where(and(eq(taskLinks.projectId, projectId), eq(own, uid)))
      .orderBy(asc(tasks.position))
  const [[task], predecessors, successors, assignments] = await Promise.all([
    tx
      .select({ task: tasks, minutesPerDay: projects.minutesPerDay })
      .from(tasks)
      .innerJoin(projects, eq(projects.id, tasks.projectId))
      .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, uid))),
    linked(taskLinks.toUid, taskLinks.fromUid),
    linked(taskLinks.fromUid, taskLinks.toUid),
    tx
      .select({
        staffId: staff.id,
        name: staff.name,
        plannedMinutes: taskAssignments.plannedMinutes,
        dueOn: taskAssignments.dueOn,
        isAccountable: taskAssignments.isAccountable,
      })
      .from(taskAssignments)
      .innerJoin(tasks, eq(tasks.id, taskAssignments.taskId))
      .innerJoin(staff, eq(staff.id, taskAssignments.staffId))
      .where(and(eq(taskAssignments.projectId, projectId), eq(tasks.uid, uid)))
      .orderBy(asc(staff.name)),
  ])
  return task
    ? { ...task.task, minutesPerDay: task.minutesPerDay, predecessors, successors, assignments }
    : null
}

/** A task as the page reads it. */
export type TaskInFull = SerializeFrom<NonNullable<Awaited<ReturnType<typeof taskInFull>>>>
