import { daysBetween, type LocalDateTime } from '../calendar-day'

/** A task's dates and sizes, kept in a baseline or as they are now; `null` where nobody kept them. */
export type TaskDates = {
  start: LocalDateTime | null
  finish: LocalDateTime | null
  durationMinutes: number | null
  workMinutes: number | null
}

export type DateVariance = {
  /** Working time between the two on the task's calendar; above zero is later. */
  workingMinutes: number
  /** Days of the calendar; above zero is later. */
  calendarDays: number
  direction: 'earlier' | 'same' | 'later'
}

export type SizeVariance = { minutes: number; direction: 'less' | 'same' | 'more' }

/** `null` where baseline or plan has no value. */
export type TaskVariance = {
  start: DateVariance | null
  finish: DateVariance | null
  duration: SizeVariance | null
  work: SizeVariance | null
}

/**
 * How far a task or milestone lies from a baseline: now less then. A date that moved only over a night or a weekend
 * has no working time between, yet it is earlier or later. `workBetween` counts working minutes from an earlier to a
 * later moment.
 */
export function varianceOf(
  baseline: TaskDates,
  current: TaskDates,
  workBetween: (from: LocalDateTime, to: LocalDateTime) => number,
): TaskVariance {
  return {
    start: moved(baseline.start, current.start),
    finish: moved(baseline.finish, current.finish),
    duration: resized(baseline.durationMinutes, current.durationMinutes),
    work: resized(baseline.workMinutes, current.workMinutes),
  }

  function moved(then: LocalDateTime | null, now: LocalDateTime | null): DateVariance | null {
    if (then === null || now === null) return null
    const calendarDays = daysBetween(then.slice(0, 10), now.slice(0, 10))
    if (now < then)
      return { workingMinutes: -workBetween(now, then) || 0, calendarDays, direction: 'earlier' }
    return {
      workingMinutes: workBetween(then, now),
      calendarDays,
      direction: now === then ? 'same' : 'later',
    }
  }
}

function resized(then: number | null, now: number | null): SizeVariance | null {
  if (then === null || now === null) return null
  const minutes = now - then
  return { minutes, direction: minutes < 0 ? 'less' : minutes > 0 ? 'more' : 'same' }
}
