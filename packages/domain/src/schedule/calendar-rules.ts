import { daysBetween } from '../calendar-day'
import type { CalendarException, PlanCalendar, WorkInterval } from './plan'

export type CalendarRefusal =
  | 'no-working-time'
  | 'bad-hours'
  | 'exception-ends-before-it-begins'
  | 'exception-too-long'
  | 'too-many-exceptions'
  | 'based-on-itself'

/** An exception of more days is another week: a work week or another calendar says that. */
const LONGEST_EXCEPTION_DAYS = 3_660
const MOST_EXCEPTIONS = 2_000

/**
 * Somebody works on some day of the week, hours of a day follow each other, and an exception ends after it begins.
 * `calendars` are all of the plan: days that this one leaves open are as in the one that it is based on.
 */
export function whyNotCalendar(
  calendar: PlanCalendar,
  calendars: readonly PlanCalendar[],
): CalendarRefusal | null {
  const lineage = lineageOf(calendar, calendars)
  if (!lineage) return 'based-on-itself'
  const days = [calendar.week, ...calendar.workWeeks.map(({ week }) => week)].flat()
  if (![...days, ...calendar.exceptions.map(({ intervals }) => intervals)].every(followEachOther))
    return 'bad-hours'
  const week = [0, 1, 2, 3, 4, 5, 6].map((day) =>
    lineage.map(({ week }) => week[day]).find((hours) => hours != null),
  )
  if (!week.some((hours) => hours != null && hours.length > 0)) return 'no-working-time'
  if (calendar.exceptions.length > MOST_EXCEPTIONS) return 'too-many-exceptions'
  return calendar.exceptions.map(whyNotException).find((why) => why !== null) ?? null
}

function whyNotException({ fromOn, toOn }: CalendarException): CalendarRefusal | null {
  if (toOn < fromOn) return 'exception-ends-before-it-begins'
  return daysBetween(fromOn, toOn) > LONGEST_EXCEPTION_DAYS ? 'exception-too-long' : null
}

function followEachOther(hours: WorkInterval[] | null | undefined): boolean {
  let before = 0
  return (hours ?? []).every(({ fromMinute, toMinute }) => {
    const fits = fromMinute >= before && toMinute > fromMinute && toMinute <= 1440
    before = toMinute
    return fits
  })
}

/** The calendar and what it is based on, nearest first; null where that goes round in a circle. */
function lineageOf(calendar: PlanCalendar, calendars: readonly PlanCalendar[]): PlanCalendar[] | null {
  const lineage: PlanCalendar[] = []
  for (
    let at: PlanCalendar | undefined = calendar;
    at;
    at = calendars.find(({ uid }) => uid === at!.derivedFrom)
  ) {
    if (lineage.some(({ uid }) => uid === at!.uid)) return null
    lineage.push(at)
  }
  return lineage
}

/**
 * The calendar with more days off. A day that it names already stays as it is, so that adding the same holidays
 * twice changes nothing, and exceptions stay in the order of their days.
 */
export function withHolidays(calendar: PlanCalendar, holidays: readonly CalendarException[]): PlanCalendar {
  const isNamed = (day: string) =>
    calendar.exceptions.some(
      ({ fromOn, toOn, recurrence }) => recurrence === null && fromOn <= day && day <= toOn,
    )
  const more: CalendarException[] = []
  for (const holiday of holidays)
    if (!isNamed(holiday.fromOn) && !more.some(({ fromOn }) => fromOn === holiday.fromOn)) more.push(holiday)
  const exceptions = [...calendar.exceptions, ...more].sort((a, b) => a.fromOn.localeCompare(b.fromOn))
  return more.length === 0 ? calendar : { ...calendar, exceptions }
}
