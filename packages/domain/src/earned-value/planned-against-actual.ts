import type { LocalDate } from '../calendar-day'
import { plannedValueOf, endOf, type PlannedTask } from './planned-value'
import { compare, plus, ZERO, type Rational } from './rational'

/** What was earned in all by the end of a day: one reading of progress. */
export type EarnedReading = { on: LocalDate; earned: Rational }

/** What was spent on a day. */
export type Cost = { on: LocalDate; amount: Rational }

/** One point of the curve, all cumulative; `null` after the status date, where nothing is known yet. */
export type CurvePoint = {
  endsOn: LocalDate
  planned: Rational
  earned: Rational | null
  spent: Rational | null
}

/**
 * The planned against the actual curve: planned value from the baseline, earned value by its latest reading, cost by
 * its sum, at the end of each period. A period under way on the status date shows what is known by then.
 */
export function plannedAgainstActual(
  tasks: readonly PlannedTask[],
  readings: readonly EarnedReading[],
  costs: readonly Cost[],
  endsOn: readonly LocalDate[],
  statusOn: LocalDate,
): CurvePoint[] {
  const byDay = [...readings].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return endsOn.map((day, at) => {
    const isKnown = at === 0 || endsOn[at - 1]! < statusOn
    const until = day < statusOn ? day : statusOn
    return {
      endsOn: day,
      planned: plannedValueOf(tasks, endOf(day)),
      earned: isKnown ? (byDay.findLast(({ on }) => on <= until)?.earned ?? ZERO) : null,
      spent: isKnown ? spentBy(costs, until) : null,
    }
  })
}

/** The highest of a curve's values: what its scale has to hold. */
export function highestOf(points: readonly CurvePoint[]): Rational {
  let highest = ZERO
  for (const { planned, earned, spent } of points) {
    for (const value of [planned, earned, spent]) {
      if (value && compare(value, highest) > 0) highest = value
    }
  }
  return highest
}

function spentBy(costs: readonly Cost[], day: LocalDate): Rational {
  let spent = ZERO
  for (const { on, amount } of costs) if (on <= day) spent = plus(spent, amount)
  return spent
}
