import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyPlan, calendars, plainPlan } from './tests/generated-plans'
import { localDateTimeOf, momentOf } from './moment'
import type { Plan } from './plan'
import { planCalendarsOf } from './plan-calendars'
import { plan } from './plan-examples'
import { schedulePlan } from './schedule-plan'

const clocks = planCalendarsOf(plan([], [], { calendars }))

function scheduled(given: Plan) {
  const schedule = schedulePlan(given)
  if (!schedule.ok) throw new Error(schedule.why)
  return {
    finish: schedule.finish,
    tasks: schedule.tasks.map((dated, at) => {
      const { calendarUid, isElapsed } = given.tasks[at]!
      const lagClock = clocks.ofTask(calendarUid)
      const clock = isElapsed ? clocks.wall : lagClock
      return { ...dated, start: momentOf(dated.start), finish: momentOf(dated.finish), clock, lagClock }
    }),
  }
}

const notBefore = (moment: number) => ({ constraint: { type: 'SNET' as const, at: localDateTimeOf(moment) } })

describe('every schedule', () => {
  test('gives each task exactly its working time, from a working moment on', () => {
    fc.assert(
      fc.property(plainPlan, (given) => {
        scheduled(given).tasks.forEach(({ start, finish, clock }, at) => {
          const duration = given.tasks[at]!.durationMinutes * 10
          expect(clock.between(start, finish)).toBe(duration)
          if (duration > 0) expect(clock.startAt(start)).toBe(start)
          else expect(start).toBe(finish)
        })
      }),
    )
  })

  test('starts nothing before its predecessors allow', () => {
    fc.assert(
      fc.property(plainPlan, (given) => {
        const { tasks } = scheduled(given)
        for (const { fromUid, toUid, type, lag, lagUnit } of given.links) {
          const [from, to] = [tasks[fromUid - 1]!, tasks[toUid - 1]!]
          const anchor = type[0] === 'F' ? from.finish : from.start
          const tied = type[1] === 'F' ? to.finish : to.start
          const share = (given.tasks[fromUid - 1]!.durationMinutes * lag) / 100
          const minutes = lagUnit.endsWith('percent') ? share : lag
          if (lagUnit.startsWith('elapsed')) expect(tied).toBeGreaterThanOrEqual(anchor + minutes * 10)
          else expect(to.lagClock.between(anchor, tied)).toBeGreaterThanOrEqual(minutes * 10)
        }
      }),
    )
  })

  test('moves no task earlier when another has to start later', () => {
    fc.assert(
      fc.property(plainPlan, fc.nat(14), fc.nat(10_000), (given, which, by) => {
        const before = scheduled(given).tasks
        const moved = which % given.tasks.length
        const later = notBefore(before[moved]!.start + by * 10)
        const tasks = given.tasks.map((entry, at) => (at === moved ? { ...entry, ...later } : entry))
        scheduled({ ...given, tasks }).tasks.forEach((after, at) => {
          expect(after.start).toBeGreaterThanOrEqual(before[at]!.start)
          expect(after.finish).toBeGreaterThanOrEqual(before[at]!.finish)
        })
      }),
    )
  })

  test('has a critical task, and no float below zero', () => {
    fc.assert(
      fc.property(plainPlan, (given) => {
        const { tasks } = scheduled(given)
        expect(tasks.some(({ isCritical, totalFloatMinutes }) => isCritical && totalFloatMinutes === 0)).toBe(
          true,
        )
        for (const { totalFloatMinutes, freeFloatMinutes } of tasks) {
          expect(totalFloatMinutes).toBeGreaterThanOrEqual(0)
          expect(freeFloatMinutes).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  /** A start that may be as late as Friday 17:00 is one on Monday 08:00: no working time lies between. */
  test('ends no working minute later after any one task slipped by its float', () => {
    fc.assert(
      fc.property(plainPlan, fc.nat(14), (mixed, which) => {
        const given = onOneCalendar(mixed)
        const before = scheduled(given)
        const slipped = which % given.tasks.length
        const { clock, start, totalFloatMinutes } = before.tasks[slipped]!
        const later = notBefore(clock.earliestAt(clock.workAt(start) + totalFloatMinutes * 10))
        const tasks = given.tasks.map((entry, at) => (at === slipped ? { ...entry, ...later } : entry))
        const after = scheduled({ ...given, tasks })
        expect(clock.workAt(momentOf(after.finish))).toBe(clock.workAt(momentOf(before.finish)))
      }),
    )
  })

  test('dates or refuses whatever it is given, in whatever order its tasks’ links stand', () => {
    fc.assert(
      fc.property(anyPlan, fc.option(fc.constant('2026-04-30T17:00')), (given, finishesAt) => {
        const schedule = schedulePlan({ ...given, finishesAt })
        const turned = schedulePlan({ ...given, finishesAt, links: given.links.toReversed() })
        if (!schedule.ok || !turned.ok) return expect(turned).toEqual(schedule)
        const undriven = ({ tasks }: typeof schedule) => tasks.map(({ driver: _, ...dates }) => dates)
        expect(undriven(turned)).toEqual(undriven(schedule))
        for (const { start, finish } of schedule.tasks) expect(finish >= start).toBe(true)
      }),
    )
  })
})

function onOneCalendar(given: Plan): Plan {
  const links = given.links.map((link) =>
    link.lagUnit.startsWith('elapsed') ? { ...link, lagUnit: 'working' as const } : link,
  )
  const tasks = given.tasks.map((entry) => ({ ...entry, calendarUid: null, isElapsed: false }))
  return { ...given, links, tasks }
}
