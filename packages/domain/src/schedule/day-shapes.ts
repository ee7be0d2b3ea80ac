import { dayNumber, weekdayOfDayNumber } from '../calendar-day'
import { TENTHS_PER_DAY, TENTHS_PER_MINUTE } from './moment'
import type { PlanCalendar, Week, WorkInterval } from './plan'
import { daysOf, type DaySpan } from './recurrence'

/** Working hours of one day in tenths of a minute from its midnight: sorted, apart from each other. */
export type DayShape = readonly { from: number; to: number }[]

/** What the days of a span look like: one shape per day, the same object where it is the same day over again. */
export type DayShapes = { name: string; over(span: DaySpan): DayShape[] }

/**
 * The days of a calendar. On each the first of these speaks: its exceptions, its ancestors' exceptions, its work
 * weeks, its week, then the work weeks and the week of what it is derived from.
 */
export function dayShapesOf(calendar: PlanCalendar, calendars: ReadonlyMap<number, PlanCalendar>): DayShapes {
  const lineage = lineageOf(calendar, calendars)
  const week = weekOf(lineage.map((ancestor) => ancestor.week))
  const workWeeks = lineage.flatMap((ancestor, at) =>
    ancestor.workWeeks.map((workWeek) => ({
      from: dayNumber(workWeek.fromOn),
      to: dayNumber(workWeek.toOn),
      // What a work week leaves open is as in the ordinary week.
      days: weekOf([
        ...lineage.slice(0, at).map((nearer) => nearer.week),
        workWeek.week,
        ...lineage.slice(at).map((ancestor) => ancestor.week),
      ]),
    })),
  )
  const exceptions = lineage.flatMap((ancestor) =>
    ancestor.exceptions.map((exception) => ({ exception, shape: shapeOf(exception.intervals) })),
  )
  return {
    name: calendar.name,
    over(span) {
      const days = Array.from(
        { length: span.to - span.from + 1 },
        (_, index) => week[weekdayOfDayNumber(span.from + index)]!,
      )
      const painted = painterOf(days, span)
      for (const { exception, shape } of exceptions)
        for (const part of daysOf(exception, span)) painted(part, () => shape)
      for (const { from, to, days: shapes } of workWeeks)
        painted({ from, to }, (day) => shapes[weekdayOfDayNumber(day)]!)
      return days
    },
  }
}

/** Time that is working in both: how a task with its own calendar proceeds when a person with another does it. */
export function crossed(first: DayShapes, second: DayShapes): DayShapes {
  const known = new Map<DayShape, Map<DayShape, DayShape>>()
  function both(a: DayShape, b: DayShape): DayShape {
    let ofA = known.get(a)
    if (!ofA) known.set(a, (ofA = new Map()))
    let shape = ofA.get(b)
    if (!shape) ofA.set(b, (shape = common(a, b)))
    return shape
  }
  return {
    name: `${first.name} × ${second.name}`,
    over(span) {
      const others = second.over(span)
      return first.over(span).map((shape, at) => both(shape, others[at]!))
    },
  }
}

/** Every minute of every day. */
export const allDay: DayShapes = {
  name: '24 h',
  over: ({ from, to }) => Array<DayShape>(to - from + 1).fill(wholeDay),
}
const wholeDay: DayShape = [{ from: 0, to: TENTHS_PER_DAY }]

function common(a: DayShape, b: DayShape): DayShape {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)]
      return to > from ? [{ from, to }] : []
    }),
  )
}

/** Paints each day once, whoever comes first, however many spans cover it: `next` skips what is done. */
function painterOf(days: DayShape[], span: DaySpan) {
  const next = Int32Array.from({ length: days.length + 1 }, (_, index) => index)
  function unpaintedFrom(index: number): number {
    let at = index
    while (next[at]! !== at) {
      next[at] = next[next[at]!]!
      at = next[at]!
    }
    return at
  }
  return (part: DaySpan, shapeOn: (day: number) => DayShape) => {
    const last = Math.min(part.to - span.from, days.length - 1)
    const first = Math.max(0, Math.min(part.from - span.from, days.length))
    for (let at = unpaintedFrom(first); at <= last; at = unpaintedFrom(at)) {
      days[at] = shapeOn(span.from + at)
      next[at] = at + 1
    }
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

function weekOf(weeks: Week[]): DayShape[] {
  return [0, 1, 2, 3, 4, 5, 6].map((weekday) => shapeOf(weeks.find((week) => week[weekday])?.[weekday] ?? []))
}

/** Sorted, within the day, overlaps joined. */
export function shapeOf(intervals: readonly WorkInterval[]): DayShape {
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
