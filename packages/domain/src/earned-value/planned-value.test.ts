import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber } from '../calendar-day'
import { momentOf } from '../schedule/moment'
import { standardCalendar } from '../schedule/plan'
import { planCalendarsOf } from '../schedule/plan-calendars'
import { budgetVariance } from './budget-variance'
import { earnedScheduleOf } from './earned-schedule'
import { periodEnds, periodsPassed } from './periods'
import { plannedAgainstActual, highestOf } from './planned-against-actual'
import { plannedCurve, plannedValueAt, type PlannedTask } from './planned-value'
import { progressOf } from './progress-method'
import { compare, decimalOf, rational, ZERO } from './rational'

const clock = planCalendarsOf({
  calendars: [{ ...standardCalendar, uid: 1 }],
  calendarUid: 1,
  startsAt: '2026-03-02T08:00',
}).ofTask(null)
const workBetween = (from: string, to: string) => clock.between(momentOf(from), momentOf(to)) / 10

/** Monday 2 to Friday 13 March 2026, eighty hours of work. */
const fortnight: PlannedTask = {
  budget: rational(8000n),
  start: '2026-03-02T08:00',
  finish: '2026-03-13T17:00',
  workBetween,
}

describe('planned value', () => {
  test('is spread over working time, nothing over a weekend', () => {
    const at = (moment: string) => decimalOf(plannedValueAt(fortnight, moment), 0)
    expect(at('2026-03-02T08:00')).toBe('0')
    expect(at('2026-03-02T12:00')).toBe('400')
    expect(at('2026-03-06T17:00')).toBe('4000')
    expect(at('2026-03-08T23:00')).toBe('4000')
    expect(at('2026-03-13T16:00')).toBe('7900')
    expect(at('2026-03-13T17:00')).toBe('8000')
    expect(at('2030-01-01T00:00')).toBe('8000')
  })

  test('of a milestone is due whole at its date', () => {
    const milestone = { ...fortnight, start: fortnight.finish }
    expect(plannedValueAt(milestone, '2026-03-13T16:59')).toEqual(ZERO)
    expect(plannedValueAt(milestone, '2026-03-13T17:00')).toEqual(rational(8000n))
  })

  test('never falls, and ends at the budget', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.nat(9999)), { minLength: 1, maxLength: 8 }),
        (given) => {
          const tasks = given.map(([from, length, budget]) => ({
            budget: rational(BigInt(budget)),
            start: `${addDays('2026-03-02', from)}T08:00`,
            finish: `${addDays('2026-03-02', from + length)}T17:00`,
            workBetween,
          }))
          const curve = plannedCurve(tasks, periodEnds('week', '2026-03-02', '2026-07-31'))
          for (let at = 1; at < curve.length; at++) {
            expect(compare(curve[at]!, curve[at - 1]!)).toBeGreaterThanOrEqual(0)
          }
          const budget = given.reduce((sum, [, , each]) => sum + each, 0)
          expect(curve.at(-1)).toEqual(rational(BigInt(budget)))
        },
      ),
    )
  })
})

describe('periods', () => {
  test('end with the day, the Sunday or the month', () => {
    expect(periodEnds('day', '2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(periodEnds('week', '2026-03-04', '2026-03-15')).toEqual(['2026-03-08', '2026-03-15'])
    expect(periodEnds('month', '2028-01-31', '2028-03-01')).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ])
    expect(periodEnds('month', '2026-03-01', '2026-02-01')).toEqual([])
  })

  test('pass with a fraction', () => {
    expect(periodsPassed('day', '2026-03-02', '2026-03-04')).toEqual(rational(3n))
    expect(periodsPassed('week', '2026-03-04', '2026-03-15')).toEqual(rational(2n))
    expect(periodsPassed('month', '2026-03-10', '2026-04-15')).toEqual(rational('3/2'))
    expect(periodsPassed('month', '2026-03-10', '2026-02-15')).toEqual(ZERO)
  })

  test('cover every day once', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.nat(400),
        fc.constantFrom('day', 'week', 'month'),
        (from, days, length) => {
          const first = addDays('2024-01-01', from)
          const ends = periodEnds(length, first, addDays(first, days))
          for (let at = 1; at < ends.length; at++)
            expect(dayNumber(ends[at]!)).toBeGreaterThan(dayNumber(ends[at - 1]!))
          expect(ends.at(-1)! >= addDays(first, days)).toBe(true)
        },
      ),
    )
  })
})

describe('earned schedule', () => {
  const curve = [0, 100, 200, 200, 400].map((value) => rational(BigInt(value)))

  test('lies where the plan would have earned as much', () => {
    const at = (earned: bigint) => decimalOf(earnedScheduleOf(curve, rational(earned)), 2)
    expect([0n, 50n, 100n, 200n, 300n, 400n, 500n].map(at)).toEqual([
      '0.00',
      '0.50',
      '1.00',
      '3.00',
      '3.50',
      '4.00',
      '4.00',
    ])
  })

  test('of a finished project is its planned duration, though the curve goes on', () => {
    expect(earnedScheduleOf([...curve, curve[4]!, curve[4]!], rational(400n))).toEqual(rational(4n))
  })

  test('of a plan without value is nothing', () => {
    expect(earnedScheduleOf([], rational(5n))).toEqual(ZERO)
    expect(earnedScheduleOf([ZERO, ZERO], rational(5n))).toEqual(ZERO)
  })
})

describe('progress', () => {
  const facts = { isStarted: true, isFinished: false, percentComplete: 40, criteria: [] }

  test('is measured as the manager chose', () => {
    expect(progressOf({ kind: '0/100' }, facts)).toEqual(ZERO)
    expect(progressOf({ kind: '0/100' }, { ...facts, isFinished: true })).toEqual(rational(1n))
    expect(progressOf({ kind: '50/50' }, facts)).toEqual(rational('1/2'))
    expect(progressOf({ kind: '50/50' }, { ...facts, isStarted: false })).toEqual(ZERO)
    expect(progressOf({ kind: 'percent' }, facts)).toEqual(rational('2/5'))
    expect(progressOf({ kind: 'percent' }, { ...facts, percentComplete: 140 })).toEqual(rational(1n))
    expect(progressOf({ kind: 'percent' }, { ...facts, percentComplete: -5 })).toEqual(ZERO)
  })

  test('by milestones weighs the steps that are done', () => {
    const steps = [
      { name: 'Design', weight: 1, isDone: true },
      { name: 'Build', weight: 2.5, isDone: false },
      { name: 'Test', weight: 0.5, isDone: true },
    ]
    expect(progressOf({ kind: 'weighted-milestones', steps }, facts)).toEqual(rational('3/8'))
    expect(progressOf({ kind: 'weighted-milestones', steps: [] }, facts)).toEqual(ZERO)
  })

  test('by criteria counts what a signatory accepted as met', () => {
    const criteria = [
      { weight: 1, isAcceptedAsMet: true },
      { weight: 1, isAcceptedAsMet: true },
      { weight: 1, isAcceptedAsMet: false },
    ]
    expect(progressOf({ kind: 'criteria-accepted' }, { ...facts, criteria })).toEqual(rational('2/3'))
  })
})

describe('the planned against the actual curve', () => {
  const points = plannedAgainstActual(
    [fortnight],
    [
      { on: '2026-03-11', earned: rational(3500n) },
      { on: '2026-03-05', earned: rational(2000n) },
    ],
    [
      { on: '2026-03-03', amount: rational(1000n) },
      { on: '2026-03-10', amount: rational(2500n) },
      { on: '2026-03-13', amount: rational(900n) },
    ],
    ['2026-03-08', '2026-03-15', '2026-03-22'],
    '2026-03-12',
  )

  test('shows what is known by the status date and nothing of what comes after', () => {
    expect(points).toEqual([
      { endsOn: '2026-03-08', planned: rational(4000n), earned: rational(2000n), spent: rational(1000n) },
      { endsOn: '2026-03-15', planned: rational(8000n), earned: rational(3500n), spent: rational(3500n) },
      { endsOn: '2026-03-22', planned: rational(8000n), earned: null, spent: null },
    ])
    expect(highestOf(points)).toEqual(rational(8000n))
  })
})

describe('budget variance', () => {
  test('is shown against the first budget and against the one that change orders made of it', () => {
    const variance = budgetVariance({
      baselineBudget: rational(100_000n),
      approvedChanges: [rational(30_000n), rational(-5_000n)],
      actualCost: rational(110_000n),
    })
    expect(variance.original).toEqual({
      budget: rational(100_000n),
      variance: rational(-10_000n),
      percent: rational(-10n),
    })
    expect(variance.adjusted).toEqual({
      budget: rational(125_000n),
      variance: rational(15_000n),
      percent: rational(12n),
    })
  })

  test('has no percentage of nothing', () => {
    const { original } = budgetVariance({
      baselineBudget: ZERO,
      approvedChanges: [],
      actualCost: rational(5n),
    })
    expect(original).toEqual({ budget: ZERO, variance: rational(-5n), percent: null })
  })
})
