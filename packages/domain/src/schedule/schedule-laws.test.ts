import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../calendar-day'
import { localDateTimeOf, momentOf } from './moment'
import { standardCalendar, type Plan, type PlanCalendar, type PlanLink } from './plan'
import { monday, plan, task } from './plan-examples'
import { schedulePlan } from './schedule-plan'
import { workingTimeOf, type WorkingTime } from './working-time'

const shifts: PlanCalendar = {
  uid: 2,
  name: 'Shifts',
  derivedFrom: null,
  week: Array.from({ length: 7 }, (_, weekday) =>
    weekday === 3
      ? []
      : [
          { fromMinute: 0, toMinute: 180 },
          { fromMinute: 1380, toMinute: 1440 },
        ],
  ),
  exceptions: [{ name: 'Holiday', fromOn: '2026-03-09', toOn: '2026-03-12', intervals: [] }],
}
const calendars = [{ ...standardCalendar, uid: 1 }, shifts]

const anyLink = fc.record({
  ends: fc.tuple(fc.nat(14), fc.nat(14)),
  type: fc.constantFrom('FS' as const, 'SS' as const, 'FF' as const, 'SF' as const),
  lag: fc.integer({ min: -150, max: 300 }),
  lagUnit: fc.constantFrom('working' as const, 'elapsed' as const, 'percent' as const),
})

const anyTask = fc.record({
  durationMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3000 })),
  calendarUid: fc.constantFrom(null, null, 2),
  notBefore: fc.option(fc.integer({ min: 0, max: 20_000 }), { freq: 4 }),
})

/** Links run from an earlier task to a later one, so that there is no circle. */
const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    tasks: fc.array(anyTask, { minLength: 1, maxLength: 15 }),
    links: fc.array(anyLink, { maxLength: 25 }),
  })
  .map(({ tasks, links }) =>
    plan(
      tasks.map(({ durationMinutes, calendarUid, notBefore }, at) =>
        task(at + 1, durationMinutes, {
          calendarUid,
          notBefore: notBefore === null ? null : localDateTimeOf(momentOf(monday) + notBefore * 10),
        }),
      ),
      links.flatMap(({ ends: [a, b], ...link }): PlanLink[] => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        return from === to || to >= tasks.length ? [] : [{ fromUid: from + 1, toUid: to + 1, ...link }]
      }),
      { calendars },
    ),
  )

const byUid = new Map(calendars.map((calendar) => [calendar.uid, calendar]))
const clocks = new Map<number, WorkingTime>(
  calendars.map((calendar) => [calendar.uid, workingTimeOf(calendar, byUid, dayNumber(monday.slice(0, 10)))]),
)

function scheduled(given: Plan) {
  const schedule = schedulePlan(given)
  if (!schedule.ok) throw new Error(schedule.why)
  return {
    finish: schedule.finish,
    tasks: schedule.tasks.map((dated, at) => ({
      ...dated,
      start: momentOf(dated.start),
      finish: momentOf(dated.finish),
      clock: clocks.get(given.tasks[at]!.calendarUid ?? 1)!,
    })),
  }
}

describe('every schedule', () => {
  test('gives each task exactly its working time, from a working moment on', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        scheduled(given).tasks.forEach(({ start, finish, clock }, at) => {
          const duration = given.tasks[at]!.durationMinutes * 10
          expect(clock.workAt(finish) - clock.workAt(start)).toBe(duration)
          if (duration > 0) expect(clock.latestAt(clock.workAt(start))).toBe(start)
          else expect(start).toBe(finish)
        })
      }),
    )
  })

  test('starts nothing before its predecessors allow', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const { tasks } = scheduled(given)
        for (const { fromUid, toUid, type, lag, lagUnit } of given.links) {
          const [from, to] = [tasks[fromUid - 1]!, tasks[toUid - 1]!]
          const anchor = type[0] === 'F' ? from.finish : from.start
          const tied = type[1] === 'F' ? to.finish : to.start
          if (lagUnit === 'elapsed') expect(tied).toBeGreaterThanOrEqual(anchor + lag * 10)
          else {
            const minutes =
              lagUnit === 'working'
                ? lag
                : Math.round((given.tasks[fromUid - 1]!.durationMinutes * lag) / 100)
            expect(to.clock.workAt(tied)).toBeGreaterThanOrEqual(to.clock.workAt(anchor) + minutes * 10)
          }
        }
      }),
    )
  })

  test('moves no task earlier when another has to start later', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(14), fc.nat(10_000), (given, which, by) => {
        const before = scheduled(given).tasks
        const moved = which % given.tasks.length
        const notBefore = localDateTimeOf(before[moved]!.start + by * 10)
        const tasks = given.tasks.map((entry, at) => (at === moved ? { ...entry, notBefore } : entry))
        scheduled({ ...given, tasks }).tasks.forEach((after, at) => {
          expect(after.start).toBeGreaterThanOrEqual(before[at]!.start)
          expect(after.finish).toBeGreaterThanOrEqual(before[at]!.finish)
        })
      }),
    )
  })

  test('has a critical task, and no float below zero', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const { tasks } = scheduled(given)
        expect(tasks.some(({ isCritical, totalFloatMinutes }) => isCritical && totalFloatMinutes === 0)).toBe(
          true,
        )
        for (const { totalFloatMinutes } of tasks) expect(totalFloatMinutes).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  /** A start that may be as late as Friday 17:00 is one on Monday 08:00: no working time lies between. */
  test('ends no working minute later after any one task slipped by its float', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(14), (mixed, which) => {
        const given = onOneCalendar(mixed)
        const before = scheduled(given)
        const slipped = which % given.tasks.length
        const { clock, start, totalFloatMinutes } = before.tasks[slipped]!
        const notBefore = localDateTimeOf(clock.earliestAt(clock.workAt(start) + totalFloatMinutes * 10))
        const tasks = given.tasks.map((entry, at) => (at === slipped ? { ...entry, notBefore } : entry))
        const after = scheduled({ ...given, tasks })
        expect(clock.workAt(momentOf(after.finish))).toBe(clock.workAt(momentOf(before.finish)))
      }),
    )
  })
})

function onOneCalendar(given: Plan): Plan {
  const links = given.links.map((link) =>
    link.lagUnit === 'elapsed' ? { ...link, lagUnit: 'working' as const } : link,
  )
  return { ...given, links, tasks: given.tasks.map((entry) => ({ ...entry, calendarUid: null })) }
}
