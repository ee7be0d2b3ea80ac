import { isLocalDate, type LocalDate } from '@countersign/domain/calendar-day'
import { parseAmount } from '@countersign/domain/money'
import { parseHours } from '@countersign/domain/work-time'
import { z } from 'zod'
import type { FieldError } from './messages-en'

type Check = (value: string) => FieldError | null

/** One line: names, titles, references. Trimmed, composed (NFC); nothing invisible, nothing that turns text round. */
export function shortText(max: number, min = 1) {
  return text(min, max, (value) => unfitCharacters(value) ?? hiddenCharacters(value))
}

/** Several lines of prose in any script. Line ends become '\n'; at most `max` characters, empty unless `min` says so. */
export function longText(max: number, min = 0) {
  return text(min, max, (value) => unfitCharacters(value.replace(/[\n\t]/g, ' ')))
}

/** An e-mail address in lower case, as the database keeps it. */
export function email() {
  return text(1, 254, (value) => (z.regexes.email.test(value) ? null : 'not-an-email')).transform((value) =>
    value.toLowerCase(),
  )
}

/** A password as typed: neither trimmed nor composed, bounded so that hashing it stays cheap. */
export function password() {
  return z.string({ error: absent }).check(refuseWhen((value) => lengthRefusal(value, 1, 1000)))
}

/** A calendar day that exists, 'YYYY-MM-DD', both ends included. */
export function localDate({ from, to }: { from?: LocalDate; to?: LocalDate } = {}) {
  return text(1, 10, (value) => {
    if (!isLocalDate(value)) return 'not-a-date'
    if (from !== undefined && value < from) return 'too-long-ago'
    return to !== undefined && value > to ? 'still-to-come' : null
  })
}

/** A moment as a page wrote it down for itself: ISO 8601 in UTC. */
export function instant() {
  return z.iso.datetime({ error: 'not-a-date' }).transform((text) => new Date(text))
}

/** A time on the clock, 'HH:mm', as an `<input type="time">` sends it. */
export function timeOfDay() {
  return text(1, 5, (value) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : 'not-a-time'))
}

/**
 * An amount that a person typed, in minor units of the currency. `locale` says how digits are grouped; the least
 * amount is one minor unit unless `minMinor` says otherwise.
 */
export function amount(currency: string, { locale = 'en', minMinor = 1n, maxMinor = 10n ** 14n } = {}) {
  return z.string({ error: absent }).transform((value, context): bigint => {
    const trimmed = value.trim()
    const minor = parseAmount(trimmed, currency, locale)
    const why: FieldError | null = !trimmed
      ? 'required'
      : minor === null
        ? 'not-an-amount'
        : minor < minMinor
          ? 'amount-too-small'
          : minor > maxMinor
            ? 'amount-too-large'
            : null
    if (why) context.addIssue({ code: 'custom', message: why })
    return minor ?? 0n
  })
}

/** A share or a rate in per cent with up to two decimals, in hundredths of a per cent: '7.5' is 750; at most 100. */
export function percent({ locale = 'en' } = {}) {
  return z.string({ error: absent }).transform((value, context): number => {
    const trimmed = value.trim()
    // Read as an amount of a currency with two decimals is, which euros have.
    const points = parseAmount(trimmed, 'EUR', locale)
    const why: FieldError | null = !trimmed
      ? 'required'
      : points === null
        ? 'not-a-percentage'
        : points > 10_000n
          ? 'above-hundred-percent'
          : null
    if (why) context.addIssue({ code: 'custom', message: why })
    return Number(points ?? 0n)
  })
}

/** A whole number in decimal digits, both ends included. */
export function integer(min: number, max: number) {
  return z.string({ error: absent }).transform((value, context): number => {
    const trimmed = value.trim()
    const number = Number(trimmed)
    const why: FieldError | null = !trimmed
      ? 'required'
      : !/^-?\d{1,15}$/.test(trimmed)
        ? 'not-a-whole-number'
        : number < min
          ? 'too-small'
          : number > max
            ? 'too-large'
            : null
    if (why) context.addIssue({ code: 'custom', message: why })
    return number
  })
}

/** Hours worked, as '1:30' or '1.5', in whole minutes: from one minute to a day. */
export function hours() {
  return z.string({ error: absent }).transform((value, context): number => {
    const minutes = parseHours(value)
    if (minutes === null)
      context.addIssue({ code: 'custom', message: value.trim() ? 'not-hours' : 'required' })
    return minutes ?? 0
  })
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

export function isUuid(value: string): boolean {
  return UUID.test(value)
}

export function uuid() {
  return text(1, 36, (value) => (isUuid(value) ? null : 'not-an-id')).transform((value) =>
    value.toLowerCase(),
  )
}

/** One of a list, exactly. */
export function choice<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
  return z.enum(choices, { error: (issue) => (issue.input ? 'not-a-choice' : 'required') })
}

/** A checkbox: a browser sends 'on' for a ticked one and nothing for another. */
export function checkbox() {
  return z
    .literal('on', { error: 'not-a-choice' })
    .optional()
    .transform((value) => value === 'on')
}

/** A field that may stay empty: null then. */
export function optional<Field extends z.ZodType>(field: Field) {
  return z.union([
    z
      .string()
      .refine((value) => value.trim() === '')
      .optional()
      .transform(() => null),
    field,
  ])
}

/** A field that is sent several times, or rows (`items.0.name`, `items.1.name`); rows take a `z.strictObject`. */
export function list<Field extends z.ZodType>(field: Field, max: number, min = 0) {
  return z.array(field, { error: 'invalid' }).max(max, { error: 'too-many' }).min(min, { error: 'too-few' })
}

function text(min: number, max: number, check: Check) {
  return z
    .string({ error: absent })
    .transform((value) => value.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .check(refuseWhen((value) => lengthRefusal(value, min, max) ?? (value ? check(value) : null)))
}

function refuseWhen(whyNot: Check) {
  return z.superRefine<string>((value, context) => {
    const why = whyNot(value)
    if (why) context.addIssue({ code: 'custom', message: why })
  })
}

function lengthRefusal(value: string, min: number, max: number): FieldError | null {
  const length = [...value].length
  if (length === 0 && min > 0) return 'required'
  if (length < min) return 'too-short'
  return length > max ? 'too-long' : null
}

/** U+FFFD is what a browser or a decoder leaves of broken bytes. */
function unfitCharacters(value: string): FieldError | null {
  if (/[\p{Surrogate}\ufffd]/u.test(value)) return 'not-text'
  if (/\p{Cc}|[\u2028\u2029]/u.test(value)) return 'control-characters'
  return /[\u202a-\u202e\u2066-\u2069]/.test(value) ? 'direction-override' : null
}

/** Joiners are spelling in Persian or Hindi and glue in emoji; between Latin letters they only deceive. */
function hiddenCharacters(value: string): FieldError | null {
  const spelled = value.replace(
    /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d](?=\p{Extended_Pictographic}|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])/gu,
    '',
  )
  return /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/u.test(
    spelled,
  )
    ? 'hidden-characters'
    : null
}

function absent(issue: { input?: unknown }): FieldError {
  return issue.input === undefined ? 'required' : 'not-text'
}
