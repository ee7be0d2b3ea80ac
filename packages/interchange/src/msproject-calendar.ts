import { isLocalDate, type LocalDate } from '@countersign/domain/calendar-day'
import { standardCalendar, type PlanCalendar, type WorkInterval } from '@countersign/domain/schedule/plan'
import type { XmlRecord } from './msproject-record'
import type { NotUnderstoodList } from './not-understood'
import { Refused } from './refused'

export type FileCalendar = PlanCalendar & { isBase: boolean }

type Exception = PlanCalendar['exceptions'][number]

const DAILY = 1
const YEARLY_BY_DATE = 2
const BY_DAY_COUNT = 7
const MAX_OCCURRENCES = 300
const MAX_UID = 2_147_483_647
const workday = standardCalendar.week[1]!

/** One `Calendar` element. The element and attribute meanings are those of Microsoft's mspdi_pj12.xsd. */
export function calendarFrom(record: XmlRecord, notes: NotUnderstoodList): FileCalendar {
  const uid = record.integer('UID', 0, MAX_UID)
  if (uid === null) throw new Refused('bad-value', record.line)
  const derivedFrom = record.integer('BaseCalendarUID', -MAX_UID, MAX_UID)
  const isDerived = derivedFrom !== null && derivedFrom >= 0
  const name = record.text('Name').slice(0, 255)
  const week: PlanCalendar['week'] = isDerived ? Array(7).fill(null) : standardCalendar.week.slice()
  // Since 2007 Project writes each exception twice, as a day of type 0 and as an exception with a name.
  const exceptions = new Map<string, Exception>()

  for (const element of [...record.all('Exception'), ...record.all('WeekDay')]) {
    const type = element.name === 'WeekDay' ? (element.integer('DayType', 0, 7) ?? 0) : 0
    if (type > 0) {
      week[type - 1] = intervalsOf(element, name, notes)
      continue
    }
    for (const exception of exceptionsFrom(element, name, notes)) {
      const span = `${exception.fromOn} ${exception.toOn}`
      if (!exceptions.has(span)) exceptions.set(span, exception)
    }
  }
  for (const workWeek of record.all('WorkWeek')) notes.add('work-weeks-ignored', workWeek.line, name)
  return {
    uid,
    name,
    derivedFrom: isDerived ? derivedFrom : null,
    week,
    exceptions: [...exceptions.values()],
    isBase: record.flag('IsBaseCalendar'),
  }
}

function exceptionsFrom(record: XmlRecord, calendar: string, notes: NotUnderstoodList): Exception[] {
  const [period] = record.all('TimePeriod')
  const fromOn = period?.moment('FromDate')?.slice(0, 10)
  const toOn = period?.moment('ToDate')?.slice(0, 10)
  if (!fromOn || !toOn || toOn < fromOn) throw new Refused('bad-value', record.line)
  const name = record.text('Name').slice(0, 255)
  const intervals = intervalsOf(record, calendar, notes)
  const type = record.integer('Type', 0, 9) ?? DAILY
  const every = record.integer('Period', 0, 1000) ?? 1
  if (type === YEARLY_BY_DATE) {
    return yearlyDates(record, fromOn, toOn, Math.max(1, every)).map((day) => ({
      name,
      fromOn: day,
      toOn: day,
      intervals,
    }))
  }
  if (fromOn === toOn || ((type <= DAILY || type === BY_DAY_COUNT) && every <= 1))
    return [{ name, fromOn, toOn, intervals }]
  notes.add('recurring-exception-ignored', record.line, calendar, name)
  return []
}

/** `Month` counts from 0 for January. 29 February is left out of the years that have none. */
function yearlyDates(record: XmlRecord, fromOn: LocalDate, toOn: LocalDate, every: number): LocalDate[] {
  const month = (record.integer('Month', 0, 11) ?? Number(fromOn.slice(5, 7)) - 1) + 1
  const day = record.integer('MonthDay', 1, 31) ?? Number(fromOn.slice(8, 10))
  const occurrences = Math.min(record.integer('Occurrences', 0, 100_000) || MAX_OCCURRENCES, MAX_OCCURRENCES)
  const dates: LocalDate[] = []
  for (
    let year = Number(fromOn.slice(0, 4));
    dates.length < occurrences && year <= Number(toOn.slice(0, 4));
    year += every
  ) {
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    if (isLocalDate(date) && date >= fromOn && date <= toOn) dates.push(date)
  }
  return dates
}

function intervalsOf(record: XmlRecord, calendar: string, notes: NotUnderstoodList): WorkInterval[] {
  if (!record.flag('DayWorking')) return []
  const times = record.all('WorkingTime').filter((time) => time.text('FromTime') !== '')
  if (times.length === 0) return workday
  const intervals = times.map((time) => ({
    line: time.line,
    fromMinute: time.minuteOfDay('FromTime', false),
    toMinute: time.minuteOfDay('ToTime', true),
  }))
  return intervals.flatMap(({ line, fromMinute, toMinute }) => {
    if (toMinute > fromMinute) return [{ fromMinute, toMinute }]
    notes.add('working-time-ignored', line, calendar)
    return []
  })
}
