import { addDays } from '@countersign/domain/calendar-day'
import type {
  CalendarException,
  Plan,
  PlanAssignment,
  PlanCalendar,
  PlanLink,
  PlanResource,
  PlanTask,
  Recurrence,
  Week,
  WorkInterval,
} from '@countersign/domain/schedule/plan'
import fc from 'fast-check'
import { CONTOURS } from './msproject-work'

/** Plans with everything that a plan can hold, for tests of what is written and read again. */
const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days))
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 1439 }))
  .map(
    ([on, minute]) =>
      `${on}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  )
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 })
const minutes = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((tenths) => tenths / 10)
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/\s+/g, ' ').trim() || 'Größe <&> "1"')
  // What XML cannot hold does not come back.
  .map((text) => text.replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, '').trim() || 'Name')

const intervals = fc
  .uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => quarters.toSorted((a, b) => a - b).map((quarter) => quarter * 15))
  .map((at) =>
    Array.from({ length: Math.floor(at.length / 2) }, (_, pair) => ({
      fromMinute: at[pair * 2]!,
      toMinute: at[pair * 2 + 1]! === 1425 ? 1440 : at[pair * 2 + 1]!,
    })),
  )
const nth = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const)
const weekday = fc.integer({ min: 0, max: 6 })
const every = fc.integer({ min: 1, max: 6 })
const month = fc.integer({ min: 1, max: 12 })
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ kind: fc.constant('daily' as const), every: fc.integer({ min: 2, max: 9 }) }),
  fc.record({
    kind: fc.constant('weekly' as const),
    every,
    weekdays: fc.uniqueArray(weekday, { minLength: 1 }).map((weekdays) => weekdays.toSorted((a, b) => a - b)),
  }),
  fc.record({ kind: fc.constant('monthly-by-day' as const), every, day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ kind: fc.constant('monthly-by-weekday' as const), every, nth, weekday }),
  fc.record({ kind: fc.constant('yearly-by-day' as const), month, day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ kind: fc.constant('yearly-by-weekday' as const), month, nth, weekday }),
)
const span = fc.tuple(day, day).map((days) => {
  const [fromOn, toOn] = days.toSorted()
  return { fromOn: fromOn!, toOn: toOn! }
})
const exception: fc.Arbitrary<CalendarException> = fc
  .record({
    name,
    span,
    intervals: fc.oneof(fc.constant<WorkInterval[]>([]), intervals),
    recurrence: maybe(recurrence),
    occurrences: maybe(fc.integer({ min: 1, max: 20 })),
  })
  .map(({ span, occurrences, ...rest }) => ({
    ...rest,
    ...span,
    occurrences: rest.recurrence === null ? null : occurrences,
  }))
const weekOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 7, maxLength: 7 })
/** Monday keeps hours, so that work ends. */
const working: fc.Arbitrary<Week> = weekOf(fc.oneof(fc.constant<WorkInterval[]>([]), intervals)).map(
  (week) => [week[0]!, [{ fromMinute: 480, toMinute: 1020 }], ...week.slice(2)],
)

const calendars: fc.Arbitrary<PlanCalendar[]> = fc
  .array(
    fc.record({
      name,
      working,
      derived: weekOf(maybe(intervals)),
      isDerived: fc.boolean(),
      exceptions: fc.array(exception, { maxLength: 3 }),
      workWeeks: fc.array(
        fc
          .record({ name, span, week: weekOf(maybe(intervals)) })
          .map(({ span, ...rest }) => ({ ...rest, ...span })),
        { maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    list.map(({ working, derived, isDerived, ...rest }, at) => ({
      uid: at + 1,
      ...rest,
      derivedFrom: isDerived && at > 0 ? 1 : null,
      week: isDerived && at > 0 ? derived : working,
    })),
  )

const constraint: fc.Arbitrary<PlanTask['constraint']> = fc.oneof(
  fc.constantFrom('ASAP' as const, 'ALAP' as const).map((type) => ({ type, at: null })),
  fc.record({
    type: fc.constantFrom(
      'MSO' as const,
      'MFO' as const,
      'SNET' as const,
      'SNLT' as const,
      'FNET' as const,
      'FNLT' as const,
    ),
    at: moment,
  }),
)
const task = fc.record({
  name,
  deeper: fc.integer({ min: -2, max: 1 }),
  isMilestone: fc.boolean(),
  durationMinutes: fc.oneof(fc.constant(0), minutes(20_000)),
  isElapsed: fc.boolean(),
  isEstimated: fc.boolean(),
  durationUnit: fc.constantFrom(
    'minutes' as const,
    'hours' as const,
    'days' as const,
    'weeks' as const,
    'months' as const,
  ),
  isActive: fc.boolean(),
  manual: fc.option(fc.record({ start: moment, finish: maybe(moment) }), { nil: null, freq: 5 }),
  type: fc.constantFrom('fixed-units' as const, 'fixed-duration' as const, 'fixed-work' as const),
  isEffortDriven: fc.boolean(),
  constraint,
  deadline: maybe(moment),
  calendar: maybe(fc.nat()),
  ignoresResourceCalendars: fc.boolean(),
  levellingDelayMinutes: fc.oneof(fc.constant(0), minutes(5_000)),
  isSplit: fc.boolean(),
  percentComplete: fc.integer({ min: 0, max: 100 }),
  actualStart: maybe(moment),
  actualFinish: maybe(moment),
  left: maybe(minutes(5_000)),
  stops: maybe(fc.tuple(moment, moment)),
  priority: fc.integer({ min: 0, max: 1000 }),
  baselines: fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 0, max: 10 }),
      start: maybe(moment),
      finish: maybe(moment),
      durationMinutes: maybe(minutes(10_000)),
      workMinutes: maybe(minutes(90_000)),
    }),
    { selector: ({ number }) => number, maxLength: 3 },
  ),
  note: maybe(name),
})

export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    startsAt: moment,
    fromFinish: fc.boolean(),
    statusAt: maybe(moment),
    minutesPerDay: fc.integer({ min: 60, max: 1440 }),
    minutesPerWeek: fc.integer({ min: 60, max: 10_080 }),
    daysPerMonth: fc.integer({ min: 1, max: 31 }),
    criticalDays: fc.integer({ min: -5, max: 5 }),
    hasSeveralCriticalPaths: fc.boolean(),
    splitsInProgress: fc.boolean(),
    calendars,
    tasks: fc.array(task, { minLength: 1, maxLength: 8 }),
    links: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.nat(),
        type: fc.constantFrom('FS' as const, 'SS' as const, 'FF' as const, 'SF' as const),
        tenths: fc.integer({ min: -20_000, max: 20_000 }),
        lagUnit: fc.constantFrom(
          'working' as const,
          'elapsed' as const,
          'percent' as const,
          'elapsed-percent' as const,
        ),
      }),
      { maxLength: 8 },
    ),
    resources: fc.array(
      fc.record({
        name,
        kind: fc.constantFrom('work' as const, 'material' as const, 'cost' as const),
        calendar: maybe(fc.nat()),
        maxUnitsPercent: fc.integer({ min: 0, max: 1000 }),
      }),
      { maxLength: 3 },
    ),
    assignments: fc.array(
      fc.record({
        task: fc.nat(),
        resource: fc.nat(),
        unitsPercent: fc.integer({ min: 0, max: 400 }),
        workMinutes: minutes(9_000),
        actualWorkMinutes: minutes(900),
        remainingWorkMinutes: minutes(9_000),
        delayMinutes: minutes(900),
        levellingDelayMinutes: minutes(900),
        contour: fc.constantFrom(...CONTOURS),
        isDrawn: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ fromFinish, criticalDays, calendars, ...given }): Plan => {
    const calendarUidOf = (at: number | null) => (at === null ? null : calendars[at % calendars.length]!.uid)
    const tasks = tasksOf(given.tasks, calendarUidOf)
    const resources: PlanResource[] = given.resources.map(({ calendar, ...rest }, at) => ({
      uid: at + 1,
      ...rest,
      calendarUid: calendarUidOf(calendar),
    }))
    return {
      startsAt: given.startsAt,
      finishesAt: fromFinish ? given.startsAt.replace(/^\d{4}/, '2029').replace('-02-29', '-02-28') : null,
      statusAt: given.statusAt,
      minutesPerDay: given.minutesPerDay,
      minutesPerWeek: given.minutesPerWeek,
      daysPerMonth: given.daysPerMonth,
      criticalFloatMinutes: criticalDays * given.minutesPerDay,
      hasSeveralCriticalPaths: given.hasSeveralCriticalPaths,
      splitsInProgress: given.splitsInProgress,
      calendarUid: 1,
      calendars,
      tasks,
      links: linksOf(given.links, tasks),
      resources,
      assignments: assignmentsOf(given.assignments, tasks, resources),
    }
  })

type Given<A> = A extends fc.Arbitrary<infer T> ? T : never

function tasksOf(
  given: Given<typeof task>[],
  calendarUidOf: (at: number | null) => number | null,
): PlanTask[] {
  const levels: number[] = []
  for (const { deeper } of given) {
    const above = levels.at(-1) ?? 0
    levels.push(Math.max(1, Math.min(above + 1, above + deeper)))
  }
  return given.map(({ deeper: _, calendar, isSplit, left, stops, ...rest }, at): PlanTask => {
    const isSummary = (levels[at + 1] ?? 0) > levels[at]!
    const isDatedBelow = isSummary && rest.manual === null
    const durationMinutes = isDatedBelow ? 0 : rest.durationMinutes
    const done = Math.round((durationMinutes * (100 - rest.percentComplete)) / 10) / 10
    const whole = Math.floor(durationMinutes / 2)
    const canSplit =
      isSplit && !isSummary && !rest.isElapsed && rest.manual === null && whole > 60 && stops === null
    return {
      ...rest,
      uid: at * 3 + 1,
      wbs: `W${at}`,
      outlineLevel: levels[at]!,
      isSummary,
      isMilestone: !isSummary && (rest.isMilestone || durationMinutes === 0),
      durationMinutes,
      isElapsed: !isDatedBelow && rest.isElapsed,
      calendarUid: calendarUidOf(calendar),
      splits: canSplit
        ? [
            { afterMinutes: 60, gapMinutes: 600 },
            { afterMinutes: whole, gapMinutes: 30 },
          ].filter(({ afterMinutes }, index) => index === 0 || afterMinutes > 60)
        : [],
      remainingMinutes: isDatedBelow || left === null || left === done ? null : left,
      stoppedAt: stops?.[0] ?? null,
      resumesAt: stops?.[1] ?? null,
    }
  })
}

/** From earlier rows to later ones, never from a summary to what is below it, so that there is no cycle. */
function linksOf(
  given: { from: number; to: number; type: PlanLink['type']; tenths: number; lagUnit: PlanLink['lagUnit'] }[],
  tasks: PlanTask[],
): PlanLink[] {
  const seen = new Set<string>()
  return given
    .flatMap(({ from, to, type, tenths, lagUnit }): PlanLink[] => {
      const [first, second] = [from % tasks.length, to % tasks.length].toSorted((a, b) => a - b)
      const a = tasks[first!]!
      const b = tasks[second!]!
      if (a.uid === b.uid || a.isSummary || b.isSummary || seen.has(`${a.uid} ${b.uid}`)) return []
      seen.add(`${a.uid} ${b.uid}`)
      const isPercent = lagUnit === 'percent' || lagUnit === 'elapsed-percent'
      return [
        {
          fromUid: a.uid,
          toUid: b.uid,
          type,
          lag: (isPercent ? Math.round(tenths / 200) : tenths / 10) + 0,
          lagUnit,
        },
      ]
    })
    .toSorted(
      (a, b) => tasks.findIndex(({ uid }) => uid === a.toUid) - tasks.findIndex(({ uid }) => uid === b.toUid),
    )
}

function assignmentsOf(
  given: (Omit<PlanAssignment, 'uid' | 'taskUid' | 'resourceUid' | 'spread'> & {
    task: number
    resource: number
    isDrawn: boolean
  })[],
  tasks: PlanTask[],
  resources: PlanResource[],
): PlanAssignment[] {
  if (resources.length === 0) return []
  return given.flatMap(({ task, resource, isDrawn, ...rest }, at) => {
    const { uid: taskUid, splits } = tasks[task % tasks.length]!
    const { uid: resourceUid } = resources[resource % resources.length]!
    const spread =
      isDrawn && splits.length === 0 && rest.contour !== 'flat'
        ? [
            { start: '2026-03-02T08:00', finish: '2026-03-03T08:00', workMinutes: 480 },
            { start: '2026-03-03T08:00', finish: '2026-03-04T08:00', workMinutes: 120.5 },
          ]
        : null
    // A pause is told by where work lies, and a contour that is drawn tells that too.
    const contour = splits.length > 0 ? 'flat' : rest.contour
    return { ...rest, uid: at + 1, taskUid, resourceUid, contour, spread }
  })
}
