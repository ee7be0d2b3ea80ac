import { addDays, isLocalDate, weekdayOf, type LocalDate } from '@countersign/domain/calendar-day'
import type { Nth, Recurrence } from '@countersign/domain/schedule/plan'
import type { XmlRecord } from './msproject-record'

/** `Type` of an exception in Microsoft's mspdi_pj12.xsd. */
export const EXCEPTION_TYPE = {
  daily: 1,
  'yearly-by-day': 2,
  'yearly-by-weekday': 3,
  'monthly-by-day': 4,
  'monthly-by-weekday': 5,
  weekly: 6,
} as const
const BY_DAY_COUNT = 7
const BY_WEEKDAY_COUNT = 8
const NOT_RECURRING = 9
/** `MonthItem`: any day, a day from Monday to Friday, one of the weekend, then the seven weekdays from Sunday. */
const ANY_DAY = 0
const MONDAY_TO_FRIDAY = 1
export const MONTH_ITEM_SUNDAY = 3
const NTH: readonly Nth[] = [1, 2, 3, 4, 'last']
const MAX_DATES = 1_000

export type RecurrenceRead =
  | { is: 'recurrence'; recurrence: Recurrence | null }
  /** Project has kinds that a plan has not; their days are written out. */
  | { is: 'dates'; dates: LocalDate[] }
  | { is: 'unknown' }

/** Which days of the span an `Exception` element falls on; `Month` counts from 0 for January. */
export function recurrenceOf(record: XmlRecord, fromOn: LocalDate, toOn: LocalDate): RecurrenceRead {
  const type = record.integer('Type', 0, 9) ?? EXCEPTION_TYPE.daily
  const every = Math.max(1, record.integer('Period', 0, 10_000) ?? 1)
  const month = (record.integer('Month', 0, 11) ?? Number(fromOn.slice(5, 7)) - 1) + 1
  const day = record.integer('MonthDay', 0, 31) || Number(fromOn.slice(8, 10))
  const nth = NTH[record.integer('MonthPosition', 0, 4) ?? 0]!
  const item = record.integer('MonthItem', 0, 9) ?? MONTH_ITEM_SUNDAY + weekdayOf(fromOn)
  const weekday = item - MONTH_ITEM_SUNDAY

  switch (type) {
    case 0:
    case EXCEPTION_TYPE.daily:
    case BY_DAY_COUNT:
      return { is: 'recurrence', recurrence: every === 1 ? null : { kind: 'daily', every } }
    case EXCEPTION_TYPE['yearly-by-day']:
      return { is: 'recurrence', recurrence: { kind: 'yearly-by-day', month, day } }
    case EXCEPTION_TYPE['monthly-by-day']:
      return { is: 'recurrence', recurrence: { kind: 'monthly-by-day', every, day } }
    case EXCEPTION_TYPE['yearly-by-weekday']:
      return weekday >= 0
        ? { is: 'recurrence', recurrence: { kind: 'yearly-by-weekday', month, nth, weekday } }
        : { is: 'dates', dates: datesOf(record, fromOn, toOn, item, nth, (at) => at === month) }
    case EXCEPTION_TYPE['monthly-by-weekday']: {
      if (weekday >= 0)
        return { is: 'recurrence', recurrence: { kind: 'monthly-by-weekday', every, nth, weekday } }
      const first = Number(fromOn.slice(0, 4)) * 12 + Number(fromOn.slice(5, 7))
      return {
        is: 'dates',
        dates: datesOf(record, fromOn, toOn, item, nth, (at, year) => (year * 12 + at - first) % every === 0),
      }
    }
    case EXCEPTION_TYPE.weekly: {
      const days = record.integer('DaysOfWeek', 0, 127) || 1 << weekdayOf(fromOn)
      const weekdays = [0, 1, 2, 3, 4, 5, 6].filter((bit) => days & (1 << bit))
      return { is: 'recurrence', recurrence: { kind: 'weekly', every, weekdays } }
    }
    case BY_WEEKDAY_COUNT:
      return { is: 'recurrence', recurrence: { kind: 'weekly', every: 1, weekdays: [1, 2, 3, 4, 5] } }
    case NOT_RECURRING:
    default:
      return { is: 'unknown' }
  }
}

/** The nth day, working day or day of a weekend of each month that counts. */
function datesOf(
  record: XmlRecord,
  fromOn: LocalDate,
  toOn: LocalDate,
  item: number,
  nth: Nth,
  counts: (month: number, year: number) => boolean,
): LocalDate[] {
  const limit = Math.min(occurrencesOf(record) ?? MAX_DATES, MAX_DATES)
  const dates: LocalDate[] = []
  let year = Number(fromOn.slice(0, 4))
  let month = Number(fromOn.slice(5, 7))
  for (; dates.length < limit && `${year}-${String(month).padStart(2, '0')}-01` <= toOn; month++) {
    if (month > 12) {
      month = 1
      year++
    }
    if (!counts(month, year)) continue
    const days = daysOfMonth(year, month).filter((day) => isItem(weekdayOf(day), item))
    const day = nth === 'last' ? days.at(-1) : days[nth - 1]
    if (day && day >= fromOn && day <= toOn) dates.push(day)
  }
  return dates
}

function isItem(weekday: number, item: number): boolean {
  if (item === ANY_DAY) return true
  const isWeekend = weekday === 0 || weekday === 6
  return item === MONDAY_TO_FRIDAY ? !isWeekend : isWeekend
}

function daysOfMonth(year: number, month: number): LocalDate[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const days: LocalDate[] = []
  for (let day = first; isLocalDate(day) && day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1))
    days.push(day)
  return days
}

/** How often, where the file says that this and not the last day ends the recurrence. */
export function occurrencesOf(record: XmlRecord): number | null {
  if (!record.flag('EnteredByOccurrences')) return null
  return record.integer('Occurrences', 0, 100_000) || null
}
