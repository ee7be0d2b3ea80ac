import type { Plan, ScheduledTask } from '../plan'
import { schedulePlan } from '../schedule-plan'

/** A working day of the standard calendar, in minutes. */
export const DAY = 480

/** What the engine answers, by task, in the few words that a vector needs. Throws where it refuses the plan. */
export function scheduled(given: Plan): ScheduledTask[] {
  const schedule = schedulePlan(given)
  if (!schedule.ok) throw new Error(schedule.why)
  return schedule.tasks
}

/** Scheduled start and finish, as 'MM-DDTHH:mm MM-DDTHH:mm'. */
export function dates(given: Plan): Record<number, string> {
  return byUid(given, ({ start, finish }) => `${start.slice(5)} ${finish.slice(5)}`)
}

/** Late start and late finish, written likewise. */
export function lateDates(given: Plan): Record<number, string> {
  return byUid(given, ({ lateStart, lateFinish }) => `${lateStart.slice(5)} ${lateFinish.slice(5)}`)
}

/** Total float in working days of eight hours. */
export function floatDays(given: Plan): Record<number, number> {
  return byUid(given, ({ totalFloatMinutes }) => totalFloatMinutes / DAY)
}

/** The tasks flagged as critical, in the plan's order. */
export function criticalTasks(given: Plan): number[] {
  return scheduled(given).flatMap(({ uid, isCritical }) => (isCritical ? [uid] : []))
}

function byUid<Answer>(given: Plan, answer: (task: ScheduledTask) => Answer): Record<number, Answer> {
  return Object.fromEntries(scheduled(given).map((task) => [task.uid, answer(task)]))
}
