import type { LocalDateTime } from '../calendar-day'
import { backwardPass } from './backward-pass'
import { forwardPass } from './forward-pass'
import { localDateTimeOf, momentOf, TENTHS_PER_DAY, TENTHS_PER_MINUTE } from './moment'
import { networkOf } from './network'
import { standardCalendar, type Plan, type ScheduledTask } from './plan'
import { workingTimeOf, type WorkingTime } from './working-time'

export type ScheduleRefusal = 'cycle' | 'no-working-time' | 'unknown-task' | 'too-far'

export type Schedule =
  | { ok: true; start: LocalDateTime; finish: LocalDateTime; tasks: ScheduledTask[] }
  | { ok: false; why: ScheduleRefusal; names: string[] }

/**
 * Every task as early as its links, its calendar and its start-no-earlier-than let it be, never before the plan's
 * start, with its float to the plan's finish (critical path method). Tasks come back in the plan's order.
 *
 * Refuses: 'cycle' names the tasks that wait for each other; 'unknown-task' the number a link points at;
 * 'no-working-time' the task and its calendar; 'too-far' the task that would end 200 years after the start.
 * Throws RangeError for a date that is not one.
 */
export function schedulePlan(plan: Plan): Schedule {
  const ordered = networkOf(plan)
  if (!ordered.ok) return ordered
  const { network } = ordered
  const calendarOf = calendarsByTask(plan)

  const forward = forwardPass(plan, network, calendarOf)
  if (!forward.ok) {
    const { name } = plan.tasks[forward.stuck]!
    const calendar = calendarOf[forward.stuck]!
    if (calendar.goesOn()) return { ok: false, why: 'too-far', names: [name] }
    return { ok: false, why: 'no-working-time', names: [name, calendar.name] }
  }

  const { early } = forward
  const float = backwardPass(plan, network, calendarOf, early)
  if (plan.tasks.length === 0) return { ok: true, start: plan.startsAt, finish: plan.startsAt, tasks: [] }
  return {
    ok: true,
    start: localDateTimeOf(early.start.reduce((first, start) => Math.min(first, start))),
    finish: localDateTimeOf(early.finish.reduce((last, finish) => Math.max(last, finish))),
    tasks: plan.tasks.map(({ uid }, task) => ({
      uid,
      start: localDateTimeOf(early.start[task]!),
      finish: localDateTimeOf(early.finish[task]!),
      isCritical: float[task]! <= 0,
      totalFloatMinutes: float[task]! / TENTHS_PER_MINUTE,
    })),
  }
}

/** A task's own calendar, else the plan's, else the standard one; each is worked out once. */
function calendarsByTask(plan: Plan): WorkingTime[] {
  const calendars = new Map(plan.calendars.map((calendar) => [calendar.uid, calendar]))
  const planDay = Math.floor(momentOf(plan.startsAt) / TENTHS_PER_DAY)
  const ready = new Map<number | null, WorkingTime>()
  const planCalendar =
    (plan.calendarUid === null ? undefined : calendars.get(plan.calendarUid)) ?? standardCalendar
  return plan.tasks.map(({ calendarUid }) => {
    const own = calendarUid === null ? undefined : calendars.get(calendarUid)
    const key = own ? calendarUid : null
    let calendar = ready.get(key)
    if (!calendar) {
      calendar = workingTimeOf(own ?? planCalendar, calendars, planDay)
      ready.set(key, calendar)
    }
    return calendar
  })
}
