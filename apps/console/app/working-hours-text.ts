import type { WorkInterval } from '@countersign/domain/schedule/plan'

/** The intervals in their order, or null for what are none. */
export function parseWorkingHours(typed: string): WorkInterval[] | null {
  if (/^[-–—]$/.test(typed.trim())) return []
  const parts = typed
    .split(/[,;]/)
    .map((part) => /^\s*(\d{1,2}):(\d{2})\s*[-–—]\s*(\d{1,2}):(\d{2})\s*$/.exec(part))
  const hours = parts.map((part) => {
    if (!part) return null
    const [fromMinute, toMinute] = [minuteOf(part[1]!, part[2]!), minuteOf(part[3]!, part[4]!)]
    return fromMinute === null || toMinute === null || toMinute <= fromMinute
      ? null
      : { fromMinute, toMinute }
  })
  const known = hours.filter((each) => each !== null)
  const areApart = known.every(({ fromMinute }, at) => at === 0 || fromMinute >= known[at - 1]!.toMinute)
  return known.length === hours.length && areApart ? known : null
}

/** As `parseWorkingHours` reads it. */
export function workingHoursText(hours: readonly WorkInterval[] | null): string {
  if (hours === null) return ''
  if (hours.length === 0) return '–'
  return hours.map(({ fromMinute, toMinute }) => `${clock(fromMinute)}–${clock(toMinute)}`).join(', ')
}

function minuteOf(hour: string, minute: string): number | null {
  const total = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && total <= 1440 ? total : null
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
