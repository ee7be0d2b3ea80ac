/** The longest that anybody can have worked on one day. */
export const minutesOfDay = 24 * 60

/**
 * What a person typed as a duration, in minutes: '1:30', '1.5' and '1,5' are 90, '2' is two hours, '45m' is 45. At
 * least a minute, at most a day, whole minutes; `null` for anything else.
 */
export function parseHours(text: string): number | null {
  const minutes = minutesIn(text.trim().toLowerCase())
  if (minutes === null || minutes < 1 || minutes > minutesOfDay) return null
  return Math.abs(minutes - Math.round(minutes)) < 1e-6 ? Math.round(minutes) : null
}

/** Minutes as people write hours: 90 is '1:30'. */
export function hoursText(minutes: number): string {
  return `${Math.trunc(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function minutesIn(text: string): number | null {
  const clock = /^(\d{1,2}):([0-5]\d)\s*h?$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const decimal = /^(\d{0,2})(?:[.,](\d{1,2}))?\s*h?$/.exec(text)
  if (decimal && (decimal[1] || decimal[2])) return Number(`${decimal[1] || 0}.${decimal[2] ?? 0}`) * 60
  const minutes = /^(\d{1,4})\s*(?:m|min)$/.exec(text)
  return minutes ? Number(minutes[1]) : null
}
