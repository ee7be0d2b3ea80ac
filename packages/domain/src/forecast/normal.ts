import { curveThrough, type Curve } from './curve'

/** Beyond this many standard deviations nothing is drawn: 32 bits reach 6.4. */
export const LAST_SCORE = 6.5

/** The density of the standard normal distribution. */
export function normalDensity(score: number): number {
  return Math.exp(-0.5 * score * score) / Math.sqrt(2 * Math.PI)
}

/** How likely a standard normal value is at most this; 16 digits (Marsaglia, "Evaluating the Normal Distribution", 2004). */
export function normalShare(score: number): number {
  if (score > 0) return 1 - normalShare(-score)
  if (score < -5) return farTail(score)
  let term = score
  let sum = score
  for (let odd = 3; sum !== sum + term; odd += 2) {
    term *= (score * score) / odd
    sum += term
  }
  return 0.5 + sum * normalDensity(score)
}

/** The standard normal value below which this share lies, 0 < share < 1; 16 digits (Wichura, AS 241, PPND16). */
export function normalScore(share: number): number {
  const centred = share - 0.5
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred
    return (
      (centred *
        (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
          45921.953931549871457) *
          r +
          13731.693765509461125) *
          r +
          1971.5909503065514427) *
          r +
          133.14166789178437745) *
          r +
          3.387132872796366608)) /
      (((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
        21213.794301586595867) *
        r +
        5394.1960214247511077) *
        r +
        687.1870074920579083) *
        r +
        42.313330701600911252) *
        r +
        1)
    )
  }
  const tail = Math.sqrt(-Math.log(centred < 0 ? share : 1 - share))
  const magnitude = tail <= 5 ? nearTailScore(tail - 1.6) : farTailScore(tail - 5)
  return centred < 0 ? -magnitude : magnitude
}

/** `normalShare` as a table, off by less than 1e-8: what correlated draws go through. */
export const normalShareCurve: Curve = curveThrough(-LAST_SCORE, LAST_SCORE, 32, normalShare, normalDensity)

function nearTailScore(r: number): number {
  return (
    (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
      1.27045825245236838258) *
      r +
      3.64784832476320460504) *
      r +
      5.7694972214606914055) *
      r +
      4.6303378461565452959) *
      r +
      1.42343711074968357734) /
    (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
      0.14810397642748007459) *
      r +
      0.68976733498510000455) *
      r +
      1.6763848301838038494) *
      r +
      2.05319162663775882187) *
      r +
      1)
  )
}

function farTailScore(r: number): number {
  return (
    (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
      0.026532189526576123093) *
      r +
      0.29656057182850489123) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
      6.6579046435011037772) /
    (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
      7.868691311456132591e-4) *
      r +
      0.0148753612908506148525) *
      r +
      0.13692988092273580531) *
      r +
      0.59983220655588793769) *
      r +
      1)
  )
}

/** The continued fraction of Laplace: the series above would lose all its digits out here. */
function farTail(score: number): number {
  let fraction = -score
  for (let term = 60; term > 0; term--) fraction = -score + term / fraction
  return normalDensity(score) / fraction
}
