import type { Tx } from '@countersign/db/connect'
import { projectCalendars, tasks } from '@countersign/db/tables/plan'
import { planResources } from '@countersign/db/tables/plan-resources'
import { projects } from '@countersign/db/tables/projects'
import type { PlanCalendar } from '@countersign/domain/schedule/plan'
import { and, asc, count, eq, isNotNull } from 'drizzle-orm'

/** A project's calendars with what uses them; null where there is no such project. */
export async function calendarsOf(tx: Tx, projectId: string) {
  const [[project], rows, taskCounts, peopleCounts] = await Promise.all([
    tx.select({ calendarUid: projects.calendarUid }).from(projects).where(eq(projects.id, projectId)),
    tx
      .select()
      .from(projectCalendars)
      .where(eq(projectCalendars.projectId, projectId))
      .orderBy(asc(projectCalendars.position), asc(projectCalendars.uid)),
    tx
      .select({ uid: tasks.calendarUid, count: count() })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), isNotNull(tasks.calendarUid)))
      .groupBy(tasks.calendarUid),
    tx
      .select({ uid: planResources.calendarUid, count: count() })
      .from(planResources)
      .where(and(eq(planResources.projectId, projectId), isNotNull(planResources.calendarUid)))
      .groupBy(planResources.calendarUid),
  ])
  if (!project) return null
  const calendars = rows.map(({ definition }) => definition as PlanCalendar)
  const countOf = (counts: typeof taskCounts, uid: number) =>
    counts.find((each) => each.uid === uid)?.count ?? 0
  return calendars.map(({ uid, name, week, derivedFrom, exceptions, workWeeks }) => ({
    uid,
    name,
    week,
    basedOn: calendars.find((other) => other.uid === derivedFrom)?.name ?? null,
    exceptions: exceptions.length + workWeeks.length,
    isOwn: uid === project.calendarUid,
    tasks: countOf(taskCounts, uid),
    people: countOf(peopleCounts, uid),
  }))
}
