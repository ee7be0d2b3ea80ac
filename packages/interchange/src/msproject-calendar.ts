import type { LocalDate } from '@countersign/domain/calendar-day'
import {
  standardCalendar,
  type CalendarException,
  type PlanCalendar,
  type Week,
  type WorkInterval,
} from '@countersign/domain/schedule/plan'
import type { XmlRecord } from './msproject-record'
import { occurrencesOf, recurrenceOf } from './msproject-recurrence'
import type { NotUnderstoodList } from './not-understood'
import { Refused } from './refused'

export type FileCalendar = PlanCalendar & { line: number }

type Span = { fromOn: LocalDate; toOn: LocalDate }

const MAX_UID = 2_147_483_647
const MAX_NAME = 255
const workday = standardCalendar.week[1]!

/** One `Calendar` element. The element and attribute meanings are those of Microsoft's mspdi_pj12.xsd. */
export function calendarFrom(record: XmlRecord, notes: NotUnderstoodList): FileCalendar {
  const uid = record.integer('UID', 0, MAX_UID)
  if (uid === null) throw new Refused('bad-value', record.line, record.what())
  const base = record.integer('BaseCalendarUID', -MAX_UID, MAX_UID)
  const derivedFrom = base !== null && base >= 0 && base !== uid ? base : null
  const days = record.all('WeekDay')
  const exceptions = record.all('Exception').flatMap((element) => exceptionsFrom(element, notes))
  const workWeeks = record.all('WorkWeek').map((element) => ({
    name: element.text('Name').slice(0, MAX_NAME),
    ...spanOf(element),
    week: weekFrom(element.all('WeekDay'), Array(7).fill(null), notes),
  }))
  // Since 2007 Project writes what has a name a second time, as days of type 0, for older readers.
  const named = [...exceptionSpans(record), ...workWeeks]
  const nameless = days
    .filter((day) => !weekdayNumber(day))
    .flatMap((day) => exceptionsFrom(day, notes))
    .filter((day) => !named.some((span) => span.fromOn <= day.fromOn && day.toOn <= span.toOn))
  return {
    line: record.line,
    uid,
    name: record.text('Name').slice(0, MAX_NAME),
    derivedFrom,
    week: weekFrom(days, derivedFrom === null ? standardCalendar.week : Array(7).fill(null), notes),
    workWeeks,
    exceptions: [...exceptions, ...nameless],
  }
}

/** 1 for Sunday to 7, 0 for a span of dates. */
function weekdayNumber(day: XmlRecord): number {
  return day.integer('DayType', 0, 7) ?? 0
}

function weekFrom(days: XmlRecord[], otherwise: Week, notes: NotUnderstoodList): Week {
  const week = otherwise.slice()
  const nights: { weekday: number; night: WorkInterval[] }[] = []
  for (const element of days) {
    const weekday = weekdayNumber(element) - 1
    if (weekday < 0) continue
    const { day, night } = timesOf(element, notes)
    week[weekday] = day
    if (night.length > 0) nights.push({ weekday: (weekday + 1) % 7, night })
  }
  for (const { weekday, night } of nights) week[weekday] = [...night, ...(week[weekday] ?? [])]
  return week
}

function exceptionSpans(record: XmlRecord): Span[] {
  return record.all('Exception').map(spanOf)
}

function spanOf(record: XmlRecord): Span {
  const [period] = record.all('TimePeriod')
  const fromOn = period?.moment('FromDate')?.slice(0, 10)
  const toOn = period?.moment('ToDate')?.slice(0, 10)
  if (!fromOn || !toOn || toOn < fromOn) throw new Refused('bad-value', record.line, record.what())
  return { fromOn, toOn }
}

function exceptionsFrom(record: XmlRecord, notes: NotUnderstoodList): CalendarException[] {
  const { fromOn, toOn } = spanOf(record)
  const name = record.text('Name').slice(0, MAX_NAME)
  const { day: intervals, night } = timesOf(record, notes)
  if (night.length > 0) notes.add('working-time-ignored', record.line, record.what())
  const read = recurrenceOf(record, fromOn, toOn)
  if (read.is === 'unknown') {
    notes.add('recurring-exception-ignored', record.line, record.what())
    return []
  }
  if (read.is === 'dates') {
    return read.dates.map((date) => ({
      name,
      fromOn: date,
      toOn: date,
      intervals,
      recurrence: null,
      occurrences: null,
    }))
  }
  const { recurrence } = read
  return [
    { name, fromOn, toOn, intervals, recurrence, occurrences: recurrence ? occurrencesOf(record) : null },
  ]
}

/** The day's working times; a shift over midnight goes on in the night of the next day. */
function timesOf(
  record: XmlRecord,
  notes: NotUnderstoodList,
): { day: WorkInterval[]; night: WorkInterval[] } {
  const day: WorkInterval[] = []
  const night: WorkInterval[] = []
  if (!record.flag('DayWorking')) return { day, night }
  const times = record.all('WorkingTime').filter((time) => time.text('FromTime') !== '')
  if (times.length === 0) return { day: workday, night }
  for (const time of times) {
    const fromMinute = time.minuteOfDay('FromTime', false)
    const toMinute = time.minuteOfDay('ToTime', true)
    if (toMinute > fromMinute) day.push({ fromMinute, toMinute })
    else if (toMinute < fromMinute) {
      day.push({ fromMinute, toMinute: 1440 })
      night.push({ fromMinute: 0, toMinute })
    } else notes.add('working-time-ignored', time.line, record.what())
  }
  return { day, night }
}
