/** An exact fraction in lowest terms, the denominator above zero: what earned value is counted in. */
export type Rational = { readonly n: bigint; readonly d: bigint }

export const ZERO: Rational = { n: 0n, d: 1n }
export const ONE: Rational = { n: 1n, d: 1n }

/**
 * A whole number, a decimal or a fraction as written: 3n, 0.1 (one tenth exactly, not the nearest double), '1/3',
 * '-2.50'. Throws RangeError for anything else and for a denominator of zero.
 */
export function rational(value: bigint | number | string): Rational {
  if (typeof value === 'bigint') return { n: value, d: 1n }
  const match = /^(-?\d+)(?:\.(\d+)|\/(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!match) throw new RangeError(`not a number: ${String(value).slice(0, 40)}`)
  const [, whole = '', decimals = '', divisor, exponent = '0'] = match
  const power = Number(exponent) - decimals.length
  const digits = BigInt(whole + decimals)
  if (divisor !== undefined) return fraction(digits, BigInt(divisor))
  return power >= 0 ? fraction(digits * 10n ** BigInt(power), 1n) : fraction(digits, 10n ** BigInt(-power))
}

/** Throws RangeError for a denominator of zero: who divides asks first. */
export function fraction(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('a fraction has no denominator of zero')
  const divisor = greatestDivisor(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / divisor, d: d / divisor }
}

export function plus(a: Rational, b: Rational): Rational {
  return a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function minus(a: Rational, b: Rational): Rational {
  return plus(a, { n: -b.n, d: b.d })
}

export function times(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.n, a.d * b.d)
}

/** Throws RangeError where `b` is zero. */
export function over(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.d, a.d * b.n)
}

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function sumOf(values: Iterable<Rational>): Rational {
  let sum = ZERO
  for (const value of values) sum = plus(sum, value)
  return sum
}

/** In units of 10^-digits, half away from zero: 0.125 at two digits is 13n. For amounts, 0 digits. */
export function rounded(value: Rational, digits = 0): bigint {
  const scaled = value.n * 10n ** BigInt(digits)
  const magnitude = ((scaled < 0n ? -scaled : scaled) * 2n + value.d) / (2n * value.d)
  return scaled < 0n ? -magnitude : magnitude
}

/** As text with so many decimals, half away from zero, without groups: '-0.89'. */
export function decimalOf(value: Rational, digits: number): string {
  const units = rounded(value, digits)
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const sign = units < 0n ? '-' : ''
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`
}

/** The nearest double, near enough for the geometry of a picture. Never for an amount. */
export function approximately(value: Rational): number {
  return Number(decimalOf(value, 12))
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (right !== 0n) [left, right] = [right, left % right]
  return left === 0n ? 1n : left
}
