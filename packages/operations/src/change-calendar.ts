import type { Tx } from '@countersign/db/connect'
import { projectCalendars } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { whyNotCalendar, withHolidays } from '@countersign/domain/schedule/calendar-rules'
import type { CalendarException, Plan, PlanCalendar } from '@countersign/domain/schedule/plan'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { and, eq } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { notePlanChange } from './note-plan-change'
import { refused } from './result'
import { writeDates } from './schedule-project'
import { planOf } from './stored-plan'

/** Keeps a calendar as it now is, and dates the plan anew. Says what moved. */
export async function reviseCalendar(
  tx: Tx,
  { projectId, calendar }: { projectId: string; calendar: PlanCalendar },
) {
  return changePlanCalendar(tx, projectId, calendar.uid, () => calendar)
}

/** Gives a calendar the public holidays, on top of what it has. */
export async function addHolidays(
  tx: Tx,
  { projectId, uid, holidays }: { projectId: string; uid: number; holidays: readonly CalendarException[] },
) {
  return changePlanCalendar(tx, projectId, uid, (calendar) => withHolidays(calendar, holidays))
}

/**
 * Adds a calendar based on another, or on none with the standard week: nothing uses it yet, so nothing moves. The
 * plan's first one becomes the project's own.
 */
export async function addCalendar(
  tx: Tx,
  {
    projectId,
    name,
    week,
    derivedFrom,
  }: { projectId: string } & Pick<PlanCalendar, 'name' | 'week' | 'derivedFrom'>,
) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const plan = (await planOf(tx, projectId))!
  if (derivedFrom !== null && !plan.calendars.some(({ uid }) => uid === derivedFrom))
    return refused('no-such-calendar')
  const uid = Math.max(0, ...plan.calendars.map((calendar) => calendar.uid)) + 1
  const calendar: PlanCalendar = { uid, name, derivedFrom, week, workWeeks: [], exceptions: [] }
  const why = whyNotCalendar(calendar, [...plan.calendars, calendar])
  if (why) return refused(why)
  const calendars = [...plan.calendars, calendar]
  const calendarUid = plan.calendarUid ?? uid
  await notePlanChange(tx, {
    projectId,
    edits: [{ kind: 'change-plan', change: { calendars, calendarUid } }],
  })
  await tx
    .insert(projectCalendars)
    .values({ projectId, uid, name, position: plan.calendars.length, definition: calendar })
  if (plan.calendarUid === null) {
    const owned = { ...plan, calendarUid: uid, calendars: [...plan.calendars, calendar] }
    const schedule = schedulePlan(owned)
    if (!schedule.ok) return schedule
    await tx.update(projects).set({ calendarUid: uid }).where(eq(projects.id, projectId))
    await writeDates(tx, projectId, owned, schedule)
  }
  return { ok: true as const, uid }
}

async function changePlanCalendar(
  tx: Tx,
  projectId: string,
  uid: number,
  change: (calendar: PlanCalendar) => PlanCalendar,
) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const before = (await planOf(tx, projectId))!
  const known = before.calendars.find((calendar) => calendar.uid === uid)
  if (!known) return refused('no-such-calendar')
  const calendar = change(known)
  const calendars = before.calendars.map((each) => (each.uid === uid ? calendar : each))
  const why = whyNotCalendar(calendar, calendars)
  if (why) return refused(why)
  const after: Plan = { ...before, calendars }
  const schedule = schedulePlan(after)
  if (!schedule.ok) return schedule
  await notePlanChange(tx, { projectId, edits: [{ kind: 'change-plan', change: { calendars } }] })
  await tx
    .update(projectCalendars)
    .set({ name: calendar.name, definition: calendar })
    .where(and(eq(projectCalendars.projectId, projectId), eq(projectCalendars.uid, uid)))
  const moved = movedBetween(schedulePlan(before), schedule)
  await writeDates(tx, projectId, after, schedule)
  return { ok: true as const, ...moved }
}

type Dated = ReturnType<typeof schedulePlan>

/** The plan's finish before and after, and how many of its tasks start or finish elsewhere. */
function movedBetween(before: Dated, after: Extract<Dated, { ok: true }>) {
  if (!before.ok) return { finishBefore: null, finishAfter: after.finish, movedTasks: after.tasks.length }
  const movedTasks = after.tasks.filter(({ start, finish }, at) => {
    const was = before.tasks[at]!
    return was.start !== start || was.finish !== finish
  }).length
  return { finishBefore: before.finish, finishAfter: after.finish, movedTasks }
}
