import type { Tx } from '@countersign/db/connect'
import { projectCalendars, taskLinks, tasks } from '@countersign/db/tables/plan'
import { planAssignments, planResources } from '@countersign/db/tables/plan-resources'
import { projects } from '@countersign/db/tables/projects'
import { ordinaryPlan } from '@countersign/domain/schedule/ordinary'
import type {
  Plan,
  PlanAssignment,
  PlanCalendar,
  PlanLink,
  PlanResource,
  ScheduledTask,
} from '@countersign/domain/schedule/plan'
import { progressOfEach } from '@countersign/domain/schedule/progress'
import { asc, eq, getTableColumns, sql } from 'drizzle-orm'
import { insertRows } from './insert-rows'
import { datesRow, taskOf, taskRow } from './plan-row'

/** The project's plan as the scheduler reads it; null where there is no such project (or it is not yours). */
export async function planOf(tx: Tx, projectId: string): Promise<Plan | null> {
  return (await storedPlan(tx, projectId))?.plan ?? null
}

/** A plan with the rows that it was read from, for who writes only what is otherwise. */
export type StoredPlan = {
  plan: Plan
  revision: number
  taskRows: Omit<typeof tasks.$inferSelect, 'id' | 'projectId'>[]
  /** Behind the last row of each list. */
  nextPosition: { links: number; resources: number; assignments: number }
}

// Thousands of rows that all say whose they are: that was asked for.
const { id: _id, projectId: _project, ...taskColumns } = getTableColumns(tasks)
const { projectId: _ofProject, ...linkColumns } = getTableColumns(taskLinks)

export async function storedPlan(tx: Tx, projectId: string): Promise<StoredPlan | null> {
  const [[project], calendarRows, taskRows, linkRows, resourceRows, assignmentRows] = await Promise.all([
    tx.select().from(projects).where(eq(projects.id, projectId)),
    tx
      .select()
      .from(projectCalendars)
      .where(eq(projectCalendars.projectId, projectId))
      .orderBy(asc(projectCalendars.position), asc(projectCalendars.uid)),
    tx.select(taskColumns).from(tasks).where(eq(tasks.projectId, projectId)).orderBy(asc(tasks.position)),
    tx
      .select(linkColumns)
      .from(taskLinks)
      .where(eq(taskLinks.projectId, projectId))
      .orderBy(asc(taskLinks.position), asc(taskLinks.toUid), asc(taskLinks.fromUid)),
    tx
      .select()
      .from(planResources)
      .where(eq(planResources.projectId, projectId))
      .orderBy(asc(planResources.position)),
    tx
      .select()
      .from(planAssignments)
      .where(eq(planAssignments.projectId, projectId))
      .orderBy(asc(planAssignments.position)),
  ])
  if (!project) return null
  const plan: Plan = {
    ...ordinaryPlan,
    ...(project.planCarried as Partial<Plan>),
    startsAt: project.startsLocal,
    finishesAt: project.finishesLocal,
    statusAt: project.statusLocal,
    minutesPerDay: project.minutesPerDay,
    minutesPerWeek: project.minutesPerWeek,
    daysPerMonth: project.daysPerMonth,
    criticalFloatMinutes: project.criticalFloatMinutes,
    calendarUid: project.calendarUid,
    calendars: calendarRows.map(({ definition }) => definition as PlanCalendar),
    tasks: taskRows.map(taskOf),
    links: linkRows.map(linkOf),
    resources: resourceRows.map(resourceOf),
    assignments: assignmentRows.map(assignmentOf),
  }
  const nextPosition = {
    links: (linkRows.at(-1)?.position ?? -1) + 1,
    resources: (resourceRows.at(-1)?.position ?? -1) + 1,
    assignments: (assignmentRows.at(-1)?.position ?? -1) + 1,
  }
  return { plan, revision: project.planRevision, taskRows, nextPosition }
}

/** What the project's own row keeps of its plan. */
export function planSettings(plan: Plan) {
  const { startsAt, finishesAt, statusAt, minutesPerDay, minutesPerWeek, daysPerMonth, ...rest } = plan
  const {
    criticalFloatMinutes,
    calendarUid,
    calendars,
    tasks,
    links,
    resources,
    assignments,
    ...planCarried
  } = rest
  return {
    startsLocal: startsAt,
    finishesLocal: finishesAt,
    statusLocal: statusAt,
    minutesPerDay,
    minutesPerWeek,
    daysPerMonth,
    criticalFloatMinutes,
    calendarUid,
    planCarried,
  }
}

/**
 * Writes a plan and its dates into a project that has none yet. Summaries' progress is that of their tasks, whatever
 * the file says.
 */
export async function writePlan(tx: Tx, projectId: string, plan: Plan, dates: readonly ScheduledTask[]) {
  await insertRows(tx, projectCalendars, calendarRowsOf(projectId, plan))
  await insertRows(tx, tasks, taskRowsOf(projectId, plan, dates))
  await forgetQueryPlans(tx)
  await insertRows(tx, taskLinks, linkRowsOf(projectId, plan), { skip: true })
  await insertRows(tx, planResources, resourceRowsOf(projectId, plan))
  await insertRows(tx, planAssignments, assignmentRowsOf(projectId, plan))
}

/**
 * A connection keeps its query plan for checking a foreign key. Made while a table was small it reads the whole of it,
 * for each of thousands of rows: minutes where it could be a second. It is made anew once the rows are in.
 */
export async function forgetQueryPlans(tx: Tx) {
  await tx.execute(sql`discard plans`)
}

export function calendarRowsOf(projectId: string, plan: Plan) {
  return plan.calendars.map((calendar, position) => ({
    projectId,
    position,
    uid: calendar.uid,
    name: calendar.name,
    definition: calendar,
  }))
}

export function taskRowsOf(projectId: string, plan: Plan, dates: readonly ScheduledTask[]) {
  const datesOf = new Map(dates.map((each) => [each.uid, each]))
  const percent = progressOfEach(plan.tasks)
  return plan.tasks.map((task, position) => ({
    projectId,
    position,
    ...taskRow(task),
    percentComplete: percent[position]!,
    // What kind of event a milestone is, the file cannot say: delivery until the manager says otherwise.
    milestoneKind: task.isMilestone ? ('delivery' as const) : null,
    ...datesRow(datesOf.get(task.uid)!),
  }))
}

/** A file may hold the same link twice: the first holds. */
export function linkRowsOf(projectId: string, plan: Plan) {
  return plan.links.map((link, position) => ({ projectId, position, ...linkOf(link) }))
}

export function resourceRowsOf(projectId: string, plan: Plan) {
  return plan.resources.map(({ uid, name, kind, calendarUid, maxUnitsPercent, ...carried }, position) => ({
    projectId,
    position,
    uid,
    name,
    kind,
    calendarUid,
    maxUnitsPercent,
    carried,
  }))
}

export function assignmentRowsOf(projectId: string, plan: Plan) {
  return plan.assignments.map((assignment, position) => {
    const { uid, taskUid, resourceUid, unitsPercent, workMinutes, actualWorkMinutes, ...rest } = assignment
    const { remainingWorkMinutes, delayMinutes, levellingDelayMinutes, spread, ...carried } = rest
    return {
      projectId,
      position,
      uid,
      taskUid,
      resourceUid,
      unitsPercent,
      workMinutes,
      actualWorkMinutes,
      remainingWorkMinutes,
      delayMinutes,
      levellingDelayMinutes,
      spread,
      carried,
    }
  })
}

function linkOf({ fromUid, toUid, type, lag, lagUnit }: PlanLink): PlanLink {
  return { fromUid, toUid, type, lag, lagUnit }
}

function resourceOf(row: typeof planResources.$inferSelect): PlanResource {
  const { uid, name, kind, calendarUid, maxUnitsPercent, carried } = row
  return { ...(carried as object), uid, name, kind, calendarUid, maxUnitsPercent }
}

function assignmentOf(row: typeof planAssignments.$inferSelect): PlanAssignment {
  const { projectId: _project, position: _position, carried, spread, ...columns } = row
  return {
    contour: 'flat',
    ...(carried as Partial<PlanAssignment>),
    ...columns,
    spread: spread as PlanAssignment['spread'],
  }
}
