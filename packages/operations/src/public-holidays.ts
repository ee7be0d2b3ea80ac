import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import type { CalendarException } from '@countersign/domain/schedule/plan'
import Holidays from 'date-holidays'

type Named = { code: string; name: string }
type Place = { country: string; region: string | null }

/** Countries whose public holidays are known (ISO 3166-1), by name in that language. */
export function holidayCountries(locale: string): Named[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const countries = Object.keys(new Holidays().getCountries())
  return byName(
    countries.map((code) => ({ code, name: names.of(code) ?? code })),
    locale,
  )
}

/** States or provinces that have holidays of their own (ISO 3166-2 without the country); none for most countries. */
export function holidayRegions(country: string, locale: string): Named[] {
  const states = new Holidays().getStates(country, locale) ?? {}
  return byName(
    Object.entries(states).map(([code, name]) => ({ code, name })),
    locale,
  )
}

/** Where people keep that clock ('Europe/Berlin' → 'DE'), or null where no country says so. */
export function countryOfTimeZone(timeZone: string): string | null {
  const countries = Object.keys(new Holidays().getCountries())
  return countries.find((country) => zonesOf(country).includes(timeZone)) ?? null
}

/**
 * Public holidays of a place as exceptions of a calendar, the first and the last year included; null for a place that
 * is not known. Bank holidays that are half days and observances are working days.
 */
export function publicHolidays(
  { country, region }: Place,
  years: { from: number; to: number },
  locale: string,
): CalendarException[] | null {
  const known = new Holidays()
  if (!Object.hasOwn(known.getCountries(), country)) return null
  if (region !== null && !Object.hasOwn(known.getStates(country) ?? {}, region)) return null
  const place = region === null ? new Holidays(country) : new Holidays(country, region)
  const found: CalendarException[] = []
  for (let year = years.from; year <= years.to; year++)
    for (const { date, start, end, name, type } of place.getHolidays(year, locale)) {
      if (type !== 'public') continue
      // `date` is the day in that country; `start` and `end` are instants, which give only how long it is.
      const fromOn: LocalDate = date.slice(0, 10)
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
      found.push({
        name,
        fromOn,
        toOn: addDays(fromOn, days - 1),
        intervals: [],
        recurrence: null,
        occurrences: null,
      })
    }
  return found
}

function byName(list: Named[], locale: string): Named[] {
  return list.sort((a, b) => a.name.localeCompare(b.name, locale))
}

function zonesOf(country: string): string[] {
  // Node 20 has it as a property, later ones as a method too.
  const place = new Intl.Locale('und', { region: country }) as Intl.Locale & {
    timeZones?: string[]
    getTimeZones?: () => string[] | undefined
  }
  return place.getTimeZones?.() ?? place.timeZones ?? []
}
