import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minorDigits, parseAmount, taxOn } from './money'

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
    expect(taxOn(10_000n, 1900)).toBe(1_900n)
    expect(taxOn(50n, 1900)).toBe(10n)
    expect(taxOn(50n, 100)).toBe(1n)
    expect(taxOn(49n, 100)).toBe(0n)
    expect(taxOn(-50n, 100)).toBe(-1n)
    expect(taxOn(123n, 0)).toBe(0n)
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
