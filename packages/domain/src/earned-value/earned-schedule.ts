import type { TimeMeasures } from './indices'
import { compare, minus, over, plus, rational, ZERO, type Rational } from './rational'

/**
 * When the plan would have earned what is earned now, in periods: C + (EV − PV_C) ÷ (PV_C+1 − PV_C), where C is the
 * last period end whose planned value is covered (Lipke, "Schedule is Different", 2003). `cumulative` is the planned
 * value at the end of period 0 (nothing), 1, 2 …; the last one is the budget. Once all is earned it is the planned
 * duration, the first period that plans the whole budget. 0 for a plan without value.
 */
export function earnedScheduleOf(cumulative: readonly Rational[], earned: Rational): Rational {
  const duration = plannedPeriods(cumulative)
  const budget = cumulative[duration]
  if (budget === undefined || compare(earned, budget) >= 0) return rational(BigInt(duration))
  let covered = 0
  while (covered + 1 < duration && compare(cumulative[covered + 1]!, earned) <= 0) covered += 1
  const before = cumulative[covered]!
  const within = minus(earned, before)
  if (within.n <= 0n) return rational(BigInt(covered))
  return plus(rational(BigInt(covered)), over(within, minus(cumulative[covered + 1]!, before)))
}

/** ES, AT and PD for the indices of time; `periodsPassed` may have a fraction (the status date within a period). */
export function timeMeasuresOf(
  cumulative: readonly Rational[],
  earned: Rational,
  periodsPassed: Rational,
): TimeMeasures {
  return {
    ES: earnedScheduleOf(cumulative, earned),
    AT: periodsPassed,
    PD: rational(BigInt(plannedPeriods(cumulative))),
  }
}

function plannedPeriods(cumulative: readonly Rational[]): number {
  const budget = cumulative.at(-1) ?? ZERO
  if (budget.n === 0n) return 0
  return cumulative.findIndex((value) => compare(value, budget) >= 0)
}
