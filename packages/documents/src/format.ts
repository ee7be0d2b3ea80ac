import { minorDigits } from '@countersign/domain/money'
import type { DocumentLocale } from './messages'

// British dates: the day before the month, which is spelled out, so that nobody reads 3/4 the wrong way round.
const intlLocale: Record<DocumentLocale, string> = { en: 'en-GB', de: 'de-DE' }

export type Format = ReturnType<typeof formatIn>

/** How a document writes amounts, days and instants. Throws RangeError for an unknown time zone. */
export function formatIn(locale: DocumentLocale, timeZone: string) {
  const tag = intlLocale[locale]
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const dayOfInstant = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone })
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'medium', timeZone })
  const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })

  return {
    /** An amount in minor units, exact to the last digit however large. */
    amount(minor: bigint, currency: string): string {
      const digits = minorDigits(currency)
      const options = { style: 'currency', currency } as const
      return new Intl.NumberFormat(tag, {
        ...options,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(decimal(minor, digits))
    },
    /** A number of 10^-digits, without the zeros at its end: 1500 thousandths are 1.5. */
    decimal: (value: bigint, digits: number) =>
      new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(decimal(value, digits)),
    count: (count: number) => new Intl.NumberFormat(tag).format(count),
    /** A rate in hundredths of a per cent: 1900 is 19 %. */
    rate: (basisPoints: number) =>
      new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000),
    /** A calendar day, 'YYYY-MM-DD'. */
    day: (date: string) => day.format(new Date(`${date}T00:00:00Z`)),
    dayOf: (instant: Date) => dayOfInstant.format(instant),
    /** An instant on the zone's clock, with the zone's name and its offset at that moment. */
    instant(instant: Date): string {
      const name = offset.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? ''
      const fromUtc = name === 'GMT' ? 'UTC' : name.replace('GMT', 'UTC')
      return `${moment.format(instant)} (${timeZone === fromUtc ? timeZone : `${timeZone}, ${fromUtc}`})`
    },
  }
}

// Intl takes a decimal string exactly; a bigint would be whole units and a number would round above 2^53.
function decimal(minor: bigint, digits: number): Intl.StringNumericLiteral {
  const sign = minor < 0n ? '-' : ''
  const figures = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const whole = figures.slice(0, figures.length - digits)
  const fraction = figures.slice(figures.length - digits)
  return `${sign}${whole}${digits > 0 ? `.${fraction}` : ''}` as Intl.StringNumericLiteral
}
