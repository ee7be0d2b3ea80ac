import { addDays, type LocalDate } from '@countersign/domain/calendar-day'

export type MilestoneEvent = {
  /** Never changes and never comes again, such as 'task-17@project-3': a calendar knows its entry by it. */
  uid: string
  on: LocalDate
  title: string
  description: string | null
  /** Of the project in the portal or the console. */
  url: string | null
  /** Counts up each time the day or the title changed: a calendar takes the higher for the newer. */
  sequence: number
  changedAt: Date
  state: 'planned' | 'done' | 'cancelled'
}

const MAX_OCTETS = 75
const STATUS = { planned: 'CONFIRMED', done: 'CONFIRMED', cancelled: 'CANCELLED' } as const

/**
 * Milestones as an iCalendar feed (RFC 5545) of whole days, which need no time zone. `name` is what a calendar shows
 * over them, `productId` who wrote it, `now` when. `refreshHours` is how often a calendar should ask again.
 */
export function milestonesAsICalendar(
  events: readonly MilestoneEvent[],
  options: { name: string; productId: string; now: Date; refreshHours?: number },
): string {
  const { name, productId, now, refreshHours = 12 } = options
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    property('PRODID', productId),
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    property('X-WR-CALNAME', name),
    // RFC 7986; Outlook and Google still go by the older one.
    property('NAME', name),
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`,
    `X-PUBLISHED-TTL:PT${refreshHours}H`,
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: MilestoneEvent, now: Date): string[] {
  return [
    'BEGIN:VEVENT',
    property('UID', event.uid),
    `DTSTAMP:${instant(now)}`,
    `LAST-MODIFIED:${instant(event.changedAt)}`,
    `SEQUENCE:${Math.max(0, Math.floor(event.sequence))}`,
    `DTSTART;VALUE=DATE:${day(event.on)}`,
    // The end of an event is the first day after it.
    `DTEND;VALUE=DATE:${day(addDays(event.on, 1))}`,
    property('SUMMARY', event.state === 'done' ? `✓ ${event.title}` : event.title),
    ...(event.description === null ? [] : [property('DESCRIPTION', event.description)]),
    ...(event.url === null ? [] : [`URL:${withoutControls(event.url)}`]),
    `STATUS:${STATUS[event.state]}`,
    // A milestone keeps nobody busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** A value of type TEXT, RFC 5545 section 3.3.11. */
function property(name: string, text: string): string {
  const escaped = text
    .replace(/\r\n|\r/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
  return `${name}:${withoutControls(escaped)}`
}

/** A line end that came in with a value would be a line of its own: somebody else's property. */
function withoutControls(text: string): string {
  return text.replace(/(?!\t)\p{Cc}/gu, '')
}

function instant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '')
}

function day(date: LocalDate): string {
  return date.replaceAll('-', '')
}

/** Lines of at most 75 octets, section 3.1; cut between characters, for a reader may decode line by line. */
function folded(line: string): string {
  let octets = 0
  let result = ''
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > MAX_OCTETS) {
      result += '\r\n '
      octets = 1
    }
    result += character
    octets += size
  }
  return result
}
