import { describe, expect, test } from 'vitest'
import { countryOfTimeZone, holidayCountries, holidayRegions, publicHolidays } from './public-holidays'

const germany = { country: 'DE', region: null }
const of2026 = { from: 2026, to: 2026 }

describe('public holidays', () => {
  test('are those of the law, day by day', () => {
    // Germany's nine nationwide holidays of 2026; Easter is 5 April.
    expect(publicHolidays(germany, of2026, 'de')!.map(({ fromOn }) => fromOn)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ])
  })

  test('differ by region and have names in the reader’s language', () => {
    const names = (region: string | null, locale: string) =>
      publicHolidays({ country: 'DE', region }, of2026, locale)!.map(({ name }) => name)
    expect(names('BY', 'de')).toContain('Fronleichnam')
    expect(names('BE', 'de')).not.toContain('Fronleichnam')
    expect(names(null, 'en')).toContain('Good Friday')
  })

  test('hold the substitute days that Britain gives for a holiday on a weekend', () => {
    const england = publicHolidays({ country: 'GB', region: 'ENG' }, { from: 2027, to: 2027 }, 'en')!
    expect(england.map(({ fromOn }) => fromOn)).toEqual(expect.arrayContaining(['2027-12-27', '2027-12-28']))
  })

  test('are unknown for a place that is none', () => {
    expect(publicHolidays({ country: 'ZZ', region: null }, of2026, 'en')).toBeNull()
    expect(publicHolidays({ country: 'DE', region: 'XX' }, of2026, 'en')).toBeNull()
    expect(publicHolidays({ country: 'constructor', region: null }, of2026, 'en')).toBeNull()
  })

  test('can be chosen by country and region', () => {
    expect(holidayCountries('de')).toContainEqual({ code: 'GB', name: 'Vereinigtes Königreich' })
    expect(holidayCountries('en').length).toBeGreaterThan(190)
    expect(holidayRegions('DE', 'de')).toContainEqual({ code: 'BY', name: 'Bayern' })
    expect(countryOfTimeZone('Europe/Berlin')).toBe('DE')
    expect(countryOfTimeZone('Europe/London')).toBe('GB')
    expect(countryOfTimeZone('UTC')).toBeNull()
  })
})
