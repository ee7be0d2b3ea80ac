import { addDays, dayNumber, weekdayOf, type LocalDate } from './calendar-day'
import { dayShapesOf } from './schedule/day-shapes'
import { standardCalendar, type PlanCalendar } from './schedule/plan'

/** Whether anybody works on a day by one of a plan's calendars; by the standard one where none is named. */
export function businessDaysOf(
  calendarUid: number | null,
  calendars: readonly PlanCalendar[],
): (day: LocalDate) => boolean {
  const byUid = new Map(calendars.map((calendar) => [calendar.uid, calendar]))
  const calendar = (calendarUid === null ? undefined : byUid.get(calendarUid)) ?? standardCalendar
  const shapes = dayShapesOf(calendar, byUid)
  return (day) => {
    const number = dayNumber(day)
    return (shapes.over({ from: number, to: number })[0]?.length ?? 0) > 0
  }
}

/** A calendar's business days as a submission froze them: later holidays do not move a period that runs. */
export type FrozenCalendar = {
  name: string
  /** Days of the week that are business days as a rule: 1 is Monday, 7 Sunday. */
  weekdays: number[]
  /** Days up to `until` on which it is the other way round. */
  exceptions: LocalDate[]
  /** After this day only the rule is known. */
  until: LocalDate
}

/** Longer than any acceptance period with its pauses. */
const frozenDays = 3 * 366

/** The business days of some years from a day on, by the rule that has the fewest exceptions. */
export function frozenCalendar(
  name: string,
  isBusinessDay: (day: LocalDate) => boolean,
  from: LocalDate,
): FrozenCalendar {
  const days = Array.from({ length: frozenDays }, (_, at) => addDays(from, at))
  const business = new Set(days.filter(isBusinessDay))
  const isRule = (weekday: number) => {
    const same = days.filter((day) => isoWeekday(day) === weekday)
    return same.filter((day) => business.has(day)).length * 2 > same.length
  }
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(isRule)
  return {
    name,
    weekdays,
    exceptions: days.filter((day) => weekdays.includes(isoWeekday(day)) !== business.has(day)),
    until: days.at(-1)!,
  }
}

export function businessDaysAsFrozen({ weekdays, exceptions }: FrozenCalendar): (day: LocalDate) => boolean {
  const others = new Set(exceptions)
  return (day) => weekdays.includes(isoWeekday(day)) !== others.has(day)
}

/** 1 is Monday, 7 Sunday. */
function isoWeekday(day: LocalDate): number {
  return weekdayOf(day) || 7
}
