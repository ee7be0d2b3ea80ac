import { workingHoursText } from './working-hours-text'
import type { Locale } from '@countersign/ui/i18n/locale'

type Interval = { fromMinute: number; toMinute: number }

/** A working week in a few lines: 'Mon–Fri 08:00–12:00, 13:00–17:00'. Days taken from another calendar are left out. */
export function weekWords(
  locale: Locale,
  week: readonly (readonly Interval[] | null)[],
  noWork: string,
): string[] {
  const mondayFirst = [1, 2, 3, 4, 5, 6, 0]
  const runs: { days: number[]; hours: string }[] = []
  for (const day of mondayFirst) {
    const intervals = week[day]
    if (!intervals || intervals.length === 0) continue
    const hours = workingHoursText(intervals)
    const last = runs.at(-1)
    if (last?.hours === hours && mondayFirst.indexOf(last.days.at(-1)!) === mondayFirst.indexOf(day) - 1)
      last.days.push(day)
    else runs.push({ days: [day], hours })
  }
  if (runs.length === 0) return week.some((day) => day !== null) ? [noWork] : ['–']
  return runs.map(({ days, hours }) => {
    const [first, last] = [weekday(locale, days[0]!), weekday(locale, days.at(-1)!)]
    return `${days.length > 1 ? `${first}–${last}` : first} ${hours}`
  })
}

/** 4 January 1970 was a Sunday, which is weekday 0. */
export function weekday(locale: Locale, day: number, length: 'short' | 'long' = 'short'): string {
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format((3 + day) * 86_400_000)
}
