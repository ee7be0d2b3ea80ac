import { isLocalDate, type LocalDate } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'

/** Years that an address may ask for: beyond them no week has been worked, and the calendar ends. */
const firstDay = '1970-01-01'
const lastDay = '2999-12-31'

function isAskable(day: string): boolean {
  return isLocalDate(day) && day >= firstDay && day <= lastDay
}

/** The week that an address asks for, by any of its days; else the one of `today`. */
export function weekOf({ searchParams }: URL, today: LocalDate): LocalDate {
  const asked = searchParams.get('week') ?? ''
  return mondayOf(isAskable(asked) ? asked : today)
}

/** The day that a phone shows: the one asked for by `week`, else today, else the week's Monday. */
export function dayOf({ searchParams }: URL, monday: LocalDate, today: LocalDate): LocalDate {
  const asked = searchParams.get('week') ?? ''
  if (isAskable(asked)) return asked
  return mondayOf(today) === monday ? today : monday
}

/** 'Mon 16' and 'Monday 16 November'. */
export function dayHead(day: LocalDate, locale: string, length: 'short' | 'long' = 'short'): string {
  const tag = locale === 'de' ? 'de-DE' : 'en-GB'
  const month = length === 'long' ? ({ month: 'long' } as const) : {}
  return new Intl.DateTimeFormat(tag, { weekday: length, day: 'numeric', ...month, timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
}
