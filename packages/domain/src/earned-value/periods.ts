import { addDays, daysBetween, weekdayOf, type LocalDate } from '../calendar-day'
import { fraction, plus, rational, type Rational } from './rational'

export type PeriodLength = 'day' | 'week' | 'month'

/**
 * The last day of each period from the one that holds `from` to the one that holds `to`. Weeks end on Sunday (ISO
 * 8601), months with the month. None where `to` is before `from`.
 */
export function periodEnds(length: PeriodLength, from: LocalDate, to: LocalDate): LocalDate[] {
  const ends: LocalDate[] = []
  for (let day = from; day <= to;) {
    const end = endOfPeriod(length, day)
    ends.push(end)
    day = addDays(end, 1)
  }
  return ends
}

/** Periods from the start of `from`'s to the end of `statusOn`, days of a period begun counted as their share. */
export function periodsPassed(length: PeriodLength, from: LocalDate, statusOn: LocalDate): Rational {
  const ends = periodEnds(length, from, statusOn)
  const last = ends.at(-1)
  if (last === undefined) return rational(0n)
  const first = startOfPeriod(length, last)
  const days = BigInt(daysBetween(first, last) + 1)
  return plus(rational(BigInt(ends.length - 1)), fraction(BigInt(daysBetween(first, statusOn) + 1), days))
}

function endOfPeriod(length: PeriodLength, day: LocalDate): LocalDate {
  if (length === 'day') return day
  if (length === 'week') return addDays(day, (7 - weekdayOf(day)) % 7)
  const inNextMonth = addDays(`${day.slice(0, 7)}-28`, 4)
  return addDays(`${inNextMonth.slice(0, 7)}-01`, -1)
}

function startOfPeriod(length: PeriodLength, end: LocalDate): LocalDate {
  if (length === 'day') return end
  return length === 'week' ? addDays(end, -6) : `${end.slice(0, 7)}-01`
}
