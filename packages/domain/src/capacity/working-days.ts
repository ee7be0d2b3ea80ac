import { dateOfDayNumber, dayNumber, weekdayOf, type LocalDate } from '../calendar-day'

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

/** A heat map asks for each day once for the capacity and once for every task that lies on it. */
const known = new WeakMap<Calendar, Map<LocalDate, number>>()

/** What is left of a day's minutes after leave: never less than nothing. */
export function minutesThere(calendar: Calendar, on: LocalDate): number {
  const days = known.get(calendar) ?? new Map<LocalDate, number>()
  if (days.size === 0) known.set(calendar, days)
  const there = days.get(on) ?? minutesOn(calendar, on)
  days.set(on, there)
  return there
}

function minutesOn(calendar: Calendar, on: LocalDate): number {
  const working = workingMinutes(calendar, on)
  const away = calendar.absences.filter(({ fromOn, toOn }) => fromOn <= on && on <= toOn)
  if (away.length === 0) return working
  return away.some(({ isHalfDay }) => !isHalfDay) ? 0 : Math.floor(working / 2)
}

/** Every day from one to another, both included. */
export function daysBetweenBoth(from: LocalDate, to: LocalDate): LocalDate[] {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, day) => dateOfDayNumber(first + day))
}

/** Minutes that somebody has in a period, leave and public holidays taken off. */
export function capacityBetween(calendar: Calendar, from: LocalDate, to: LocalDate): number {
  return daysBetweenBoth(from, to).reduce((sum, on) => sum + minutesThere(calendar, on), 0)
}
