import { minus, over, plus, rational, sumOf, times, type Rational } from './rational'

export type BudgetFacts = {
  /** The budget of the first baseline. */
  baselineBudget: Rational
  /** What approved change orders added to it; negative where they took away. */
  approvedChanges: readonly Rational[]
  actualCost: Rational
}

/** Below zero is over budget. `percent` of the budget it is compared with; `null` where that is zero. */
export type BudgetVariance = { budget: Rational; variance: Rational; percent: Rational | null }

/**
 * Budget less actual cost, against what was first agreed and against what is agreed now: the first says how well it
 * was estimated, the second how well it was kept.
 */
export function budgetVariance(facts: BudgetFacts): { original: BudgetVariance; adjusted: BudgetVariance } {
  const adjustedBudget = plus(facts.baselineBudget, sumOf(facts.approvedChanges))
  return {
    original: against(facts.baselineBudget, facts.actualCost),
    adjusted: against(adjustedBudget, facts.actualCost),
  }
}

function against(budget: Rational, actualCost: Rational): BudgetVariance {
  const variance = minus(budget, actualCost)
  const percent = budget.n === 0n ? null : times(over(variance, budget), rational(100n))
  return { budget, variance, percent }
}
