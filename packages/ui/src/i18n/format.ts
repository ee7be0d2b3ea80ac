import { type LocalDate, daysBetween } from '@countersign/domain/calendar-day'
import { minorDigits } from '@countersign/domain/money'
import type { Locale } from './locale'

/** Money as it travels in JSON: `minor` is a whole number of the currency's smallest unit, as text. */
export type MoneyText = { minor: string; currency: string }

export type Format = ReturnType<typeof makeFormat>

const formats = new Map<string, Format>()

/**
 * Dates, money and numbers as a reader of this language in this IANA time zone writes them. Formatters are dear to
 * make, so one per language and zone is kept. Throws RangeError for an unknown zone.
 */
export function createFormat(locale: Locale, timeZone: string): Format {
  const key = `${locale} ${timeZone}`
  let format = formats.get(key)
  if (!format) {
    format = makeFormat(locale, timeZone)
    formats.set(key, format)
  }
  return format
}

function makeFormat(locale: Locale, timeZone: string) {
  // British order for English: 'en-US' would write days in a way that half of our readers misread.
  const tag = locale === 'de' ? 'de-DE' : 'en-GB'
  const day = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
    return (on: LocalDate) => formatter.format(Date.parse(`${on}T00:00:00Z`))
  }
  const instantFormat = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })
  const timeFormat = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', timeZone })
  const numberFormat = new Intl.NumberFormat(tag)
  const percentFormat = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 })
  const dayCount = new Intl.NumberFormat(tag, { style: 'unit', unit: 'day', unitDisplay: 'long' })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const conjunction = new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' })
  const currencyFormats = new Map<string, Intl.NumberFormat>()

  function currencyFormat(currency: string, compact: boolean): Intl.NumberFormat {
    const key = `${currency} ${compact}`
    let formatter = currencyFormats.get(key)
    if (!formatter) {
      const digits = minorDigits(currency)
      formatter = compact
        ? new Intl.NumberFormat(tag, {
            style: 'currency',
            currency,
            notation: 'compact',
            minimumFractionDigits: 0,
            maximumFractionDigits: 1,
          })
        : new Intl.NumberFormat(tag, {
            style: 'currency',
            currency,
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          })
      currencyFormats.set(key, formatter)
    }
    return formatter
  }

  function money(minor: bigint | string, currency: string): string {
    return currencyFormat(currency, false).format(decimalOf(minor, currency))
  }

  return {
    locale,
    timeZone,
    /** 12 March 2026 */
    date: day({ day: 'numeric', month: 'long', year: 'numeric' }),
    /** 12 Mar 2026 */
    dateShort: day({ day: 'numeric', month: 'short', year: 'numeric' }),
    /** 12 Mar */
    dayMonth: day({ day: 'numeric', month: 'short' }),
    /** March 2026 */
    monthYear: day({ month: 'long', year: 'numeric' }),
    /** Mar */
    month: day({ month: 'short' }),
    /** 12 Mar 2026, 14:05 CET */
    instant: (at: string | Date) => instantFormat.format(at instanceof Date ? at : new Date(at)),
    /** 14:05 */
    time: (at: string | Date) => timeFormat.format(at instanceof Date ? at : new Date(at)),
    /** Exact to the last minor unit, with the currency's own number of decimals. */
    money,
    amount: (value: MoneyText) => money(value.minor, value.currency),
    /** €1.2m, for drawings and key figures whose exact amount stands nearby. */
    amountCompact: (value: MoneyText) =>
      currencyFormat(value.currency, true).format(decimalOf(value.minor, value.currency)),
    /** From 0–100: 40 % is 40. At most one decimal. */
    percent: (value: number) => percentFormat.format(value / 100),
    number: (value: number | bigint) => numberFormat.format(value),
    /** 0.90: with so many decimals, also where they are zero. */
    decimals: (value: number, digits: number) =>
      new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        value,
      ),
    /** 5 days */
    days: (count: number) => dayCount.format(count),
    /** today, tomorrow, in 12 days, 3 weeks ago */
    relativeDays: (on: LocalDate, today: LocalDate) => {
      const days = daysBetween(today, on)
      const size = Math.abs(days)
      if (size < 21) return relative.format(days, 'day')
      if (size < 60) return relative.format(Math.trunc(days / 7), 'week')
      if (size < 730) return relative.format(Math.trunc(days / 30.44), 'month')
      return relative.format(Math.trunc(days / 365.25), 'year')
    },
    /** 1.4 MB, in powers of 1,000 */
    fileSize: (bytes: number) => {
      const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : bytes < 1_000_000_000 ? 2 : 3
      const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte'][step]
      return new Intl.NumberFormat(tag, {
        style: 'unit',
        unit,
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: step < 2 ? 0 : 1,
      }).format(bytes / 1_000 ** step)
    },
    /** A, B and C */
    list: (texts: readonly string[]) => conjunction.format(texts),
  }
}

/** Intl formats decimal text exactly; a number would lose minor units above 2^53. */
function decimalOf(minor: bigint | string, currency: string): Intl.StringNumericLiteral {
  const value = BigInt(minor)
  const digits = minorDigits(currency)
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const fraction = digits > 0 ? `.${text.slice(-digits)}` : ''
  return `${value < 0n ? '-' : ''}${whole}${fraction}` as Intl.StringNumericLiteral
}
