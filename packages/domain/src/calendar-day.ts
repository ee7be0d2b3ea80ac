/** A day of the Gregorian calendar, 'YYYY-MM-DD', without a time zone. Sorts as text. */
export type LocalDate = string

/** A wall-clock moment to the minute, 'YYYY-MM-DDTHH:mm', without a time zone. Sorts as text. */
export type LocalDateTime = string

const LAST_DAY_NUMBER = numberOfDay(9999, 12, 31)
const FIRST_DAY_NUMBER = numberOfDay(1, 1, 1)

/** Whether the text is a day that exists, between 0001-01-01 and 9999-12-31: '2026-02-31' is not. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = partsOf(text)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Whether the text is a minute that exists: '2026-03-01T24:00' is not. */
export function isLocalDateTime(text: string): boolean {
  return /^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isLocalDate(text.slice(0, 10))
}

/** The day so many days later (earlier when negative). Throws RangeError outside the years 1 to 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The same day of the month so many months later, or the month's last where it has no such day. Throws RangeError. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  dayNumber(date)
  const [year, month, day] = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const [inYear, inMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return dateOfDayNumber(numberOfDay(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth))))
}

/** Days from the first to the second: 1 from a Monday to its Tuesday, negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: LocalDate): number {
  return weekdayOfDayNumber(dayNumber(date))
}

/** The day that an instant falls on in an IANA time zone. Throws RangeError for a zone nobody knows. */
export function localDateIn(timeZone: string, instant: Date): LocalDate {
  const part = { year: '', month: '', day: '' }
  for (const { type, value } of dayFormatter(timeZone).formatToParts(instant)) {
    if (type === 'year' || type === 'month' || type === 'day') part[type] = value
  }
  return `${part.year.padStart(4, '0')}-${part.month}-${part.day}`
}

/** What the calendar and the clock on the wall say at an instant in an IANA time zone, to the minute. */
export function localDateTimeIn(timeZone: string, instant: Date): LocalDateTime {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return `${localDateIn(timeZone, instant)}T${clock.format(instant)}`
}

/**
 * The instant at which a day begins in an IANA time zone: its midnight or, where the clocks skip that, the first moment
 * after. Found by asking what day it is, so that no zone's rules are known here. To the second.
 */
export function beginningOfDay(timeZone: string, date: LocalDate): Date {
  const secondsOfDay = 24 * 60 * 60
  const midnightUtc = dayNumber(date) * secondsOfDay
  // No zone is a whole day away from UTC; 'before' is the day before there, 'after' the day itself.
  let [before, after] = [midnightUtc - secondsOfDay, midnightUtc + secondsOfDay]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (localDateIn(timeZone, new Date(middle * 1000)) < date) before = middle
    else after = middle
  }
  return new Date(after * 1000)
}

/**
 * The instant at which the clocks of an IANA time zone show this day and time ('HH:mm'): the first where they show it
 * twice, and where they skip it as many minutes later as they skip.
 */
export function instantIn(timeZone: string, date: LocalDate, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const shown = dayNumber(date) * 24 * 60 + hours * 60 + minutes
  const before = new Date((shown - 24 * 60) * 60_000)
  const after = new Date((shown + 24 * 60) * 60_000)
  const [offsetBefore, offsetAfter] = [offsetMinutes(timeZone, before), offsetMinutes(timeZone, after)]
  const early = new Date((shown - offsetBefore) * 60_000)
  return offsetMinutes(timeZone, early) === offsetBefore
    ? early
    : laterOf(early, new Date((shown - offsetAfter) * 60_000), timeZone, shown)
}

function laterOf(skipped: Date, late: Date, timeZone: string, shown: number): Date {
  const lateShows = late.getTime() / 60_000 + offsetMinutes(timeZone, late)
  return lateShows === shown ? late : skipped
}

/** How far the zone's clocks are before UTC at that instant. */
function offsetMinutes(timeZone: string, at: Date): number {
  const part: Record<string, string> = {}
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  for (const { type, value } of format.formatToParts(at)) part[type] = value
  const day = dayNumber(`${part.year!.padStart(4, '0')}-${part.month}-${part.day}`)
  const shown = day * 24 * 60 + Number(part.hour) * 60 + Number(part.minute)
  return shown - Math.floor(at.getTime() / 60_000)
}

/** Days since 1970-01-01. Throws RangeError for a day that does not exist. */
export function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a calendar day: ${date.slice(0, 40)}`)
  return numberOfDay(...partsOf(date))
}

/** The day so many days since 1970-01-01. Throws RangeError outside the years 1 to 9999. */
export function dateOfDayNumber(number: number): LocalDate {
  if (!Number.isInteger(number) || number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER) {
    throw new RangeError(`no calendar day has the number ${number}`)
  }
  // Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

/** Howard Hinnant, days_from_civil. */
function numberOfDay(year: number, month: number, day: number): number {
  const yearFromMarch = month <= 2 ? year - 1 : year
  const era = Math.floor(yearFromMarch / 400)
  const yearOfEra = yearFromMarch - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function partsOf(text: string): [number, number, number] {
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const dayFormatters = new Map<string, Intl.DateTimeFormat>()

/** Formatters are dear to make (about 50 µs) and dates are formatted by the page. */
function dayFormatter(timeZone: string): Intl.DateTimeFormat {
  let formatter = dayFormatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    dayFormatters.set(timeZone, formatter)
  }
  return formatter
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
