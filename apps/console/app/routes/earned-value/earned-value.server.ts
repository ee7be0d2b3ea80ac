import { daysBetween, type LocalDate } from '@countersign/domain/calendar-day'
import { budgetVariance, type BudgetVariance } from '@countersign/domain/earned-value/budget-variance'
import { timeMeasuresOf } from '@countersign/domain/earned-value/earned-schedule'
import type { IndexName } from '@countersign/domain/earned-value/index-names'
import {
  explained,
  explainedTime,
  indexNames,
  indexOf,
  timeIndexNames,
  type Measures,
} from '@countersign/domain/earned-value/indices'
import { measuresByOutline, measuresOf, projectMeasures } from '@countersign/domain/earned-value/measures'
import { periodEnds, periodsPassed, type PeriodLength } from '@countersign/domain/earned-value/periods'
import { plannedAgainstActual } from '@countersign/domain/earned-value/planned-against-actual'
import { endOf, plannedCurve } from '@countersign/domain/earned-value/planned-value'
import {
  approximately,
  decimalOf,
  minus,
  over,
  rational,
  sumOf,
  times,
  ZERO,
  type Rational,
} from '@countersign/domain/earned-value/rational'
import { amountText, shownIndex, type ShownIndex, type Unit } from './explained-text'
import type { EarnedValueFacts } from './queries.server'
import { earnersAt, type Earner } from './tasks-at.server'

const work: Unit = { kind: 'work' }
/** What needs to know when something was due. */
const scheduleNames: readonly IndexName[] = [
  'SV',
  'SV%',
  'SPI',
  'EAC-cost-and-schedule',
  'ETC-cost-and-schedule',
  'VAC-cost-and-schedule',
]

type Asked = { at: LocalDate; today: LocalDate; of: number | null }

/** The page of earned value: all figures at the end of a day, of the whole project or of one task or phase. */
export function earnedValueAt(facts: EarnedValueFacts, { at, today, of }: Asked) {
  const knowsSchedule = facts.plan !== null
  const earners = earnersAt(facts, at, today)
  const measures = earners.map((task) =>
    knowsSchedule ? measuresOf(task, endOf(at)) : withoutSchedule(task),
  )
  const rolledUp = measuresByOutline(
    earners.map(({ outlineLevel }, index) => ({ outlineLevel, measures: measures[index]! })),
  )
  const rows = earners.map((task, index) => rowOf(task, rolledUp[index]!))
  const place = earners.findIndex(({ uid }) => uid === of)
  const scope = place === -1 ? leavesOf(earners) : leavesBelow(earners, place)
  const whole =
    place === -1
      ? projectMeasures(
          earners.map(({ outlineLevel }, index) => ({ outlineLevel, measures: measures[index]! })),
        )
      : rolledUp[place]!
  const time = knowsSchedule ? timeOf(scope, at, whole.EV) : null
  return {
    knowsSchedule,
    rows,
    subject:
      place === -1
        ? null
        : { uid: earners[place]!.uid, name: earners[place]!.name, wbs: earners[place]!.wbs },
    measures: shownMeasures(whole, work),
    indices: indicesOf(whole, work, knowsSchedule),
    time: time && {
      length: time.length,
      measures: Object.fromEntries(
        Object.entries(time.measures).map(([symbol, value]) => [symbol, decimalOf(value, 1)]),
      ),
      indices: timeIndexNames.map((name) => shownIndex(explainedTime(name, time.measures), work)),
    },
    curve: time && curveOf(scope, facts, time, at, of === null ? null : new Set(scope.map(({ uid }) => uid))),
    counted: countedOf(earners),
    budget: shownBudget(
      {
        baselineBudget: rational(facts.firstMinutes),
        now: sumOf(leavesOf(earners).map(({ budget }) => budget)),
      },
      sumOf(leavesOf(earners).map(({ actualCost }) => actualCost)),
      work,
    ),
    money: of === null && at === today ? moneyOf(facts, earners, measures, knowsSchedule) : null,
  }
}

function withoutSchedule(task: Earner): Measures {
  return { PV: ZERO, EV: times(task.budget, task.progress), AC: task.actualCost, BAC: task.budget }
}

function rowOf(task: Earner, measures: Measures) {
  const index = (name: IndexName) => {
    const { value } = indexOf(name, measures)
    return value && decimalOf(value, name === '%complete' ? 1 : 2)
  }
  return {
    uid: task.uid,
    wbs: task.wbs,
    name: task.name,
    outlineLevel: task.outlineLevel,
    isSummary: task.isSummary,
    isInPlan: task.isInPlan,
    method: task.method,
    ...shownMeasures(measures, work),
    CV: amountText(minus(measures.EV, measures.AC), work),
    SV: amountText(minus(measures.EV, measures.PV), work),
    CPI: index('CPI'),
    SPI: index('SPI'),
    complete: index('%complete'),
  }
}

function shownMeasures({ PV, EV, AC, BAC }: Measures, unit: Unit) {
  return {
    PV: amountText(PV, unit),
    EV: amountText(EV, unit),
    AC: amountText(AC, unit),
    BAC: amountText(BAC, unit),
  }
}

function indicesOf(measures: Measures, unit: Unit, knowsSchedule: boolean): ShownIndex[] {
  return indexNames
    .filter((name) => knowsSchedule || !scheduleNames.includes(name))
    .map((name) => shownIndex(explained(name, measures), unit))
}

type Time = {
  length: PeriodLength
  ends: LocalDate[]
  planned: Rational[]
  measures: Parameters<typeof explainedTime>[1]
}

/** Time in periods that make a curve of some forty points; null for a scope that the baseline does not know. */
function timeOf(scope: readonly Earner[], at: LocalDate, earned: Rational): Time | null {
  const planned = scope.filter(({ start }) => start !== '')
  if (planned.length === 0) return null
  const from = planned
    .reduce((first, { start }) => (start < first ? start : first), planned[0]!.start)
    .slice(0, 10)
  const until = planned.reduce((last, { finish }) => (finish > last ? finish : last), '').slice(0, 10)
  const days = daysBetween(from, until > at ? until : at)
  const length = days <= 45 ? 'day' : days <= 300 ? 'week' : 'month'
  const ends = periodEnds(length, from, until)
  const curve = plannedCurve(planned, ends)
  return {
    length,
    ends: periodEnds(length, from, until > at ? until : at),
    planned: curve,
    measures: timeMeasuresOf(curve, earned, periodsPassed(length, from, at)),
  }
}

/** Three lines in hours; earned and spent end at the status date. */
function curveOf(
  scope: readonly Earner[],
  { worked }: EarnedValueFacts,
  { ends }: Time,
  at: LocalDate,
  only: ReadonlySet<number> | null,
) {
  const days = [...new Set([...ends.filter((day) => day < at), at])]
  const readings = days.map((on) => ({
    on,
    earned: sumOf(scope.map((task) => times(task.budget, task.progressOn(on)))),
  }))
  const costs = worked
    .filter(({ uid }) => only === null || only.has(uid))
    .map(({ on, minutes }) => ({ on, amount: rational(minutes) }))
  const planned = scope.filter(({ start }) => start !== '')
  const points = plannedAgainstActual(planned, readings, costs, ends, at)
  const hours = (value: Rational) => Math.round(approximately(value) / 6) / 10
  const known = (key: 'earned' | 'spent') =>
    points.flatMap(({ endsOn, [key]: value }) =>
      value === null ? [] : [{ on: endsOn < at ? endsOn : at, value: hours(value) }],
    )
  return {
    planned: points.map(({ endsOn, planned: value }) => ({ on: endsOn, value: hours(value) })),
    earned: known('earned'),
    spent: known('spent'),
  }
}

/**
 * The project as a whole in money, today. A task's budget in money would tell a rate, and what a day cost would tell
 * that day's: so planned and earned value are the planned cost times the share of the planned hours, and cost is what
 * the margin knows.
 */
function moneyOf(
  facts: EarnedValueFacts,
  earners: readonly Earner[],
  measures: readonly Measures[],
  knowsSchedule: boolean,
) {
  const { budget, firstBudget, cost } = facts
  if (!budget || !cost) return null
  const unit: Unit = { kind: 'money', currency: budget.currency }
  const hours = projectMeasures(
    earners.flatMap((task, index) =>
      task.isStaffed && !task.isSummary ? [{ outlineLevel: 1, measures: measures[index]! }] : [],
    ),
  )
  if (hours.BAC.n === 0n) return null
  const BAC = rational(budget.costMinor)
  const share = (part: Rational) => times(BAC, over(part, hours.BAC))
  const whole = { BAC, PV: share(hours.PV), EV: share(hours.EV), AC: rational(cost.costMinor) }
  return {
    currency: budget.currency,
    measures: shownMeasures(whole, unit),
    indices: indicesOf(whole, unit, knowsSchedule),
    unratedMinutes: Number(cost.unratedMinutes) + budget.unratedMinutes,
    budget:
      firstBudget &&
      shownBudget({ baselineBudget: rational(firstBudget.costMinor), now: BAC }, whole.AC, unit),
  }
}

/** Against what was first agreed, and against the baseline that holds now: what later baselines changed is approved. */
function shownBudget(budgets: { baselineBudget: Rational; now: Rational }, actualCost: Rational, unit: Unit) {
  const { baselineBudget, now } = budgets
  const variance = budgetVariance({
    baselineBudget,
    approvedChanges: [minus(now, baselineBudget)],
    actualCost,
  })
  const shown = ({ budget, variance: difference, percent }: BudgetVariance) => ({
    budget: amountText(budget, unit),
    variance: amountText(difference, unit),
    percent: percent && decimalOf(percent, 1),
    isOver: difference.n < 0n,
  })
  return {
    actual: amountText(actualCost, unit),
    original: shown(variance.original),
    adjusted: shown(variance.adjusted),
  }
}

function countedOf(earners: readonly Earner[]) {
  const leaves = leavesOf(earners).filter(({ budget }) => budget.n > 0n)
  return { tasks: leaves.length, unstaffed: leaves.filter(({ isStaffed }) => !isStaffed).length }
}

function leavesOf(earners: readonly Earner[]): Earner[] {
  return earners.filter(({ outlineLevel }, index) => (earners[index + 1]?.outlineLevel ?? 0) <= outlineLevel)
}

function leavesBelow(earners: readonly Earner[], place: number): Earner[] {
  const level = earners[place]!.outlineLevel
  const next = earners.findIndex(({ outlineLevel }, index) => index > place && outlineLevel <= level)
  return leavesOf(earners.slice(place, next === -1 ? undefined : next))
}
