import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addTax, allocate, minorDigits, parseAmount, sumMinor, taxOn } from './money'

describe('an amount that somebody typed', () => {
  test.each([
    ['1234.56', 'EUR', 'en', 123456n],
    ['1,234.56', 'EUR', 'en', 123456n],
    ['1,234,567', 'EUR', 'en', 123456700n],
    ['1.234,56', 'EUR', 'de', 123456n],
    ['1234,5', 'EUR', 'de', 123450n],
    ['1.234', 'EUR', 'de', 123400n],
    ["1'234.56", 'CHF', 'de-CH', 123456n],
    ['1 234,56', 'EUR', 'fr', 123456n],
    ['1 234 567,00', 'EUR', 'fr', 123456700n],
    ['1.234', 'KWD', 'en', 1234n],
    ['1,234', 'JPY', 'en', 1234n],
    ['  0 ', 'EUR', 'en', 0n],
    ['007.10', 'EUR', 'en', 710n],
    ['9999999999999.99', 'EUR', 'en', 999999999999999n],
  ])('reads %j in %s, %s', (text, currency, locale, minor) => {
    expect(parseAmount(text, currency, locale)).toBe(minor)
  })

  test.each([
    ['1.234', 'EUR', 'en'],
    ['1.5', 'JPY', 'en'],
    ['12,34.56', 'EUR', 'en'],
    ['1,2345', 'EUR', 'en'],
    ['1234.56', 'EUR', 'de'],
    ['1.234.56', 'EUR', 'en'],
    ['99999999999999.99', 'EUR', 'en'],
    ['1'.repeat(10_000), 'EUR', 'en'],
    ['-5', 'EUR', 'en'],
    ['+5', 'EUR', 'en'],
    ['1e3', 'EUR', 'en'],
    ['0x10', 'EUR', 'en'],
    ['NaN', 'EUR', 'en'],
    ['€5', 'EUR', 'en'],
    ['', 'EUR', 'en'],
    ['.', 'EUR', 'en'],
    ['5.', 'EUR', 'en'],
    ['.5', 'EUR', 'en'],
    ['٥', 'EUR', 'en'],
    ['1\u200b2', 'EUR', 'en'],
  ])('refuses %j in %s, %s', (text, currency, locale) => {
    expect(parseAmount(text, currency, locale)).toBeNull()
  })

  test.each(['en', 'de', 'fr', 'de-CH'])('is read back as Intl wrote it in %s', (locale) => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), (minor) => {
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(Number(minor) / 100)
        expect(parseAmount(text, 'EUR', locale)).toBe(minor)
      }),
    )
  })
})

describe('a currency', () => {
  test('has its own number of decimals', () => {
    expect(['EUR', 'USD', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 2, 0, 3])
    expect(() => minorDigits('EURO')).toThrow(RangeError)
  })
})

describe('tax', () => {
  test('rounds half a minor unit up, away from zero on a credit note', () => {
    expect(addTax(10_000n, 1900)).toBe(11_900n)
    expect(taxOn(50n, 1900)).toBe(10n)
    expect(taxOn(50n, 100)).toBe(1n)
    expect(taxOn(49n, 100)).toBe(0n)
    expect(addTax(-50n, 100)).toBe(-51n)
    expect(addTax(123n, 0)).toBe(123n)
    expect(() => taxOn(1n, -1)).toThrow(RangeError)
  })

  test('is within half a minor unit of the exact tax', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(10_000), (net, rate) => {
        const error = taxOn(net, rate) * 10_000n - net * BigInt(rate)
        expect(error >= -5_000n && error <= 5_000n).toBe(true)
      }),
    )
  })
})

describe('allocation', () => {
  test('gives the odd cents to the largest remainders, the earlier first', () => {
    expect(allocate(100n, [1, 1, 1])).toEqual([34n, 33n, 33n])
    expect(allocate(100n, [1, 0, 2])).toEqual([33n, 0n, 67n])
    expect(allocate(-100n, [1, 1, 1])).toEqual([-34n, -33n, -33n])
    expect(allocate(5n, [3n, 7n])).toEqual([2n, 3n])
  })

  test('refuses to divide by nothing', () => {
    expect(() => allocate(1n, [])).toThrow(RangeError)
    expect(() => allocate(1n, [0, 0])).toThrow(RangeError)
    expect(() => allocate(1n, [2, -1])).toThrow(RangeError)
  })

  test('preserves the total, and no part is a unit away from its share', () => {
    const weights = fc
      .array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 })
      .filter((w) => w.some((x) => x > 0))
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), weights, (total, shares) => {
        const parts = allocate(total, shares)
        const sum = BigInt(shares.reduce((a, b) => a + b, 0))
        expect(sumMinor(parts)).toBe(total)
        parts.forEach((part, index) => {
          const error = part * sum - total * BigInt(shares[index]!)
          expect(error > -sum && error < sum).toBe(true)
        })
      }),
    )
  })
})
