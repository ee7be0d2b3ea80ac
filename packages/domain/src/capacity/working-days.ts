import { addDays, weekdayOf, type LocalDate } from '../calendar-day'

/** Who works when: minutes a week, spread over Monday to Friday unless `dayMinutes` (Monday first) says otherwise. */
export type WorkingPattern = { weeklyMinutes: number; dayMinutes: readonly number[] | null }

/** Days off, both included; half a day takes half of the one day's minutes. */
export type Absence = { fromOn: LocalDate; toOn: LocalDate; isHalfDay: boolean }

/** Whoever has time, and when not. */
export type Calendar = WorkingPattern & {
  absences: readonly Absence[]
  holidays: ReadonlySet<LocalDate>
}

/** What the pattern says of a day; nothing on a public holiday. */
export function workingMinutes({ weeklyMinutes, dayMinutes, holidays }: Calendar, on: LocalDate): number {
  if (holidays.has(on)) return 0
  const weekday = (weekdayOf(on) + 6) % 7
  if (dayMinutes) return dayMinutes[weekday] ?? 0
  return weekday < 5 ? Math.round(weeklyMinutes / 5) : 0
}

/** What is left of a day's minutes after leave: never less than nothing. */
export function minutesThere(calendar: Calendar, on: LocalDate): number {
  const working = workingMinutes(calendar, on)
  const away = calendar.absences.filter(({ fromOn, toOn }) => fromOn <= on && on <= toOn)
  if (away.length === 0) return working
  return away.some(({ isHalfDay }) => !isHalfDay) ? 0 : Math.floor(working / 2)
}

/** Every day from one to another, both included. */
export function daysBetweenBoth(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(on)
  return days
}

/** Minutes that somebody has in a period, leave and public holidays taken off. */
export function capacityBetween(calendar: Calendar, from: LocalDate, to: LocalDate): number {
  return daysBetweenBoth(from, to).reduce((sum, on) => sum + minutesThere(calendar, on), 0)
}
