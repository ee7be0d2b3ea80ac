import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  approximately,
  compare,
  decimalOf,
  fraction,
  minus,
  over,
  plus,
  rational,
  rounded,
  times,
  ZERO,
} from './rational'

const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => fraction(n, d))

describe('a fraction', () => {
  test('reads what is written exactly', () => {
    expect(rational('1/3')).toEqual({ n: 1n, d: 3n })
    expect(rational(0.1)).toEqual({ n: 1n, d: 10n })
    expect(rational('-2.50')).toEqual({ n: -5n, d: 2n })
    expect(rational(1e-7)).toEqual({ n: 1n, d: 10_000_000n })
    expect(rational(1.5e21)).toEqual({ n: 15n * 10n ** 20n, d: 1n })
    for (const nothing of ['', '1/0', 'a', '1,5', '0x10', NaN, Infinity]) {
      expect(() => rational(nothing)).toThrow(RangeError)
    }
  })

  test('rounds half away from zero', () => {
    expect(rounded(rational('0.125'), 2)).toBe(13n)
    expect(rounded(rational('-0.125'), 2)).toBe(-13n)
    expect(decimalOf(rational('8/9'), 2)).toBe('0.89')
    expect(decimalOf(rational('-1/200'), 2)).toBe('-0.01')
    expect(decimalOf(rational('-1/1000'), 2)).toBe('0.00')
    expect(decimalOf(rational('8325/2'), 0)).toBe('4163')
  })

  test('obeys the laws of arithmetic', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)))
        expect(plus(minus(a, b), b)).toEqual(a)
        if (b.n !== 0n) expect(times(over(a, b), b)).toEqual(a)
        expect(Math.sign(compare(a, b))).toBe(Math.sign(compare(minus(a, b), ZERO)))
      }),
    )
  })

  test('is no further from its nearest double than twelve decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (n, d) => {
        expect(approximately(fraction(BigInt(n), BigInt(d)))).toBeCloseTo(n / d, 9)
      }),
    )
  })
})
