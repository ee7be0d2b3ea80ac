import { dateOfDayNumber, dayNumber, type LocalDate } from '../calendar-day'
import { TENTHS_PER_DAY, TENTHS_PER_MINUTE } from '../schedule/moment'
import type { TimelinePlan } from './timeline-plan'

/** Which moment stands at the left edge, how wide a day is and how much room there is, in pixels. */
export type Scale = { from: number; pixelsPerDay: number; width: number }

/** From an hour as wide as a word to forty years on a phone. */
export const WIDEST_DAY = 2_400
export const NARROWEST_DAY = 0.025
/** From here on hours matter: nothing is rounded to whole days any more. */
const HOURS_FROM = 200
const MINUTES_FROM = 1_600
const SHADES_FROM = 3.4
const FIRST_DAY = dayNumber('1900-01-01')
const LAST_DAY = dayNumber('2299-12-31')

export function xOf(scale: Scale, moment: number): number {
  return Math.round(((moment - scale.from) / TENTHS_PER_DAY) * scale.pixelsPerDay * 10) / 10
}

export function momentAt(scale: Scale, x: number): number {
  return Math.round(scale.from + (x / scale.pixelsPerDay) * TENTHS_PER_DAY)
}

/** A bar begins with its first day and ends with its last, as long as days are what is drawn. */
export function xOfStart(scale: Scale, moment: number): number {
  return xOf(scale, isHourly(scale) ? moment : midnightBefore(moment))
}

export function xOfFinish(scale: Scale, moment: number): number {
  return xOf(scale, isHourly(scale) ? moment : midnightAfter(moment))
}

/** What is due in the morning stands where the day begins, else where it ends: where its neighbours' bars do. */
export function xOfPoint(scale: Scale, moment: number): number {
  if (isHourly(scale)) return xOf(scale, moment)
  const isMorning = moment - midnightBefore(moment) < TENTHS_PER_DAY / 2
  return xOf(scale, isMorning ? midnightBefore(moment) : midnightAfter(moment))
}

/** What one step of a drag, or of an arrow key on a bar, is worth: a day, an hour, a quarter of one. */
export function stepOf({ pixelsPerDay }: Scale): number {
  if (pixelsPerDay < HOURS_FROM) return TENTHS_PER_DAY
  return (pixelsPerDay < MINUTES_FROM ? 60 : 15) * TENTHS_PER_MINUTE
}

export function isHourly({ pixelsPerDay }: Scale): boolean {
  return pixelsPerDay >= HOURS_FROM
}

export type TickUnit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade'
export type Tick = { moment: number; x: number; on: LocalDate; minute: number }
export type Tier = { unit: TickUnit; ticks: Tick[] }

/** The two tiers of the axis: the upper names what the lower counts. */
export function tiersOf(scale: Scale): { upper: Tier; lower: Tier } {
  const { pixelsPerDay } = scale
  if (isHourly(scale)) {
    const hours = [1, 2, 3, 6].find((step) => (pixelsPerDay / 24) * step >= 44) ?? 6
    return { upper: tier(scale, 'day', 1), lower: tier(scale, 'hour', hours) }
  }
  if (pixelsPerDay >= 17) return { upper: tier(scale, 'month', 1), lower: tier(scale, 'day', 1) }
  if (pixelsPerDay >= SHADES_FROM) return { upper: tier(scale, 'month', 1), lower: tier(scale, 'week', 1) }
  if (pixelsPerDay >= 1.1) return { upper: tier(scale, 'year', 1), lower: tier(scale, 'month', 1) }
  if (pixelsPerDay >= 0.3) return { upper: tier(scale, 'year', 1), lower: tier(scale, 'quarter', 1) }
  const years = [1, 2, 5].find((step) => pixelsPerDay * 365 * step >= 40) ?? 10
  return { upper: tier(scale, 'decade', 1), lower: tier(scale, 'year', years) }
}

/** The whole axis in days, a tick before the left edge included: its label may reach into view. */
function tier(scale: Scale, unit: TickUnit, step: number): Tier {
  const first = clamped(Math.floor(scale.from / TENTHS_PER_DAY))
  const last = clamped(Math.ceil(momentAt(scale, scale.width) / TENTHS_PER_DAY))
  const ticks: Tick[] = []
  const add = (day: number, minute = 0) => {
    const moment = day * TENTHS_PER_DAY + minute * TENTHS_PER_MINUTE
    ticks.push({ moment, x: xOf(scale, moment), on: dateOfDayNumber(day), minute })
  }
  if (unit === 'hour') {
    for (let day = first; day <= last; day++) for (let hour = 0; hour < 24; hour += step) add(day, hour * 60)
  } else if (unit === 'day') for (let day = first; day <= last; day++) add(day)
  else if (unit === 'week') for (let day = mondayBefore(first); day <= last; day += 7) add(day)
  else for (const day of monthsBetween(first, last, monthsIn(unit) * step)) add(day)
  return { unit, ticks }
}

function monthsIn(unit: TickUnit): number {
  return { hour: 0, day: 0, week: 0, month: 1, quarter: 3, year: 12, decade: 120 }[unit]
}

/** Day numbers of every so many months, counted from the year 0, beginning with the one before the first day. */
function monthsBetween(first: number, last: number, months: number): number[] {
  const from = dateOfDayNumber(first)
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
  const days: number[] = []
  for (let month = count - (count % months); ; month += months) {
    const year = String(Math.floor(month / 12)).padStart(4, '0')
    const day = dayNumber(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`)
    if (day > last) return days
    days.push(day)
  }
}

/** Time without work, as one path of the given height: whole days, and hours where they are drawn. */
export function idlePath(scale: Scale, workOn: TimelinePlan['workOn'], height: number): string {
  if (scale.pixelsPerDay < SHADES_FROM) return ''
  const first = clamped(Math.floor(scale.from / TENTHS_PER_DAY))
  const last = clamped(Math.floor(momentAt(scale, scale.width) / TENTHS_PER_DAY))
  const hourly = isHourly(scale)
  let path = ''
  let since: number | null = null
  const idleUntil = (moment: number) => {
    if (since !== null && moment > since) {
      const x = xOf(scale, since)
      path += `M${x} 0H${xOf(scale, moment)}V${height}H${x}z`
    }
    since = null
  }
  for (let day = first; day <= last; day++) {
    const midnight = day * TENTHS_PER_DAY
    since ??= midnight
    const work = workOn(day)
    if (!hourly && work.length > 0) {
      idleUntil(midnight)
      continue
    }
    for (const { fromMinute, toMinute } of work) {
      idleUntil(midnight + fromMinute * TENTHS_PER_MINUTE)
      since = midnight + toMinute * TENTHS_PER_MINUTE
    }
  }
  idleUntil((last + 1) * TENTHS_PER_DAY)
  return path
}

function clamped(day: number): number {
  return Math.min(LAST_DAY, Math.max(FIRST_DAY, day))
}

/** 1970-01-01 was a Thursday. */
function mondayBefore(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7)
}

function midnightBefore(moment: number): number {
  return Math.floor(moment / TENTHS_PER_DAY) * TENTHS_PER_DAY
}

function midnightAfter(moment: number): number {
  return Math.ceil(moment / TENTHS_PER_DAY) * TENTHS_PER_DAY
}
