import type { StaffActor, Tx } from '@countersign/db/connect'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { timeEntries, timers } from '@countersign/db/tables/time'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { missedDays } from '@countersign/domain/work-week'
import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm'

export const taskName = sql<string>`${tasks.wbs} || ' ' || ${tasks.name}`
export const projectName = sql<string>`${projects.code} || ' ' || ${projects.name}`

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

/** My clock, if it runs. */
export async function myTimer(tx: Tx, { staffId }: StaffActor) {
  const [timer] = await tx
    .select({
      task: taskName,
      project: projectName,
      kind: timers.kind,
      note: timers.note,
      startedAt: timers.startedAt,
    })
    .from(timers)
    .innerJoin(tasks, eq(tasks.id, timers.taskId))
    .innerJoin(projects, eq(projects.id, timers.projectId))
    .where(eq(timers.staffId, staffId))
  return timer ? { ...timer, startedAt: timer.startedAt.toISOString() } : null
}

/** How many weekdays back somebody is asked about hours. */
export const daysToAskAbout = 5

/** The last weekdays that I logged nothing on; none for whoever has never logged anything. */
export async function myMissedDays(tx: Tx, { staffId }: StaffActor, today: LocalDate): Promise<LocalDate[]> {
  const logged = await tx
    .selectDistinct({ on: timeEntries.workedOn })
    .from(timeEntries)
    .where(and(eq(timeEntries.staffId, staffId), gte(timeEntries.workedOn, addDays(today, -60))))
  if (logged.length === 0) return []
  return missedDays(today, new Set(logged.map(({ on }) => on)), daysToAskAbout)
}
