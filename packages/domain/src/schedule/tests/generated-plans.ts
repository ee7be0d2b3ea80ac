import fc from 'fast-check'
import { localDateTimeOf, momentOf } from '../moment'
import { standardCalendar, type Plan, type PlanCalendar, type PlanLink, type PlanTask } from '../plan'
import { monday, plan, task } from '../plan-examples'
import type { PlanEdit } from '../plan-edit'

/** Plans for laws: up to 15 tasks in an outline, every kind of link, lag, constraint, calendar and progress. */
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
const mornings: PlanCalendar = {
  uid: 3,
  name: 'Mornings',
  derivedFrom: 1,
  week: [null, null, [{ fromMinute: 420, toMinute: 660 }], null, null, null, null],
  workWeeks: [],
  exceptions: [
    {
      name: 'First Monday',
      fromOn: '2026-01-01',
      toOn: '2027-12-31',
      intervals: [],
      recurrence: { kind: 'monthly-by-weekday', every: 1, nth: 1, weekday: 1 },
      occurrences: null,
    },
  ],
}
export const calendars = [{ ...standardCalendar, uid: 1 }, shifts, mornings]

const SIZE = 15
const minute = fc.integer({ min: -3_000, max: 20_000 })
const moment = minute.map((minutes) => localDateTimeOf(momentOf(monday) + minutes * 10))
const duration = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3000 }))

/** Per cent by the hundred, so that all dates are whole minutes. */
const anyLink = fc
  .record({
    ends: fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)),
    type: fc.constantFrom('FS' as const, 'FS' as const, 'SS' as const, 'FF' as const, 'SF' as const),
    lag: fc.integer({ min: -150, max: 300 }),
    lagUnit: fc.constantFrom('working', 'working', 'elapsed', 'percent', 'elapsed-percent' as const),
  })
  .map((link) =>
    link.lagUnit.endsWith('percent') ? { ...link, lag: 100 * Math.round(link.lag / 100) } : link,
  )

/** Fields that leave a task to its links, its duration and its calendar. */
const plainFields = fc.record({
  durationMinutes: duration,
  calendarUid: fc.constantFrom(null, null, 2, 3),
  isElapsed: fc.constantFrom(false, false, false, true),
})

const constraint = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ type: 'ASAP' as const, at: null }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('MSO' as const, 'MFO', 'SNET', 'SNLT', 'FNET', 'FNLT'),
      at: moment,
    }),
  },
)
const none = fc.constant({})
const more = fc.oneof(
  { weight: 6, arbitrary: none },
  { weight: 1, arbitrary: moment.map((actualStart) => ({ actualStart, percentComplete: 40 })) },
  {
    weight: 1,
    arbitrary: moment.map((actualStart) => ({
      actualStart,
      actualFinish: actualStart,
      percentComplete: 100,
    })),
  },
  { weight: 1, arbitrary: moment.map((start) => ({ manual: { start, finish: null } })) },
  { weight: 1, arbitrary: fc.constant({ isActive: false }) },
  { weight: 1, arbitrary: moment.map((deadline) => ({ deadline })) },
  { weight: 1, arbitrary: fc.nat(2_000).map((levellingDelayMinutes) => ({ levellingDelayMinutes })) },
)
/** Every field that a scheduler minds. */
export const anyFields: fc.Arbitrary<Partial<PlanTask>> = fc
  .tuple(plainFields, constraint, more)
  .map(([plain, constraint, rest]) => ({ ...plain, constraint, ...rest }))

export type Outline = 'flat' | 'deep'

function plansOf(fields: fc.Arbitrary<Partial<PlanTask>>, outline: Outline): fc.Arbitrary<Plan> {
  return fc
    .record({
      tasks: fc.array(fc.tuple(fields, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: SIZE }),
      links: fc.array(anyLink, { maxLength: 25 }),
    })
    .map(({ tasks, links }) => {
      let level = 0
      const levelled = tasks.map(([given, wanted]) => {
        level = outline === 'flat' ? 1 : Math.min(wanted, level + 1)
        return { given, level }
      })
      const entries = levelled.map(({ given, level }, at) => {
        const isSummary = (levelled[at + 1]?.level ?? 0) > level
        return task(at + 1, given.durationMinutes ?? 0, { ...given, outlineLevel: level, isSummary })
      })
      return plan(entries, linksAmong(entries, links), { calendars })
    })
}

/** Links run from an earlier task to a later one and never from a task to what it hangs under: no circle. */
function linksAmong(
  tasks: PlanTask[],
  drawn: { ends: [number, number]; type: string; lag: number; lagUnit: string }[],
) {
  const seen = new Set<string>()
  return drawn.flatMap(({ ends: [a, b], ...link }): PlanLink[] => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)]
    if (from === to || to >= tasks.length || seen.has(`${from} ${to}`)) return []
    if (tasks.slice(from + 1, to + 1).every(({ outlineLevel }) => outlineLevel > tasks[from]!.outlineLevel))
      return []
    seen.add(`${from} ${to}`)
    return [{ fromUid: from + 1, toUid: to + 1, ...link } as PlanLink]
  })
}

/** Leaves that only wait for each other. */
export const plainPlan = plansOf(plainFields, 'flat')
/** Everything at once. */
export const anyPlan = plansOf(anyFields, 'deep')

const uid = fc.integer({ min: 1, max: SIZE })
export const anyEdit: fc.Arbitrary<PlanEdit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('change-task' as const), uid, change: anyFields }) },
  {
    weight: 3,
    arbitrary: anyLink.map(({ ends: [a, b], ...link }) => ({
      kind: 'add-link' as const,
      link: { fromUid: Math.min(a, b) + 1, toUid: Math.max(a, b) + 1, ...link } as PlanLink,
    })),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('remove-link' as const), fromUid: uid, toUid: uid }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove-task' as const), uid }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move-task' as const),
      uid,
      afterUid: fc.option(uid),
      outlineLevel: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ afterUid: fc.option(uid), fields: anyFields }).map(({ afterUid, fields }) => ({
      kind: 'add-task' as const,
      task: task(SIZE + 1, fields.durationMinutes ?? 0, fields),
      afterUid,
    })),
  },
)
