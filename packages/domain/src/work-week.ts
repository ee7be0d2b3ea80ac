import { addDays, beginningOfDay, localDateIn, weekdayOf, type LocalDate } from './calendar-day'

/** The Monday of the week that a day lies in (ISO 8601). */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}

/** Monday to Sunday. */
export function daysOfWeek(monday: LocalDate): LocalDate[] {
  return [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(monday, day))
}

/** Monday to Friday between two days, both included. */
export function weekdaysBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1))
    if (weekdayOf(day) >= 1 && weekdayOf(day) <= 5) days.push(day)
  return days
}

/** The last so many weekdays before today, oldest first, of which nothing is logged. Today may still be filled. */
export function missedDays(
  today: LocalDate,
  loggedOn: ReadonlySet<LocalDate>,
  lookBack: number,
): LocalDate[] {
  return weekdaysBetween(addDays(today, -Math.ceil((lookBack * 7) / 5) - 2), addDays(today, -1))
    .slice(-lookBack)
    .filter((day) => !loggedOn.has(day))
}

/**
 * What a clock that ran from one instant to another measured, by day in a time zone: in whole minutes, at least one
 * together. Each day's part is cut at its midnights and rounded by itself.
 */
export function minutesByDay(from: Date, to: Date, timeZone: string): { on: LocalDate; minutes: number }[] {
  const last = localDateIn(timeZone, to)
  const parts: { on: LocalDate; minutes: number }[] = []
  for (let on = localDateIn(timeZone, from), start = from; on <= last; on = addDays(on, 1)) {
    const end = on === last ? to : beginningOfDay(timeZone, addDays(on, 1))
    parts.push({ on, minutes: Math.round((end.getTime() - start.getTime()) / 60_000) })
    start = end
  }
  const worked = parts.filter(({ minutes }) => minutes > 0)
  return worked.length > 0 ? worked : [{ on: last, minutes: 1 }]
}

/** Per cent with one decimal, exact before it is rounded; null of nothing. */
export function percentOf(part: number | bigint, whole: number | bigint): number | null {
  return Number(whole) === 0 ? null : Math.round((Number(part) * 1000) / Number(whole)) / 10
}
