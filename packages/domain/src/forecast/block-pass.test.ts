import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePlan, type CompiledPlan } from '../schedule/compile-plan'
import { localDateTimeOf, momentOf, TENTHS_PER_DAY } from '../schedule/moment'
import {
  standardCalendar,
  type Plan,
  type PlanAssignment,
  type PlanCalendar,
  type PlanLink,
  type PlanTask,
} from '../schedule/plan'
import { planCalendarsOf } from '../schedule/plan-calendars'
import { link, monday, plan, task } from '../schedule/plan-examples'
import { passesOf, type Passes } from '../schedule/schedule-plan'
import { BLOCK } from './block'
import { emptyDates } from './block-dates'
import { blockPassOf } from './block-pass'
import { tabulated } from './clock-table'
import { criticalCounter } from './critical-path'
import { firstDayOf, remainingOf } from './remaining-of'

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
  workWeeks: [],
  exceptions: [
    {
      name: 'Holiday',
      fromOn: '2026-03-09',
      toOn: '2026-03-12',
      intervals: [],
      recurrence: null,
      occurrences: null,
    },
  ],
}
/** Hours that no slot of the tables fits. */
const odd: PlanCalendar = {
  ...standardCalendar,
  uid: 3,
  name: 'Odd',
  week: standardCalendar.week.map(() => [{ fromMinute: 487, toMinute: 1021 }]),
}
const calendars = [{ ...standardCalendar, uid: 1 }, shifts, odd]

function passed(given: Plan): { compiled: CompiledPlan; passes: Passes } {
  const compilation = compilePlan(given)
  if (!compilation.ok) throw new Error(compilation.why)
  const passes = passesOf(compilation.compiled)
  if (!passes.ok) throw new Error(passes.why)
  return { compiled: compilation.compiled, passes: passes.passes }
}

function ran(given: Plan) {
  const { compiled, passes } = passed(given)
  const statusAt = given.statusAt === null ? null : momentOf(given.statusAt)
  const firstDay = firstDayOf(compiled, passes.planStart)
  const remaining = remainingOf(compiled, passes.planStart, statusAt, firstDay, 500)
  const dates = emptyDates(remaining)
  const counts = new Float64Array(compiled.count)
  blockPassOf(remaining, dates)()
  criticalCounter(remaining, dates, counts)(BLOCK)
  const rows = given.tasks.map(({ uid }, at) => ({
    uid,
    start: dates.start[at * BLOCK]!,
    finish: dates.finish[at * BLOCK]!,
    critical: counts[at]! / BLOCK,
  }))
  return { compiled, passes, dates, rows }
}

const anyLink = fc.record({
  ends: fc.tuple(fc.nat(14), fc.nat(14)),
  type: fc.constantFrom('FS' as const, 'SS' as const, 'FF' as const, 'SF' as const),
  lag: fc.oneof(fc.constant(0), fc.integer({ min: -150, max: 300 })),
  lagUnit: fc.constantFrom(
    'working' as const,
    'elapsed' as const,
    'percent' as const,
    'elapsed-percent' as const,
  ),
})
const anyMoment = fc
  .integer({ min: -3000, max: 20_000 })
  .map((minutes) => localDateTimeOf(momentOf(monday) + minutes * 10))
const anyConstraint = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ type: 'ASAP' as const, at: null }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('SNET' as const, 'FNET' as const), at: anyMoment }),
  },
)
const anyTask = fc.record({
  durationMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3000 })),
  calendarUid: fc.constantFrom(null, null, 2, 3),
  outlineLevel: fc.constantFrom(1, 1, 2),
  isElapsed: fc.constantFrom(false, false, false, true),
  isActive: fc.constantFrom(true, true, true, true, false),
  levellingDelayMinutes: fc.constantFrom(0, 0, 0, 700),
  constraint: anyConstraint,
  splits: fc.constantFrom<PlanTask['splits']>([], [], [{ afterMinutes: 0, gapMinutes: 100 }]),
  /** What a person said of a summary's dates. */
  dated: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.record({ start: fc.option(anyMoment), finish: fc.option(anyMoment) }) },
  ),
  /** Who works on it. */
  staff: fc.constantFrom<number[]>([], [], [], [1], [1, 2], [2, 3]),
  startedAt: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyMoment }),
})

const resources = [1, 2, 3].map((uid) => ({
  uid,
  name: `Person ${uid}`,
  kind: 'work' as const,
  calendarUid: uid,
  maxUnitsPercent: 100,
}))

function assignment(taskUid: number, resourceUid: number, workMinutes: number): PlanAssignment {
  return {
    uid: taskUid * 10 + resourceUid,
    taskUid,
    resourceUid,
    unitsPercent: 100,
    workMinutes,
    actualWorkMinutes: 0,
    remainingWorkMinutes: workMinutes,
    delayMinutes: resourceUid === 1 ? 60 : 0,
    levellingDelayMinutes: 0,
    contour: 'flat',
    spread: null,
  }
}

/** Links run from an earlier task to a later one, and to or from no summary but across branches. */
const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    tasks: fc.array(anyTask, { minLength: 1, maxLength: 15 }),
    links: fc.array(anyLink, { maxLength: 25 }),
    splitsInProgress: fc.boolean(),
  })
  .map(({ tasks, links, splitsInProgress }) => {
    const made = tasks.map((given, at): PlanTask => {
      const isSummary = (tasks[at + 1]?.outlineLevel ?? 0) > given.outlineLevel
      const isBelow = tasks.slice(0, at).some((above) => above.outlineLevel < given.outlineLevel)
      const { durationMinutes, dated, staff, startedAt, ...more } = given
      return task(at + 1, durationMinutes, {
        ...more,
        outlineLevel: isBelow ? given.outlineLevel : 1,
        isSummary,
        calendarUid: staff.length > 0 ? null : more.calendarUid,
        isActive: isSummary ? hasActiveChild(tasks, at) : more.isActive,
        splits: durationMinutes === 0 || isSummary ? [] : more.splits,
        manual: isSummary ? dated : null,
        actualStart: isSummary || staff.length > 1 ? null : startedAt,
      })
    })
    const assignments = made.flatMap(({ uid, isSummary, durationMinutes }, at) =>
      isSummary ? [] : tasks[at]!.staff.map((person) => assignment(uid, person, durationMinutes)),
    )
    const more = { calendars, resources, assignments, splitsInProgress }
    return plan(made, acrossBranches(made, links), more)
  })

function hasActiveChild(tasks: { outlineLevel: number; isActive: boolean }[], at: number): boolean {
  const rest = tasks.slice(at + 1)
  const end = rest.findIndex(({ outlineLevel }) => outlineLevel === 1)
  return rest.slice(0, end < 0 ? rest.length : end).some(({ isActive }) => isActive)
}

function acrossBranches(
  tasks: PlanTask[],
  links: { ends: [number, number]; type: PlanLink['type']; lag: number; lagUnit: PlanLink['lagUnit'] }[],
): PlanLink[] {
  const topOf = (at: number) => tasks.slice(0, at + 1).findLastIndex(({ outlineLevel }) => outlineLevel === 1)
  return links.flatMap(({ ends: [a, b], ...more }) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)]
    if (to >= tasks.length || topOf(from) === topOf(to)) return []
    return [{ fromUid: from + 1, toUid: to + 1, ...more }]
  })
}

describe('a run without spread', () => {
  test('has the scheduler’s early dates, to the tenth of a minute', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const { passes, rows } = ran(given)
        given.tasks.forEach(({ isActive }, at) => {
          if (!isActive) return
          expect([at, rows[at]!.start, rows[at]!.finish]).toEqual([
            at,
            passes.early.start[at],
            passes.early.finish[at],
          ])
        })
      }),
      { numRuns: 200 },
    )
  })

  test('has every task critical that has no float, where all keep the same hours', () => {
    fc.assert(
      fc.property(anyPlan, (mixed) => {
        const given = onOneCalendar(mixed)
        const { compiled, passes, rows } = ran(given)
        const { end, float } = floatsOf(compiled, passes)
        for (const [at, row] of rows.entries()) {
          if (!compiled.isActive[at] || compiled.network.hasChildren[at]) continue
          if (row.critical > 0) expect([at, float[at]! <= 0]).toEqual([at, true])
        }
        expect(rows.some(({ critical }, at) => critical === 1 && rows[at]!.finish <= end)).toBe(
          given.tasks.some(({ isActive }, at) => isActive && !compiled.network.hasChildren[at]),
        )
      }),
      { numRuns: 200 },
    )
  })
})

function floatsOf(compiled: CompiledPlan, { early, late }: Passes): { end: number; float: number[] } {
  const end = early.finish.reduce(
    (last, finish, at) => (compiled.isActive[at] ? Math.max(last, finish) : last),
    -Infinity,
  )
  const float = compiled.calendarOf.map((clock, at) =>
    Math.min(
      clock.between(early.start[at]!, late.start[at]!),
      clock.between(early.finish[at]!, late.finish[at]!),
    ),
  )
  return { end, float }
}

function onOneCalendar(given: Plan): Plan {
  return {
    ...given,
    assignments: [],
    links: given.links.map((each) => ({ ...each, lagUnit: 'working' })),
    tasks: given.tasks.map((each) => ({
      ...each,
      calendarUid: null,
      isElapsed: false,
      levellingDelayMinutes: 0,
      splits: [],
      manual: null,
      actualStart: null,
    })),
  }
}

describe('a calendar as a table', () => {
  test('answers as the calendar does, within its days', () => {
    const all = planCalendarsOf({ calendars, calendarUid: 1, startsAt: monday })
    const firstDay = Math.floor(momentOf(monday) / TENTHS_PER_DAY) - 120
    const tables = [1, 2, 3].map((uid) => {
      const clock = all.ofTask(uid)
      return { clock, table: tabulated(clock, firstDay, 500) }
    })
    expect(tables.map(({ clock, table }) => clock === table)).toEqual([false, false, true])
    fc.assert(
      fc.property(
        fc.constantFrom(...tables),
        fc.integer({ min: 0, max: 499 * TENTHS_PER_DAY }),
        ({ clock, table }, since) => {
          const moment = firstDay * TENTHS_PER_DAY + since
          const work = clock.workAt(moment)
          expect(table.workAt(moment)).toBe(work)
          if (work <= clock.workAt(firstDay * TENTHS_PER_DAY)) return
          expect(table.earliestAt(work)).toBe(clock.earliestAt(work))
          expect(table.latestAt(work)).toBe(clock.latestAt(work))
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('has everything beyond them at infinity', () => {
    const clock = planCalendarsOf({ calendars, calendarUid: 1, startsAt: monday }).ofTask(1)
    const firstDay = Math.floor(momentOf(monday) / TENTHS_PER_DAY)
    const table = tabulated(clock, firstDay, 7)
    const end = (firstDay + 7) * TENTHS_PER_DAY
    expect(table.earliestAt(table.workAt(end - 1))).toBe(momentOf('2026-03-06T17:00'))
    expect(table.latestAt(table.workAt(end - 1))).toBe(Infinity)
    expect([table.workAt(end), table.workAt(Infinity), table.earliestAt(Infinity)]).toEqual([
      Infinity,
      Infinity,
      Infinity,
    ])
  })
})

describe('what is left of a plan under way', () => {
  const statusAt = '2026-03-04T12:00'
  const running = { actualStart: monday, percentComplete: 50, remainingMinutes: 960 }

  test('goes on at the status date, and open work does not start before it', () => {
    const given = plan([task(1, 1920, running), task(2, 480), task(3, 480)], [link(1, 3)], { statusAt })
    const { rows } = ran(given)
    expect(rows.map(({ start, finish }) => [localDateTimeOf(start), localDateTimeOf(finish)])).toEqual([
      [monday, '2026-03-06T12:00'],
      ['2026-03-04T13:00', '2026-03-05T12:00'],
      ['2026-03-06T13:00', '2026-03-09T12:00'],
    ])
    expect(rows.map(({ critical }) => critical)).toEqual([1, 0, 1])
  })

  test('keeps what is done as it was, on no critical path', () => {
    const done = { actualStart: monday, actualFinish: '2026-03-02T17:00', percentComplete: 100 }
    const { rows } = ran(plan([task(1, 480, done), task(2, 480)], [link(1, 2)], { statusAt }))
    expect(rows.map(({ finish }) => localDateTimeOf(finish))).toEqual([
      '2026-03-02T17:00',
      '2026-03-05T12:00',
    ])
    expect(rows.map(({ critical }) => critical)).toEqual([0, 1])
  })

  test('ends where the scheduler has it when nobody said when progress was known', () => {
    const { passes, rows } = ran(plan([task(1, 1920, { ...running, remainingMinutes: null })]))
    expect(rows[0]!.finish).toBe(passes.early.finish[0])
  })

  test('leaves dates that a person set', () => {
    const manual = { start: '2026-03-10T08:00', finish: '2026-03-11T17:00' }
    const { rows } = ran(plan([task(1, 4800), task(2, 960, { manual })], [link(1, 2)], { statusAt }))
    expect(localDateTimeOf(rows[1]!.finish)).toBe(manual.finish)
  })

  test('is not made early by a date that must not be passed', () => {
    const constraint = { type: 'FNLT' as const, at: '2026-03-03T17:00' }
    const { rows } = ran(plan([task(1, 2400), task(2, 480, { constraint })], [link(1, 2)]))
    expect(localDateTimeOf(rows[1]!.finish)).toBe('2026-03-09T17:00')
  })
})

describe('parts of a task by people with other hours', () => {
  test('end with the last of them, as the scheduler says', () => {
    const assignments = [1, 2].map((person) => assignment(1, person, 1200))
    const given = plan([task(1, 1200), task(2, 480)], [link(1, 2, { type: 'FF' })], {
      calendars,
      resources,
      assignments,
    })
    const { passes, rows } = ran(given)
    expect(rows.map(({ start }) => start)).toEqual([...passes.early.start])
    expect(rows.map(({ finish }) => finish)).toEqual([...passes.early.finish])
  })
})
