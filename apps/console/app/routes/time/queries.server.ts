import type { StaffActor, Tx } from '@countersign/db/connect'
import { timeEntries } from '@countersign/db/tables/costs'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { and, asc, desc, eq, gte, lt, lte, sql } from 'drizzle-orm'

const taskName = sql<string>`${tasks.wbs} || ' ' || ${tasks.name}`
const projectName = sql<string>`${projects.code} || ' ' || ${projects.name}`

/** Unfinished tasks of mine, by when they are due: as agreed with me, else as planned. */
export function myTasks(tx: Tx, { staffId }: StaffActor) {
  const dueOn = sql<LocalDate>`coalesce(${taskAssignments.dueOn}::text, left(${tasks.finishesLocal}, 10))`
  return tx
    .select({
      id: tasks.id,
      name: taskName,
      projectId: projects.id,
      project: projectName,
      dueOn,
      plannedMinutes: taskAssignments.plannedMinutes,
      percentComplete: tasks.percentComplete,
      loggedMinutes: sql<number>`coalesce((select sum(${timeEntries.minutes}) from ${timeEntries}
        where ${timeEntries.taskId} = ${tasks.id} and ${timeEntries.staffId} = ${staffId}), 0)::int`,
    })
    .from(taskAssignments)
    .innerJoin(tasks, eq(tasks.id, taskAssignments.taskId))
    .innerJoin(projects, eq(projects.id, tasks.projectId))
    .where(and(eq(taskAssignments.staffId, staffId), lt(tasks.percentComplete, 100)))
    .orderBy(dueOn, asc(projects.code), asc(tasks.position))
    .limit(200)
}

/** Tasks of my projects that time can be logged on, as many as a list to choose from can hold: mine, then others. */
export function tasksToLogOn(tx: Tx, { staffId }: StaffActor) {
  const isMine = sql<boolean>`${taskAssignments.staffId} is not null`
  return tx
    .select({ id: tasks.id, name: taskName, project: projectName, isMine })
    .from(tasks)
    .innerJoin(projects, eq(projects.id, tasks.projectId))
    .leftJoin(
      taskAssignments,
      and(eq(taskAssignments.taskId, tasks.id), eq(taskAssignments.staffId, staffId)),
    )
    .where(and(eq(tasks.isSummary, false), eq(tasks.isMilestone, false)))
    .orderBy(desc(isMine), asc(projects.code), asc(tasks.position))
    .limit(500)
}

/** My entries of the seven days from a Monday on. */
export function myWeek(tx: Tx, { staffId }: StaffActor, monday: LocalDate) {
  return tx
    .select({
      id: timeEntries.id,
      taskId: timeEntries.taskId,
      task: taskName,
      project: projectName,
      workedOn: timeEntries.workedOn,
      minutes: timeEntries.minutes,
      note: timeEntries.note,
    })
    .from(timeEntries)
    .innerJoin(tasks, eq(tasks.id, timeEntries.taskId))
    .innerJoin(projects, eq(projects.id, timeEntries.projectId))
    .where(
      and(
        eq(timeEntries.staffId, staffId),
        gte(timeEntries.workedOn, monday),
        lte(timeEntries.workedOn, addDays(monday, 6)),
      ),
    )
    .orderBy(desc(timeEntries.workedOn), asc(projects.code), asc(tasks.position), asc(timeEntries.recordedAt))
}
