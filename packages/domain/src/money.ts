/** An amount in the currency's smallest unit (cents, yen, fils) with its ISO 4217 code. */
export type Money = { minor: bigint; currency: string }

const MAX_DIGITS = 15

/** Digits after the decimal separator: 0 for JPY, 2 for EUR, 3 for KWD. Throws RangeError for a malformed code. */
export function minorDigits(currency: string): number {
  const known = digitsByCurrency.get(currency)
  if (known !== undefined) return known
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  const digits = options.maximumFractionDigits ?? 2
  digitsByCurrency.set(currency, digits)
  return digits
}

/**
 * What a person typed as an amount, in minor units: '1,234.56' in English, '1.234,56' in German, "1'234.56" in
 * Swiss German, with or without the groups. `null` for anything that could be read in two ways, has more decimals
 * than the currency, more than 15 digits or a sign: amounts that people type in are never negative.
 */
export function parseAmount(text: string, currency: string, locale = 'en'): bigint | null {
  const match = amountPattern(locale).exec(text.trim())
  if (!match) return null
  const whole = match[1]!.replace(/\D/g, '')
  const fraction = match[2] ?? ''
  const digits = minorDigits(currency)
  if (fraction.length > digits || whole.length + fraction.length > MAX_DIGITS) return null
  return BigInt(whole + fraction.padEnd(digits, '0'))
}

/** The sum of amounts in one currency; 0 for none. */
export function sumMinor(amounts: Iterable<bigint>): bigint {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}

/**
 * Tax on a net amount, the rate in hundredths of a per cent (19 % is 1900). Half a minor unit is rounded away from
 * zero, so that a credit note mirrors its invoice.
 */
export function taxOn(netMinor: bigint, rateBasisPoints: number): bigint {
  const rate = BigInt(rateBasisPoints)
  if (rate < 0n) throw new RangeError('a tax rate is not negative')
  const magnitude = ((netMinor < 0n ? -netMinor : netMinor) * rate + 5_000n) / 10_000n
  return netMinor < 0n ? -magnitude : magnitude
}

const digitsByCurrency = new Map<string, number>()
const patternByLocale = new Map<string, RegExp>()

/** Asking for a locale's separators takes longer than reading a hundred amounts: a file of many rows asks once. */
function amountPattern(locale: string): RegExp {
  const known = patternByLocale.get(locale)
  if (known) return known
  const { group, decimal } = separatorsOf(locale)
  const pattern = new RegExp(`^(\\d+|[1-9]\\d{0,2}(?:${group}\\d{3})+)(?:${decimal}(\\d+))?$`)
  patternByLocale.set(locale, pattern)
  return pattern
}

/** A locale's separators as regular expressions. Every space counts as one, and both apostrophes. */
function separatorsOf(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true, numberingSystem: 'latn' }).formatToParts(
    1234567.8,
  )
  const group = parts.find((part) => part.type === 'group')?.value ?? ','
  const decimal = parts.find((part) => part.type === 'decimal')?.value ?? '.'
  const spaced = /\s/.test(group)
  const apostrophe = group === '’' || group === "'"
  return { group: spaced ? '[ \\u00a0\\u202f]' : apostrophe ? "['’]" : `\\${group}`, decimal: `\\${decimal}` }
}
