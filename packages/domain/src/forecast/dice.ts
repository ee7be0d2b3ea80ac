import { assertNever } from '../assert-never'
import { TENTHS_PER_MINUTE } from '../schedule/moment'
import { betaPertCurve } from './beta'
import { followCurve, type Curve } from './curve'
import type { Estimate } from './estimate'
import { fillUniform, type Stream } from './generator'
import { normalScore, normalShare, normalShareCurve } from './normal'

/**
 * Turns values drawn evenly between 0 and 1, or standard normal scores, into durations by the inverse of the
 * distribution: a greater draw is never a shorter duration. Works in place, in working minutes.
 */
type Shape = { fromShares(draws: Float64Array): void; fromScores(draws: Float64Array): void }

/** What a task's package has in common: one standard normal score a run, and how much of it a task takes over. */
export type Shared = { scores: Float64Array; correlation: number }

/** A task's durations, tenths of a minute, one for each run of a block. */
export type Dice = { roll(into: Float64Array): void }

/**
 * Dice for an estimate. `scale` makes it the part that is left: of a running task's estimate, the share that remains.
 * With something shared the draws are a Gaussian copula with one factor: any two of a package have the correlation.
 */
export function diceFor(estimate: Estimate, stream: Stream, shared: Shared | null, scale: number): Dice {
  const shape = shapeOf(estimate)
  const tenths = scale * TENTHS_PER_MINUTE
  return {
    roll(into) {
      fillUniform(stream, into)
      if (shared) {
        correlate(into, shared)
        shape.fromScores(into)
      } else shape.fromShares(into)
      for (let at = 0; at < into.length; at++) into[at] = Math.floor(into[at]! * tenths + 0.5)
    },
  }
}

/** Scores for a package, one a run. */
export function rollScores(stream: Stream, into: Float64Array): void {
  fillUniform(stream, into)
  toScores(into)
}

function correlate(draws: Float64Array, { scores, correlation }: Shared): void {
  const [taken, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)]
  for (let at = 0; at < draws.length; at++) draws[at] = taken * scores[at]! + own * normalScore(draws[at]!)
}

function toScores(shares: Float64Array): void {
  for (let at = 0; at < shares.length; at++) shares[at] = normalScore(shares[at]!)
}

function shapeOf(estimate: Estimate): Shape {
  switch (estimate.kind) {
    case 'triangular':
      return ofShares(triangular(estimate.low, estimate.likely, estimate.high))
    case 'uniform':
      return ofShares(uniform(estimate.low, estimate.high))
    case 'exponential':
      return ofShares(exponential(estimate.mean))
    case 'discrete':
      return ofShares(discrete(estimate.outcomes))
    case 'beta-pert':
      return ofScores(betaPert(estimate.low, estimate.likely, estimate.high))
    case 'normal':
      return ofShares(truncatedNormal(estimate.mean, estimate.sd))
    default:
      return assertNever(estimate)
  }
}

function ofShares(fromShares: (draws: Float64Array) => void): Shape {
  return {
    fromShares,
    fromScores(draws) {
      followCurve(normalShareCurve, draws)
      fromShares(draws)
    },
  }
}

function ofScores(fromScores: (draws: Float64Array) => void): Shape {
  return {
    fromScores,
    fromShares(draws) {
      toScores(draws)
      fromScores(draws)
    },
  }
}

function triangular(low: number, likely: number, high: number): (draws: Float64Array) => void {
  const range = high - low
  const shareBelow = range > 0 ? (likely - low) / range : 0
  const [rising, falling] = [range * (likely - low), range * (high - likely)]
  return (draws) => {
    for (let at = 0; at < draws.length; at++) {
      const share = draws[at]!
      draws[at] =
        share < shareBelow ? low + Math.sqrt(share * rising) : high - Math.sqrt((1 - share) * falling)
    }
  }
}

function uniform(low: number, high: number): (draws: Float64Array) => void {
  return (draws) => {
    for (let at = 0; at < draws.length; at++) draws[at] = low + draws[at]! * (high - low)
  }
}

function exponential(mean: number): (draws: Float64Array) => void {
  return (draws) => {
    for (let at = 0; at < draws.length; at++) draws[at] = -mean * Math.log1p(-draws[at]!)
  }
}

function discrete(outcomes: { minutes: number; weight: number }[]): (draws: Float64Array) => void {
  const possible = outcomes.filter(({ weight }) => weight > 0).sort((a, b) => a.minutes - b.minutes)
  const total = possible.reduce((sum, { weight }) => sum + weight, 0)
  let passed = 0
  const upTo = Float64Array.from(possible, ({ weight }) => (passed += weight) / total)
  const minutes = Float64Array.from(possible, (outcome) => outcome.minutes)
  const last = minutes.length - 1
  return (draws) => {
    for (let at = 0; at < draws.length; at++) {
      const share = draws[at]!
      let outcome = 0
      while (outcome < last && share >= upTo[outcome]!) outcome += 1
      draws[at] = minutes[outcome]!
    }
  }
}

/** What lies below zero is left out and the rest taken as the whole. */
function truncatedNormal(mean: number, sd: number): (draws: Float64Array) => void {
  const cutOff = sd > 0 ? normalShare(-mean / sd) : 0
  return (draws) => {
    for (let at = 0; at < draws.length; at++) {
      const share = Math.min(1 - 2 ** -40, cutOff + draws[at]! * (1 - cutOff))
      draws[at] = Math.max(0, mean + sd * normalScore(share))
    }
  }
}

function betaPert(low: number, likely: number, high: number): (draws: Float64Array) => void {
  const range = high - low
  const curve = range > 0 ? curveFor((likely - low) / range) : null
  return (draws) => {
    if (curve) followCurve(curve, draws)
    for (let at = 0; at < draws.length; at++) draws[at] = low + range * draws[at]!
    if (!curve) draws.fill(low)
  }
}

const MAX_CURVES = 5000
const curves = new Map<number, Curve>()

/** Plans estimate many tasks alike (10 per cent less to 30 per cent more), and a table takes 0.1 ms to work out. */
function curveFor(likely: number): Curve {
  let curve = curves.get(likely)
  if (!curve) {
    if (curves.size >= MAX_CURVES) curves.clear()
    curve = betaPertCurve(likely)
    curves.set(likely, curve)
  }
  return curve
}
