import { curveOf, type Curve } from './curve'
import { LAST_SCORE, normalDensity, normalShare } from './normal'

/** Beta-PERT's weight of the likely value is 4, so that its two shapes always sum to 6. */
const SHAPES_SUM = 6
const PLACES_PER_UNIT = 8

/**
 * The beta distribution of beta-PERT on 0 to 1, as a function of a standard normal value: `likely` 0 to 1 is where the
 * most likely value lies. Off by less than one millionth of the range.
 */
export function betaPertCurve(likely: number): Curve {
  const alpha = 1 + 4 * likely
  const below = lowerHalf(alpha)
  const above = lowerHalf(SHAPES_SUM - alpha)
  const places = below.values.length - 1
  const values = new Float64Array(2 * places + 1)
  const slopes = new Float64Array(2 * places + 1)
  for (let at = 0; at <= places; at++) {
    values[places - at] = below.values[at]!
    slopes[places - at] = below.slopes[at]!
    values[places + at] = 1 - above.values[at]!
    slopes[places + at] = above.slopes[at]!
  }
  return curveOf(-LAST_SCORE, PLACES_PER_UNIT, values, slopes)
}

/** How much of Beta(alpha, 6 − alpha) lies below `x`, 0 to 1: the regularised incomplete beta function. */
export function betaShare(alpha: number, x: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const beta = SHAPES_SUM - alpha
  const front = Math.exp(alpha * Math.log(x) + beta * Math.log1p(-x) - lnBeta(alpha))
  if (x < (alpha + 1) / (SHAPES_SUM + 2)) return (front * continuedFraction(alpha, beta, x)) / alpha
  return 1 - (front * continuedFraction(beta, alpha, 1 - x)) / beta
}

/** Quantiles from the median down, each found from the one before, with how fast they move. */
function lowerHalf(alpha: number): { values: Float64Array; slopes: Float64Array } {
  const beta = SHAPES_SUM - alpha
  const places = Math.round(LAST_SCORE * PLACES_PER_UNIT)
  const values = new Float64Array(places + 1)
  const slopes = new Float64Array(places + 1)
  const scale = lnBeta(alpha)
  let log = Math.log(alpha / SHAPES_SUM)
  for (let at = 0; at <= places; at++) {
    const score = -at / PLACES_PER_UNIT
    const wanted = normalShare(score)
    let density = 0
    // Newton on logarithms, where the share is all but a straight line of the quantile: three rounds at most.
    for (let round = 0; round < 12; round++) {
      const x = Math.exp(log)
      const share = betaShare(alpha, x)
      density = Math.exp((alpha - 1) * log + (beta - 1) * Math.log1p(-x) - scale)
      const step = (share / (x * density)) * Math.log(share / wanted)
      log = Math.min(log - step, -1e-9)
      if (Math.abs(step) < 1e-10) break
    }
    values[at] = Math.exp(log)
    slopes[at] = normalDensity(score) / density
    log -= slopes[at]! / values[at]! / PLACES_PER_UNIT
  }
  return { values, slopes }
}

/** ln B(alpha, 6 − alpha), where Γ(6) is 120. */
function lnBeta(alpha: number): number {
  return lnGamma(alpha) + lnGamma(SHAPES_SUM - alpha) - Math.log(120)
}

/** Lanczos' approximation with g = 7 and nine terms, 15 digits for arguments from 1 on. */
function lnGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ]
  const sum = terms.reduce((total, term, at) => total + term / (x + at), 0.9999999999998099)
  const shifted = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(sum)
}

/** Lentz's evaluation of the continued fraction of the incomplete beta function (DLMF 8.17.22). */
function continuedFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m < 200; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return result
}
