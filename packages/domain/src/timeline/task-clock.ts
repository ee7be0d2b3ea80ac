import type { LocalDateTime } from '../calendar-day'
import { momentOf, TENTHS_PER_MINUTE } from '../schedule/moment'
import type { Plan, PlanTask } from '../schedule/plan'
import { planCalendarsOf, type PlanCalendars } from '../schedule/plan-calendars'
import type { WorkingTime } from '../schedule/working-time'

/** What a task's duration is counted on: its calendar, or time on the wall. Worked out once for the same calendars. */
export function clockOf(plan: Plan, task: Pick<PlanTask, 'isElapsed' | 'calendarUid'>): WorkingTime {
  let kept = byCalendars.get(plan.calendars)
  if (!kept || kept.calendarUid !== plan.calendarUid) {
    kept = { calendarUid: plan.calendarUid, calendars: planCalendarsOf(plan) }
    byCalendars.set(plan.calendars, kept)
  }
  return task.isElapsed ? kept.calendars.wall : kept.calendars.ofTask(task.calendarUid)
}

const byCalendars = new WeakMap<object, { calendarUid: number | null; calendars: PlanCalendars }>()

/** A bar that is drawn short is still an hour of work: nothing at all would make it a milestone. */
const LEAST_MINUTES = 60

/** How long a task lasts that is to end there, in minutes of its own clock; pauses in its work do not count. */
export function minutesUntil(
  plan: Plan,
  task: PlanTask,
  start: LocalDateTime,
  finish: LocalDateTime,
): number {
  const worked = clockOf(plan, task).between(momentOf(start), momentOf(finish)) / TENTHS_PER_MINUTE
  const paused = task.splits.reduce((sum, { gapMinutes }) => sum + gapMinutes, 0)
  return Math.max(LEAST_MINUTES, Math.round(worked - paused))
}
