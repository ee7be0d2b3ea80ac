/** A part of a total in percent from 0 to 100, to two decimals; 0 where the total is not positive. */
export function percentOf(part: bigint | string, total: bigint | string): number {
  const whole = BigInt(total)
  if (whole <= 0n) return 0
  const share = Number((BigInt(part) * 10_000n) / whole) / 100
  return Math.min(100, Math.max(0, share))
}
