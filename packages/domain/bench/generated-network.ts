import { localDateTimeOf, momentOf, TENTHS_PER_DAY } from '../src/schedule/moment'
import { ordinaryPlan, ordinaryTask } from '../src/schedule/ordinary'
import {
  standardCalendar,
  type Plan,
  type PlanCalendar,
  type PlanLink,
  type PlanTask,
} from '../src/schedule/plan'

/** Ten working days off a year, and a day off a month: what a real calendar has. */
const calendar: PlanCalendar = {
  ...standardCalendar,
  uid: 1,
  exceptions: [
    ...[
      [1, 1],
      [5, 1],
      [8, 15],
      [10, 3],
      [11, 1],
      [12, 25],
      [12, 26],
    ].map(([month, day]) => ({
      name: 'Holiday',
      fromOn: '2026-01-01',
      toOn: '2090-12-31',
      intervals: [],
      recurrence: { kind: 'yearly-by-day' as const, month: month!, day: day! },
      occurrences: null,
    })),
    {
      name: 'Team day',
      fromOn: '2026-01-01',
      toOn: '2090-12-31',
      intervals: [],
      recurrence: { kind: 'monthly-by-weekday', every: 1, nth: 'last', weekday: 5 },
      occurrences: null,
    },
  ],
}
const early: PlanCalendar = {
  ...calendar,
  uid: 2,
  name: 'Early shift',
  week: standardCalendar.week.map((day, weekday) =>
    weekday === 0 ? [] : day!.length > 0 || weekday === 6 ? [{ fromMinute: 360, toMinute: 840 }] : [],
  ),
}

/**
 * A plan of so many tasks with 1.5 links each, a fifth of them with lag, a tenth on a second calendar, in summaries of
 * twenty. Links reach back over at most the last hundred tasks, as in plans that people draw. The same for a seed.
 */
export function generatedNetwork(count: number, seed: number): Plan {
  const random = mulberry32(seed)
  const upTo = (limit: number) => Math.floor(random() * limit)
  const tasks: PlanTask[] = []
  const links: PlanLink[] = []
  const leaves: number[] = []
  for (let at = 0; at < count; at++) {
    const uid = at + 1
    const isSummary = at % 21 === 0 && at + 1 < count
    tasks.push({
      ...ordinaryTask,
      uid,
      wbs: String(uid),
      name: `Task ${uid}`,
      outlineLevel: at % 21 === 0 ? 1 : 2,
      isSummary,
      isMilestone: false,
      durationMinutes: isSummary ? 0 : 60 * (1 + upTo(60)),
      calendarUid: upTo(10) === 0 ? 2 : null,
    })
    if (isSummary) continue
    const known = new Set<number>()
    const wanted = leaves.length === 0 ? 0 : 1 + (upTo(100) < 58 ? 1 : 0)
    for (let link = 0; link < wanted; link++) {
      const fromUid = leaves[Math.max(0, leaves.length - 1 - upTo(100))]!
      if (known.has(fromUid)) continue
      known.add(fromUid)
      const type = (['FS', 'FS', 'FS', 'FS', 'SS', 'FF'] as const)[upTo(6)]!
      const lag = upTo(5) === 0 ? 60 * (1 + upTo(16)) : 0
      links.push({ fromUid, toUid: uid, type, lag, lagUnit: 'working' })
    }
    leaves.push(uid)
  }
  return {
    ...ordinaryPlan,
    startsAt: localDateTimeOf(momentOf('2026-01-05T00:00') + TENTHS_PER_DAY / 3),
    calendarUid: 1,
    calendars: [calendar, early],
    tasks,
    links,
  }
}

/** Tommy Ettinger's mulberry32: chance that comes out the same every time. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
