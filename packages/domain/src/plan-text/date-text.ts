import { isLocalDate, isLocalDateTime, type LocalDateTime } from '../calendar-day'

/** How 03/04/2026 is read. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd'

/** `time` is `null` where only a day was written. */
export type DateRead = { date: string; time: string | null }

const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^feb/,
  /^(mar|mär|mrz)/,
  /^apr/,
  /^(may|mai)/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^o[ck]t/,
  /^nov/,
  /^de[cz]/,
]
/** Before a date it says nothing new. */
const WEEKDAY =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so)[.,]*\s+/i
/** Two digits from here on are of the last century, as spreadsheets have it. */
const LAST_CENTURY_FROM = 70

/**
 * A day, with or without a time, as programs and people write it: '2026-03-02', '02.03.26 08:00', 'Mon 3/2/26',
 * '2. März 2026', '02-Mar-2026 8:00 AM'. `null` for what is none.
 */
export function dateFrom(text: string, order: DayOrder): DateRead | null {
  const written = text.trim().replace(WEEKDAY, '')
  const match =
    /^(.*?)(?:(?:[T,]|\s|\sum\s)\s*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?(?:\s*uhr)?(?:Z|[+-]\d{2}:\d{2})?)?$/i.exec(
      written,
    )
  if (!match) return null
  const date = dayFrom(match[1]!.trim(), order)
  if (!date) return null
  if (match[2] === undefined) return { date, time: null }
  const half = match[4]?.toLowerCase()
  const hour = half ? (Number(match[2]) % 12) + (half === 'pm' ? 12 : 0) : Number(match[2])
  const time = `${String(hour).padStart(2, '0')}:${match[3]}`
  return isLocalDateTime(`${date}T${time}`) ? { date, time } : null
}

export function momentOfDate({ date, time }: DateRead, timeAlone: string): LocalDateTime {
  return `${date}T${time ?? timeAlone}`
}

function dayFrom(text: string, order: DayOrder): string | null {
  const numbers = /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})\.?$/.exec(text)
  if (numbers) {
    const [first, second, third] = [numbers[1]!, numbers[3]!, numbers[4]!]
    if (first.length === 4) return dateOf(first, second, third)
    // Dots are never American.
    return order === 'mdy' && numbers[2] !== '.'
      ? dateOf(third, first, second)
      : order === 'ymd' && third.length < 4
        ? dateOf(first, second, third)
        : dateOf(third, second, first)
  }
  const named =
    /^(\d{1,2})\.?[\s/-]*([a-zäöü]{3,10})\.?[\s,/-]*(\d{2,4})$/i.exec(text) ??
    swapped(/^([a-zäöü]{3,10})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{2,4})$/i.exec(text))
  if (!named) return null
  const month = MONTHS.findIndex((pattern) => pattern.test(named[2]!.toLowerCase())) + 1
  return month === 0 ? null : dateOf(named[3]!, String(month), named[1]!)
}

function swapped(match: RegExpExecArray | null): string[] | null {
  return match && [match[0], match[2]!, match[1]!, match[3]!]
}

function dateOf(year: string, month: string, day: string): string | null {
  const century = Number(year) >= LAST_CENTURY_FROM ? 1900 : 2000
  const full = year.length <= 2 ? String(century + Number(year)) : year
  const date = `${full.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : null
}
