import { addDays, isLocalDate, weekdayOf, type LocalDate } from '@countersign/domain/calendar-day'

/** Years that an address may ask for: beyond them no week has been worked, and the calendar ends. */
const firstDay = '1970-01-01'
const lastDay = '2999-12-31'

/** The Monday of the week that a day lies in (ISO 8601). */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}

/** The week that an address asks for, by any of its days; else the one of `today`. */
export function weekOf({ searchParams }: URL, today: LocalDate): LocalDate {
  const asked = searchParams.get('week') ?? ''
  return mondayOf(isLocalDate(asked) && asked >= firstDay && asked <= lastDay ? asked : today)
}

export function daysOfWeek(monday: LocalDate): LocalDate[] {
  return [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(monday, day))
}
