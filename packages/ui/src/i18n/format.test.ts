import { describe, expect, test } from 'vitest'
import { createFormat } from './format'
import { localeFrom } from './locale'
import { uiDe } from './ui-de'
import { uiEn } from './ui-en'

const english = createFormat('en', 'Europe/Berlin')
const german = createFormat('de', 'Europe/Berlin')

describe('money', () => {
  test('keeps every minor unit of amounts beyond what a number can hold', () => {
    expect(english.money('9007199254740993', 'EUR')).toBe('€90,071,992,547,409.93')
  })

  test('has as many decimals as its currency', () => {
    expect(english.money('1234', 'JPY')).toBe('JP¥1,234')
    expect(english.money(1234567n, 'KWD')).toBe('KWD\u00a01,234.567')
    expect(english.money('-5', 'EUR')).toBe('-€0.05')
  })

  test('is written as its reader writes it', () => {
    expect(german.amount({ minor: '123456', currency: 'EUR' })).toBe('1.234,56\u00a0€')
  })
})

describe('a calendar day', () => {
  test('is the same day in every time zone', () => {
    expect(createFormat('en', 'Pacific/Kiritimati').date('2026-03-12')).toBe('12 March 2026')
    expect(createFormat('en', 'Pacific/Pago_Pago').date('2026-03-12')).toBe('12 March 2026')
    expect(german.date('2026-03-12')).toBe('12. März 2026')
  })

  test('is told from today in days, weeks, months or years', () => {
    expect(english.relativeDays('2026-03-12', '2026-03-12')).toBe('today')
    expect(english.relativeDays('2026-03-13', '2026-03-12')).toBe('tomorrow')
    expect(english.relativeDays('2026-02-12', '2026-03-12')).toBe('4 weeks ago')
    expect(english.relativeDays('2028-06-12', '2026-03-12')).toBe('in 2 years')
    expect(german.relativeDays('2026-03-17', '2026-03-12')).toBe('in 5 Tagen')
  })
})

describe('an instant', () => {
  test('names the zone it is told in', () => {
    expect(english.instant('2026-11-20T15:42:00Z')).toBe('20 Nov 2026, 16:42 CET')
    expect(english.instant('2026-07-20T15:42:00Z')).toBe('20 Jul 2026, 17:42 CEST')
  })
})

describe('sizes and shares', () => {
  test('are rounded for people', () => {
    expect(english.fileSize(999)).toBe('999 bytes')
    expect(english.fileSize(1_834_233)).toBe('1.8 MB')
    expect(english.percent(41.24)).toBe('41.2%')
    expect(english.days(1)).toBe('1 day')
  })
})

describe('the language of a request', () => {
  test.each([
    [null, 'en'],
    ['de-CH,de;q=0.9,en;q=0.8', 'de'],
    ['fr,de;q=0.4,en;q=0.8', 'en'],
    ['de;q=0,en', 'en'],
    ['fr-FR', 'en'],
    [';;;q=,,', 'en'],
  ])('of %s is %s', (header, locale) => {
    expect(localeFrom(header)).toBe(locale)
  })
})

describe('the German words', () => {
  test('take the same parameters as the English', () => {
    for (const [key, english] of Object.entries(uiEn)) {
      const german = uiDe[key as keyof typeof uiDe]
      expect(typeof german, key).toBe(typeof english)
    }
  })
})
