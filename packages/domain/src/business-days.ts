import { dayNumber, type LocalDate } from './calendar-day'
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
