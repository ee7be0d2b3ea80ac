/** What a project's margin was sold at, what it will be, and everything between; minor units of one currency. */
export type WaterfallFacts = {
  /** The lines as signed, and with every approved change. */
  soldMinor: bigint
  valueMinor: bigint
  /** The estimate when it was sold, and the one in force. */
  soldCostMinor: bigint
  plannedCostMinor: bigint
  plannedLabourMinor: bigint
  plannedMinutes: bigint
  /** Spent and still to be spent. */
  labourMinor: bigint
  minutes: bigint
  expensesAndVendorsMinor: bigint
  /** Revenue at completion before write-offs, and what is worked beyond caps and earns nothing. */
  completionMinor: bigint
  writtenDownMinor: bigint
  writtenOffMinor: bigint
}

export const waterfallSteps = [
  'estimate-changes',
  'change-orders',
  'rate-mix',
  'hours',
  'expenses-and-vendors',
  'write-offs',
] as const
export type WaterfallStep = (typeof waterfallSteps)[number]
export type Waterfall = {
  soldMinor: bigint
  steps: { step: WaterfallStep; minor: bigint }[]
  completionMinor: bigint
}

/**
 * From the sold margin to the margin at completion. What the hours cost beyond the estimate is split: so many hours more
 * or less at the estimate's average rate, and the rest is another mix of rates. What more hours bring in where the
 * customer pays for them stands beside what they cost; what a cap cuts off is a write-off. Every step is a difference of
 * two sums or what such a difference leaves, so that the steps sum to the last minor unit.
 */
export function waterfall(facts: WaterfallFacts): Waterfall {
  const soldMinor = facts.soldMinor - facts.soldCostMinor
  const completionMinor =
    facts.completionMinor - facts.writtenOffMinor - facts.labourMinor - facts.expensesAndVendorsMinor
  const labourOver = facts.labourMinor - facts.plannedLabourMinor
  const hoursCost =
    facts.plannedMinutes > 0n
      ? ((facts.minutes - facts.plannedMinutes) * facts.plannedLabourMinor) / facts.plannedMinutes
      : labourOver
  const worked = facts.completionMinor + facts.writtenDownMinor - facts.valueMinor
  const minorOf: Record<WaterfallStep, bigint> = {
    'estimate-changes': facts.soldCostMinor - facts.plannedCostMinor,
    'change-orders': facts.valueMinor - facts.soldMinor,
    'rate-mix': hoursCost - labourOver,
    hours: worked - hoursCost,
    'expenses-and-vendors': facts.plannedCostMinor - facts.plannedLabourMinor - facts.expensesAndVendorsMinor,
    'write-offs': -facts.writtenDownMinor - facts.writtenOffMinor,
  }
  const steps = waterfallSteps.map((step) => ({ step, minor: minorOf[step] }))
  return { soldMinor, steps, completionMinor }
}

/** Gross margin: (revenue − direct cost) ÷ revenue, in hundredths of a per cent; null of no revenue. */
export function grossMarginBasisPoints(revenueMinor: bigint, costMinor: bigint): number | null {
  return revenueMinor > 0n ? Number(((revenueMinor - costMinor) * 10_000n) / revenueMinor) : null
}
