/** A smooth function of a standard normal value as a table of cubics: four coefficients an interval. */
export type Curve = { from: number; perUnit: number; last: number; cubics: Float64Array }

/** Cubic Hermite interpolation through values and slopes at so many places per unit. */
export function curveThrough(
  from: number,
  to: number,
  perUnit: number,
  valueAt: (place: number) => number,
  slopeAt: (place: number) => number,
): Curve {
  const places = Array.from({ length: Math.round((to - from) * perUnit) + 1 }, (_, at) => from + at / perUnit)
  return curveOf(from, perUnit, places.map(valueAt), places.map(slopeAt))
}

/** Likewise, from values and slopes that were worked out already. */
export function curveOf(
  from: number,
  perUnit: number,
  values: ArrayLike<number>,
  slopes: ArrayLike<number>,
): Curve {
  const last = values.length - 2
  const cubics = new Float64Array(4 * (last + 1))
  for (let at = 0; at <= last; at++) {
    const rise = values[at + 1]! - values[at]!
    const [left, right] = [slopes[at]! / perUnit, slopes[at + 1]! / perUnit]
    cubics.set([values[at]!, left, 3 * rise - 2 * left - right, left + right - 2 * rise], 4 * at)
  }
  return { from, perUnit, last, cubics }
}

/** Replaces each place by the curve's value there; places beyond the ends count as the ends. */
export function followCurve(curve: Curve, places: Float64Array): void {
  const { from, perUnit, last, cubics } = curve
  for (let at = 0; at < places.length; at++) {
    const along = Math.max(0, (places[at]! - from) * perUnit)
    const interval = Math.min(last, Math.floor(along))
    const within = Math.min(1, along - interval)
    const cubic = 4 * interval
    places[at] =
      cubics[cubic]! +
      within * (cubics[cubic + 1]! + within * (cubics[cubic + 2]! + within * cubics[cubic + 3]!))
  }
}
