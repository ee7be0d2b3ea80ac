import { addDays, addMonths, isLocalDate, type LocalDate } from './calendar-day'

/** The first day of the month that a day lies in: what a month is named by. */
export function monthOf(day: LocalDate): LocalDate {
  return `${day.slice(0, 7)}-01`
}

export function lastDayOf(month: LocalDate): LocalDate {
  return addDays(addMonths(monthOf(month), 1), -1)
}

/** The month that a text such as '2026-03' names, by its first day; null for what names none. */
export function monthFrom(text: string): LocalDate | null {
  const day = `${text}-01`
  return /^\d{4}-\d{2}$/.test(text) && isLocalDate(day) ? day : null
}

/**
 * A month is closed once it is over, the one after the last closed month next. Without any closed month it may be any:
 * everything before it is closed with it.
 */
export function whyNotToClose(
  month: LocalDate,
  { lastClosedDay, today }: { lastClosedDay: LocalDate | null; today: LocalDate },
): 'not-over' | 'closed-already' | 'not-next' | null {
  if (lastDayOf(month) >= today) return 'not-over'
  if (lastClosedDay === null) return null
  if (month <= lastClosedDay) return 'closed-already'
  return month === addDays(lastClosedDay, 1) ? null : 'not-next'
}

/** The last closed month is opened first: what was closed on top of it rests on it. */
export function whyNotToReopen(
  month: LocalDate,
  lastClosedDay: LocalDate | null,
): 'not-closed' | 'later-month-closed' | null {
  if (lastClosedDay === null || month > lastClosedDay) return 'not-closed'
  return month === monthOf(lastClosedDay) ? null : 'later-month-closed'
}
