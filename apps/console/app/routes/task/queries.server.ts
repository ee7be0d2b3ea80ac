import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { projectCalendars, taskAssignments, taskLinks, tasks } from '@countersign/db/tables/plan'
import { planAssignments, planResources } from '@countersign/db/tables/plan-resources'
import { projects } from '@countersign/db/tables/projects'
import type { Driver, PlanCalendar } from '@countersign/domain/schedule/plan'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, eq, isNull, type AnyColumn } from 'drizzle-orm'
import { drivingUid } from '../../driver-words'

/** A task with what it waits for, what it holds up, why it is where it is and who works on it; null where there is none. */
export async function taskInFull(tx: Tx, projectId: string, uid: number) {
  const linked = (own: AnyColumn, other: AnyColumn) =>
    tx
      .select({ uid: tasks.uid, wbs: tasks.wbs, name: tasks.name })
      .from(taskLinks)
      .innerJoin(tasks, and(eq(tasks.projectId, taskLinks.projectId), eq(tasks.uid, other)))
      .where(and(eq(taskLinks.projectId, projectId), eq(own, uid)))
      .orderBy(asc(tasks.position))
  const [[found], predecessors, successors, assignments, calendars, planned] = await Promise.all([
    tx
      .select({ task: tasks, minutesPerDay: projects.minutesPerDay, planCalendarUid: projects.calendarUid })
      .from(tasks)
      .innerJoin(projects, eq(projects.id, tasks.projectId))
      .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, uid))),
    linked(taskLinks.toUid, taskLinks.fromUid),
    linked(taskLinks.fromUid, taskLinks.toUid),
    assigned(tx, projectId, uid),
    tx
      .select({ definition: projectCalendars.definition })
      .from(projectCalendars)
      .where(eq(projectCalendars.projectId, projectId))
      .orderBy(asc(projectCalendars.position), asc(projectCalendars.uid)),
    plannedResources(tx, projectId, uid),
  ])
  if (!found) return null
  const { task, ...project } = found
  const driver = task.driver as Driver | null
  return {
    ...task,
    ...project,
    driver,
    drivenBy: await drivenBy(tx, projectId, driver),
    predecessors,
    successors,
    assignments,
    plannedResources: planned,
    calendars: calendars.map(({ definition }) => definition as PlanCalendar),
  }
}

function assigned(tx: Tx, projectId: string, uid: number) {
  return tx
    .select({
      staffId: staff.id,
      name: staff.name,
      plannedMinutes: taskAssignments.plannedMinutes,
      dueOn: taskAssignments.dueOn,
      isAccountable: taskAssignments.isAccountable,
      isPlanned: taskAssignments.isPlanned,
    })
    .from(taskAssignments)
    .innerJoin(tasks, eq(tasks.id, taskAssignments.taskId))
    .innerJoin(staff, eq(staff.id, taskAssignments.staffId))
    .where(and(eq(taskAssignments.projectId, projectId), eq(tasks.uid, uid)))
    .orderBy(asc(staff.name))
}

/** Whom the plan plans with, by name, where nobody said who of us that is: those are among the assignments. */
function plannedResources(tx: Tx, projectId: string, uid: number) {
  return tx
    .select({
      uid: planAssignments.uid,
      name: planResources.name,
      unitsPercent: planAssignments.unitsPercent,
      workMinutes: planAssignments.workMinutes,
    })
    .from(planAssignments)
    .innerJoin(
      planResources,
      and(
        eq(planResources.projectId, planAssignments.projectId),
        eq(planResources.uid, planAssignments.resourceUid),
      ),
    )
    .where(
      and(
        eq(planAssignments.projectId, projectId),
        eq(planAssignments.taskUid, uid),
        isNull(planResources.staffId),
      ),
    )
    .orderBy(asc(planAssignments.position))
}

/** What the driver's sentence names: the task or the resource. */
async function drivenBy(tx: Tx, projectId: string, driver: Driver | null) {
  const taskUid = drivingUid(driver)
  const resourceUid = driver?.kind === 'assignment' ? driver.resourceUid : null
  const [[task = null], [resource = null]] = await Promise.all([
    taskUid === null
      ? []
      : tx
          .select({ uid: tasks.uid, wbs: tasks.wbs, name: tasks.name })
          .from(tasks)
          .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, taskUid))),
    resourceUid === null
      ? []
      : tx
          .select({ name: planResources.name })
          .from(planResources)
          .where(and(eq(planResources.projectId, projectId), eq(planResources.uid, resourceUid))),
  ])
  return { task, resource: resource?.name ?? null }
}

/** A task as the page reads it. */
export type TaskInFull = SerializeFrom<NonNullable<Awaited<ReturnType<typeof taskInFull>>>>
