/** Below zero is over budget. Basis points of the budget, null where that is zero. */
export type CostVariance = { minor: bigint; basisPoints: bigint | null }

/** What of a budget will be left at the end: budget less estimate at completion. Half a point rounds away from zero. */
export function costVariance(budgetMinor: bigint, eacMinor: bigint): CostVariance {
  const minor = budgetMinor - eacMinor
  return { minor, basisPoints: budgetMinor === 0n ? null : shareOf(minor, budgetMinor) }
}

function shareOf(part: bigint, whole: bigint): bigint {
  const magnitude = ((part < 0n ? -part : part) * 20_000n + whole) / (2n * whole)
  return part < 0n ? -magnitude : magnitude
}
