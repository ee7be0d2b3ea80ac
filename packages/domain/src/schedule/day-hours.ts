import { addDays, dayNumber, type LocalDate, type LocalDateTime } from '../calendar-day'
import { dayShapesOf } from './day-shapes'
import { TENTHS_PER_MINUTE } from './moment'
import { standardCalendar, type PlanCalendar } from './plan'

/**
 * The first and the last working moment of a day; midnight to midnight where nobody works. `calendarUid` names one of
 * the calendars; the standard one holds where it names none. The finish may be the next day's midnight.
 */
export function hoursOfDay(
  day: LocalDate,
  calendarUid: number | null,
  calendars: readonly PlanCalendar[],
): { start: LocalDateTime; finish: LocalDateTime } {
  const byUid = new Map(calendars.map((calendar) => [calendar.uid, calendar]))
  const calendar = (calendarUid === null ? undefined : byUid.get(calendarUid)) ?? standardCalendar
  const number = dayNumber(day)
  const [shape = []] = dayShapesOf(calendar, byUid).over({ from: number, to: number })
  const first = shape[0]?.from ?? 0
  const last = shape.at(-1)?.to ?? 1440 * TENTHS_PER_MINUTE
  return { start: momentOn(day, first), finish: momentOn(day, last) }
}

const LAST_DAY = '9999-12-31'

function momentOn(day: LocalDate, tenths: number): LocalDateTime {
  const minute = Math.round(tenths / TENTHS_PER_MINUTE)
  if (minute >= 1440) return day < LAST_DAY ? `${addDays(day, 1)}T00:00` : `${day}T23:59`
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
