/**
 * Splits a total by weights so that the parts sum to it, to the last minor unit: each part's border is the rounded-down
 * share of all weights before it. Equal weights give parts that differ by one unit at most. Throws RangeError for a
 * weight below zero, or none above it.
 */
export function allocate(totalMinor: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (weights.some((weight) => weight < 0n) || whole === 0n)
    throw new RangeError('weights are not negative, and one is above zero')
  let before = 0n
  let given = 0n
  return weights.map((weight) => {
    before += weight
    const border = (totalMinor * before) / whole
    const part = border - given
    given = border
    return part
  })
}
