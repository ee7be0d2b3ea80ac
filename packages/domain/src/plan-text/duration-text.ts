import type { DurationUnit } from '../schedule/plan'

export type DurationRead = { minutes: number; isElapsed: boolean; unit: DurationUnit; isEstimated: boolean }
export type Lengths = { minutesPerDay: number; minutesPerWeek: number; daysPerMonth: number }

const UNITS: Record<DurationUnit, string> = {
  minutes: 'm|mi|min|mins|minutes?|minuten?',
  hours: 'h|hr|hrs|hours?|std|stdn|stunden?',
  days: 'd|dy|dys|days?|t|tage?|tagen',
  weeks: 'w|wk|wks|weeks?|woche|wochen',
  months: 'mo|mon|mons|months?|monate?|monaten',
}
const units = Object.entries(UNITS).map(([unit, words]) => ({
  unit: unit as DurationUnit,
  // Elapsed time has an e before its unit, in German an f for "fortlaufend".
  pattern: new RegExp(`^([ef])?(${words})\\.?$`, 'i'),
}))

/** Minutes of a unit: by the plan's lengths, or on the wall. */
function minutesOf(unit: DurationUnit, isElapsed: boolean, lengths: Lengths): number {
  switch (unit) {
    case 'minutes':
      return 1
    case 'hours':
      return 60
    case 'days':
      return isElapsed ? 1440 : lengths.minutesPerDay
    case 'weeks':
      return isElapsed ? 7 * 1440 : lengths.minutesPerWeek
    case 'months':
      return isElapsed ? 30 * 1440 : lengths.daysPerMonth * lengths.minutesPerDay
  }
}

/**
 * A duration as people write it: '3d', '2 Wochen', '1,5 h', '4 eh', '1w 2d', '3 days?', 'PT8H', '1:30'; a number alone
 * is in the unit given. `null` for what is none. May be negative.
 */
export function durationFrom(
  text: string,
  lengths: Lengths,
  unitAlone: DurationUnit | 'seconds' = 'days',
): DurationRead | null {
  const estimated = /\?\s*$/.test(text)
  const written = text.replace(/\?\s*$/, '').trim()
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/i.exec(written)
  if (iso && written.length > 2) {
    const [hours, minutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0))
    return read(hours! * 60 + minutes! + seconds! / 60, 'hours')
  }
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(written)
  if (clock) return read(Number(clock[1]) * 60 + Number(clock[2]), 'hours')

  const parts = [...written.matchAll(/([+-]?\s*\d+(?:[.,]\d+)?)\s*([a-zäöü]+\.?)?\s*/giy)]
  const matched = parts.reduce((length, [part]) => length + part.length, 0)
  if (parts.length === 0 || matched !== written.length) return null
  let total = 0
  let first: { unit: DurationUnit; isElapsed: boolean } | null = null
  for (const [, amount = '', word] of parts) {
    const number = Number(amount.replace(/\s/g, '').replace(',', '.'))
    if (!word) {
      if (parts.length > 1) return null
      if (unitAlone === 'seconds') return read(number / 60, 'hours')
      return read(number * minutesOf(unitAlone, false, lengths), unitAlone)
    }
    const found = unitOf(word)
    if (!found || (first && found.isElapsed !== first.isElapsed)) return null
    first ??= found
    total += number * minutesOf(found.unit, found.isElapsed, lengths)
  }
  return first && read(total, first.unit, first.isElapsed)

  function read(minutes: number, unit: DurationUnit, isElapsed = false): DurationRead {
    return { minutes: Math.round(minutes * 10) / 10, isElapsed, unit, isEstimated: estimated }
  }
}

function unitOf(word: string): { unit: DurationUnit; isElapsed: boolean } | null {
  for (const { unit, pattern } of units) {
    const match = pattern.exec(word)
    if (match) return { unit, isElapsed: match[1] !== undefined }
  }
  return null
}

/** As short as it can be said exactly: '3d', '4h', '90min', '2ed'. */
export function shortDuration(minutes: number, isElapsed: boolean, lengths: Lengths): string {
  const sign = isElapsed ? 'e' : ''
  const perDay = minutesOf('days', isElapsed, lengths)
  if (minutes % perDay === 0) return `${minutes / perDay}${sign}d`
  return minutes % 60 === 0 ? `${minutes / 60}${sign}h` : `${minutes}${sign}min`
}
