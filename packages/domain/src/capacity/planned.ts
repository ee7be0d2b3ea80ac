import { weekdayOf, type LocalDate, type LocalDateTime } from '../calendar-day'
import { daysBetweenBoth, minutesThere, type Calendar } from './working-days'

/** Somebody's part of a task, in minutes, from its start to its finish. */
export type Work = { startsLocal: LocalDateTime; finishesLocal: LocalDateTime; minutes: number }

/**
 * A task's work by day: spread over the days between its start and finish by what the person has on each; over the
 * weekdays alike where that is nothing, and on the first day where there are none. Whole minutes that sum to the work.
 */
export function workByDay(work: Work, calendar: Calendar): Map<LocalDate, number> {
  const [first, last] = [work.startsLocal.slice(0, 10), work.finishesLocal.slice(0, 10)]
  const all = daysBetweenBoth(first, last < first ? first : last)
  const there = all.map((on) => minutesThere(calendar, on))
  const weights = there.some((each) => each > 0)
    ? there
    : all.map((on) => (weekdayOf(on) >= 1 && weekdayOf(on) <= 5 ? 1 : 0))
  if (!weights.some((each) => each > 0)) weights[0] = 1
  const whole = weights.reduce((sum, each) => sum + each, 0)
  const total = Math.round(work.minutes)
  const byDay = new Map<LocalDate, number>()
  let [weighed, given] = [0, 0]
  all.forEach((on, at) => {
    weighed += weights[at]!
    const upTo = Math.round((total * weighed) / whole)
    if (upTo > given) byDay.set(on, upTo - given)
    given = upTo
  })
  return byDay
}
