import { assertNever } from '../assert-never'

/** How long a task may take, in working minutes of its own calendar; plain JSON. */
export type Estimate =
  | { kind: 'triangular'; low: number; likely: number; high: number }
  | { kind: 'beta-pert'; low: number; likely: number; high: number }
  | { kind: 'uniform'; low: number; high: number }
  /** What would fall below zero does not happen: the rest is scaled up (truncated normal). */
  | { kind: 'normal'; mean: number; sd: number }
  | { kind: 'exponential'; mean: number }
  /** Weights of zero or more, on any scale. */
  | { kind: 'discrete'; outcomes: { minutes: number; weight: number }[] }

export type EstimateRefusal =
  'not-a-number' | 'below-zero' | 'out-of-order' | 'too-long' | 'no-outcomes' | 'no-weight'

/** A hundred years of minutes: more is a slip of the hand. */
const LONGEST_MINUTES = 100 * 366 * 1440

/** No duration is below zero or longer than a hundred years, and low ≤ likely ≤ high. */
export function whyNotEstimate(estimate: Estimate): EstimateRefusal | null {
  const minutes = minutesOf(estimate)
  const weights = estimate.kind === 'discrete' ? estimate.outcomes.map(({ weight }) => weight) : []
  const numbers = [...minutes, ...weights]
  if (!numbers.every(Number.isFinite)) return 'not-a-number'
  if (numbers.some((number) => number < 0)) return 'below-zero'
  if (minutes.some((length) => length > LONGEST_MINUTES)) return 'too-long'
  switch (estimate.kind) {
    case 'triangular':
    case 'beta-pert':
      return estimate.low <= estimate.likely && estimate.likely <= estimate.high ? null : 'out-of-order'
    case 'uniform':
      return estimate.low <= estimate.high ? null : 'out-of-order'
    case 'discrete':
      if (estimate.outcomes.length === 0) return 'no-outcomes'
      return weights.some((weight) => weight > 0) ? null : 'no-weight'
    case 'normal':
    case 'exponential':
      return null
    default:
      return assertNever(estimate)
  }
}

function minutesOf(estimate: Estimate): number[] {
  if (estimate.kind === 'discrete') return estimate.outcomes.map(({ minutes }) => minutes)
  return Object.values(estimate).filter((value): value is number => typeof value !== 'string')
}
