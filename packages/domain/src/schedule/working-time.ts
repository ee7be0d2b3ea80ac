import { dayNumber, weekdayOfDayNumber } from '../calendar-day'
import { TENTHS_PER_DAY, TENTHS_PER_MINUTE } from './moment'
import type { PlanCalendar, WorkInterval } from './plan'

/**
 * A calendar as a function that only grows: how much working time has passed at a moment, counted from shortly
 * before the plan begins. Everything the scheduler asks of a calendar is this function or one of its two inverses.
 * Moments and amounts are tenths of a minute.
 */
export type WorkingTime = {
  name: string
  workAt(moment: number): number
  /** The first moment by which so much work has passed: where a task finishes. Infinity when it never has. */
  earliestAt(work: number): number
  /** The last moment before which no more than so much has passed: where a task starts. Infinity likewise. */
  latestAt(work: number): number
  /** Whether there is working time up to the end of the horizon: says if Infinity means too far, or no time. */
  goesOn(): boolean
}

/** No plan reaches further than this from its beginning. */
export const HORIZON_DAYS = 73_050

const DAYS_BEFORE_PLAN = 31
const FIRST_DAYS = 730
const LAST_DAY = dayNumber('9999-12-31')

type DayIntervals = readonly { from: number; to: number }[]

/** The calendar from shortly before the plan's first day on, derived days and exceptions taken from its ancestors. */
export function workingTimeOf(
  calendar: PlanCalendar,
  calendars: ReadonlyMap<number, PlanCalendar>,
  planDay: number,
): WorkingTime {
  const lineage = lineageOf(calendar, calendars)
  const week = weekOf(lineage)
  const exceptions = lineage.flatMap((ancestor) =>
    ancestor.exceptions.map((exception) => ({
      from: dayNumber(exception.fromOn),
      to: dayNumber(exception.toOn),
      intervals: inTenths(exception.intervals),
    })),
  )
  const firstDay = planDay - DAYS_BEFORE_PLAN
  const maxDays = Math.min(DAYS_BEFORE_PLAN + HORIZON_DAYS, LAST_DAY - firstDay + 1)
  const origin = firstDay * TENTHS_PER_DAY
  let days: DayIntervals[] = []
  let workBefore = new Float64Array(1)
  grow()

  /** Twice as many days as before; false at the horizon. */
  function grow(): boolean {
    if (days.length >= maxDays) return false
    const count = Math.min(maxDays, Math.max(FIRST_DAYS, days.length * 2))
    days = Array.from({ length: count }, (_, index) => week[weekdayOfDayNumber(firstDay + index)]!)
    paintExceptions(days)
    workBefore = new Float64Array(count + 1)
    for (let day = 0; day < count; day++) {
      let work = 0
      for (const interval of days[day]!) work += interval.to - interval.from
      workBefore[day + 1] = workBefore[day]! + work
    }
    return true
  }

  /** Each day is painted once however many exceptions cover it: `next` skips what is done. */
  function paintExceptions(target: DayIntervals[]): void {
    if (exceptions.length === 0) return
    const next = Int32Array.from({ length: target.length + 1 }, (_, index) => index)
    function unpaintedFrom(index: number): number {
      let at = index
      while (next[at]! !== at) {
        next[at] = next[next[at]!]!
        at = next[at]!
      }
      return at
    }
    for (const { from, to, intervals } of exceptions) {
      const last = Math.min(to - firstDay, target.length - 1)
      for (
        let day = unpaintedFrom(clamp(from - firstDay, target.length));
        day <= last;
        day = unpaintedFrom(day)
      ) {
        target[day] = intervals
        next[day] = day + 1
      }
    }
  }

  /** The first day by whose end the work passes the test; `days.length` when the horizon ends before. */
  function dayReaching(work: number, strictly: boolean): number {
    const reached = (total: number) => (strictly ? total > work : total >= work)
    while (!reached(workBefore[days.length]!)) if (!grow()) return days.length
    let low = 0
    let high = days.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (reached(workBefore[middle + 1]!)) high = middle
      else low = middle + 1
    }
    return low
  }

  function momentWithin(day: number, work: number, strictly: boolean): number {
    let rest = work - workBefore[day]!
    for (const { from, to } of days[day]!) {
      const length = to - from
      if (strictly ? rest < length : rest <= length) return origin + day * TENTHS_PER_DAY + from + rest
      rest -= length
    }
    return Infinity
  }

  return {
    name: calendar.name,
    workAt(moment) {
      const day = Math.floor((moment - origin) / TENTHS_PER_DAY)
      if (day < 0) return 0
      while (day >= days.length) if (!grow()) return workBefore[days.length]!
      const within = moment - origin - day * TENTHS_PER_DAY
      let work = workBefore[day]!
      for (const { from, to } of days[day]!) {
        if (within <= from) break
        work += Math.min(within, to) - from
      }
      return work
    },
    earliestAt(work) {
      if (work <= 0) return origin
      const day = dayReaching(work, false)
      return day === days.length ? Infinity : momentWithin(day, work, false)
    },
    latestAt(work) {
      if (work < 0) return origin
      const day = dayReaching(work, true)
      return day === days.length ? Infinity : momentWithin(day, work, true)
    },
    goesOn() {
      while (grow());
      return workBefore[days.length]! > workBefore[Math.max(0, days.length - 366)]!
    },
  }
}

/** The calendar and what it is derived from, nearest first. A calendar derived from itself ends where it repeats. */
function lineageOf(calendar: PlanCalendar, calendars: ReadonlyMap<number, PlanCalendar>): PlanCalendar[] {
  const lineage = new Set<PlanCalendar>()
  let current: PlanCalendar | undefined = calendar
  while (current && !lineage.has(current)) {
    lineage.add(current)
    current = current.derivedFrom === null ? undefined : calendars.get(current.derivedFrom)
  }
  return [...lineage]
}

function weekOf(lineage: PlanCalendar[]): DayIntervals[] {
  return [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
    const holder = lineage.find((ancestor) => ancestor.week[weekday])
    return inTenths(holder?.week[weekday] ?? [])
  })
}

/** Sorted, within the day, overlaps joined. */
function inTenths(intervals: readonly WorkInterval[]): DayIntervals {
  const joined: { from: number; to: number }[] = []
  const sorted = intervals
    .map(({ fromMinute, toMinute }) => ({
      from: Math.max(0, Math.round(fromMinute * TENTHS_PER_MINUTE)),
      to: Math.min(TENTHS_PER_DAY, Math.round(toMinute * TENTHS_PER_MINUTE)),
    }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from)
  for (const interval of sorted) {
    const last = joined.at(-1)
    if (last && interval.from <= last.to) last.to = Math.max(last.to, interval.to)
    else joined.push({ ...interval })
  }
  return joined
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length))
}
