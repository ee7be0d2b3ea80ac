import { dayNumber, dateOfDayNumber, weekdayOfDayNumber } from '../calendar-day'
import type { CalendarException, Nth } from './plan'

/** Days since 1970-01-01, both included. */
export type DaySpan = { from: number; to: number }

/** However long an exception's span is, it falls on no more days than this: an hour's span of 200 years, daily. */
const MAX_OCCURRENCES = 73_100

/** The days that the exception falls on, in order, as far as they lie within the span. */
export function daysOf(exception: CalendarException, within: DaySpan): DaySpan[] {
  const first = dayNumber(exception.fromOn)
  const last = Math.min(dayNumber(exception.toOn), within.to)
  const { recurrence } = exception
  const most = exception.occurrences ?? Infinity
  if (!recurrence || (recurrence.kind === 'daily' && recurrence.every <= 1)) {
    const to = Math.min(last, first + (recurrence ? most : Infinity) - 1)
    return to < within.from || to < first ? [] : [{ from: first, to }]
  }
  const days: DaySpan[] = []
  let seen = 0
  for (const day of candidates(exception, first, last)) {
    if (day > last || seen >= most || seen >= MAX_OCCURRENCES) break
    if (day < first) continue
    seen += 1
    if (day >= within.from) days.push({ from: day, to: day })
  }
  return days
}

function* candidates({ recurrence }: CalendarException, first: number, last: number): Generator<number> {
  if (!recurrence) return
  const [year, month] = dateOfDayNumber(first).split('-').map(Number) as [number, number, number]
  switch (recurrence.kind) {
    case 'daily':
      for (let day = first; day <= last; day += atLeastOne(recurrence.every)) yield day
      return
    case 'weekly': {
      // The week of the first day begins on the Sunday before it.
      const wanted = recurrence.weekdays.filter((weekday) => weekday >= 0 && weekday <= 6).toSorted()
      const sunday = first - weekdayOfDayNumber(first)
      if (wanted.length === 0) return
      for (let week = sunday; week <= last; week += 7 * atLeastOne(recurrence.every))
        for (const weekday of wanted) yield week + weekday
      return
    }
    case 'monthly-by-day':
    case 'monthly-by-weekday':
      for (let at = year * 12 + month - 1; ; at += atLeastOne(recurrence.every)) {
        const day = dayInMonth(recurrence, Math.floor(at / 12), (at % 12) + 1)
        if (day === null || day > last) return
        yield day
      }
    case 'yearly-by-day':
    case 'yearly-by-weekday':
      for (let at = year; ; at++) {
        const day = dayInMonth(recurrence, at, recurrence.month)
        if (day === null || day > last) return
        yield day
      }
  }
}

/** A 31st in a shorter month is its last day. `null` beyond the calendar. */
function dayInMonth(
  rule: { day: number } | { nth: Nth; weekday: number },
  year: number,
  month: number,
): number | null {
  if (year > 9998) return null
  const first = dayNumber(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`)
  const length = daysIn(year, month)
  if ('day' in rule) return first + Math.min(Math.max(1, rule.day), length) - 1
  const toFirst = (rule.weekday - weekdayOfDayNumber(first) + 7) % 7
  if (rule.nth !== 'last') return first + toFirst + 7 * (rule.nth - 1)
  return first + toFirst + 7 * Math.floor((length - 1 - toFirst) / 7)
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

function atLeastOne(every: number): number {
  return Math.max(1, Math.floor(every))
}
