import { dayNumber, type LocalDate } from '@countersign/domain/calendar-day'

/** The first and the last day number of a drawing: everything that is marked, with some air. */
export function drawnDays(days: readonly LocalDate[]): { first: number; last: number } {
  const numbers = days.map(dayNumber)
  const [earliest, latest] = [Math.min(...numbers), Math.max(...numbers)]
  const air = Math.max(2, Math.round((latest - earliest) * 0.04))
  return { first: earliest - air, last: latest + air }
}
