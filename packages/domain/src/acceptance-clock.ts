import { addDays, localDateIn, type LocalDate } from './calendar-day'

/** What the contract says about the customer's time to decide. Days are business days of the contract's calendar. */
export type AcceptanceTerms = {
  days: number
  /** Which day counts as the first: that of the submission, or the business day after it. */
  firstDay: 'submission-day' | 'next-business-day'
  /** The clause by which silence is acceptance, word for word; `null` where silence is nothing. */
  deemedClause: string | null
  /** So many days before the last day the customer is reminded. */
  reminderDays: number[]
  /** Silence is acceptance only so many days after a warning was sent. */
  warningDays: number
}

/** From one moment to another the clock stood still; open where it still does. */
export type ClockPause = { from: Date; to: Date | null }

export type ClockFacts = {
  submittedAt: Date
  timeZone: string
  pauses: ClockPause[]
  /** A day up to which more time was granted. */
  grantedUntil: LocalDate | null
  /** Working days of the contract's calendar. */
  isBusinessDay: (day: LocalDate) => boolean
}

/** `daysLeft` counts today. While the clock is paused, `lastDay` supposes that it goes on tomorrow. */
export type ClockReading = {
  state: 'running' | 'paused' | 'ran-out'
  firstDay: LocalDate
  lastDay: LocalDate
  daysUsed: number
  daysLeft: number
}

/** No period reaches further; a calendar without working days ends here. */
const MAX_DAYS = 3660

/**
 * How far the acceptance period has run. A day counts whole or not at all: a business day on which the clock stood still
 * for a moment does not count. The period ends with the end of its last day in the contract's time zone, so that neither
 * the hour of the submission nor a change to summer time matters. Throws RangeError where the calendar has no days.
 */
export function readAcceptanceClock(terms: AcceptanceTerms, facts: ClockFacts, now: Date): ClockReading {
  const { timeZone, pauses } = facts
  const today = localDateIn(timeZone, now)
  const stood = pauses.map(({ from, to }) => ({
    from: localDateIn(timeZone, from),
    to: localDateIn(timeZone, to ?? now),
  }))
  const counts = (day: LocalDate) =>
    facts.isBusinessDay(day) && !stood.some(({ from, to }) => from <= day && day <= to)

  const submittedOn = localDateIn(timeZone, facts.submittedAt)
  const earliest = terms.firstDay === 'submission-day' ? submittedOn : addDays(submittedOn, 1)
  const days = countedDays(earliest, Math.max(1, terms.days), counts)
  const counted = days.at(-1)!
  const lastDay = facts.grantedUntil && facts.grantedUntil > counted ? facts.grantedUntil : counted
  const isPaused = pauses.some(({ from, to }) => from <= now && (to === null || now < to))
  const state = today > lastDay ? 'ran-out' : isPaused ? 'paused' : 'running'
  const daysLeft = countedBetween(today > days[0]! ? today : days[0]!, lastDay, counts)
  return { state, firstDay: days[0]!, lastDay, daysUsed: days.filter((day) => day < today).length, daysLeft }
}

/** The day on which the customer is reminded so many business days before the last; never before the first day. */
export function reminderDay(
  reading: Pick<ClockReading, 'firstDay' | 'lastDay'>,
  daysBefore: number,
  isBusinessDay: (day: LocalDate) => boolean,
): LocalDate {
  let day = reading.lastDay
  for (let left = daysBefore; left > 0 && day > reading.firstDay;) {
    day = addDays(day, -1)
    if (isBusinessDay(day)) left--
  }
  return day
}

/**
 * The day by which to decide where silence is acceptance: the period's last day, or so many whole business days after
 * today, where today is when the customer is warned and that is later.
 */
export function lastDayOnceWarned(
  reading: Pick<ClockReading, 'lastDay'>,
  warningDays: number,
  isBusinessDay: (day: LocalDate) => boolean,
  today: LocalDate,
): LocalDate {
  const warned = countedDays(addDays(today, 1), warningDays, isBusinessDay).at(-1)!
  return warned > reading.lastDay ? warned : reading.lastDay
}

export type DeemedRefusal =
  'no-clause' | 'decided' | 'superseded' | 'paused' | 'still-running' | 'not-warned' | 'warned-late'

/**
 * Silence is acceptance only where the contract says so, for a submission that is still open, when the period has run
 * out and a warning was sent so many business days before.
 */
export function whyNotDeemed(
  submission: { isDecided: boolean; isSuperseded: boolean; warnedAt: Date | null },
  terms: AcceptanceTerms,
  facts: ClockFacts,
  now: Date,
): DeemedRefusal | null {
  if (terms.deemedClause === null) return 'no-clause'
  if (submission.isDecided) return 'decided'
  if (submission.isSuperseded) return 'superseded'
  const reading = readAcceptanceClock(terms, facts, now)
  if (facts.pauses.some(({ to }) => to === null || to > now)) return 'paused'
  if (reading.state !== 'ran-out') return 'still-running'
  if (submission.warnedAt === null) return 'not-warned'
  const warnedOn = localDateIn(facts.timeZone, submission.warnedAt)
  const yesterday = addDays(localDateIn(facts.timeZone, now), -1)
  const wholeDaysSince = countedBetween(addDays(warnedOn, 1), yesterday, facts.isBusinessDay)
  return wholeDaysSince >= terms.warningDays ? null : 'warned-late'
}

/** What the clock asks for on a day, beside a decision: reminders and a warning so many days before, or an end. */
export type ClockNotice =
  | { kind: 'reminder' | 'warning'; daysBefore: number; lastDay: LocalDate }
  | { kind: 'ran-out'; lastDay: LocalDate }

/**
 * Which notices are due, whether or not they were written: the latest of the reminders whose day has come and, where
 * silence is acceptance, the warning; where it is nothing, that the period ran out. None while the clock is paused.
 */
export function noticesDue(terms: AcceptanceTerms, facts: ClockFacts, now: Date): ClockNotice[] {
  const reading = readAcceptanceClock(terms, facts, now)
  if (reading.state === 'paused') return []
  const today = localDateIn(facts.timeZone, now)
  const { lastDay } = reading
  const hasCome = (daysBefore: number) => today >= reminderDay(reading, daysBefore, facts.isBusinessDay)
  const reminder = [...terms.reminderDays].sort((a, b) => a - b).find(hasCome)
  const isOver = reading.state === 'ran-out'
  const isWarned = terms.deemedClause !== null && hasCome(terms.warningDays)
  // A reminder of earlier than the warning has had its day.
  const isReminded = reminder !== undefined && !isOver && !(isWarned && reminder >= terms.warningDays)
  return [
    ...(isReminded ? [{ kind: 'reminder' as const, daysBefore: reminder, lastDay }] : []),
    ...(isWarned ? [{ kind: 'warning' as const, daysBefore: terms.warningDays, lastDay }] : []),
    ...(terms.deemedClause === null && isOver ? [{ kind: 'ran-out' as const, lastDay }] : []),
  ]
}

/** The first so many days that count, from a day on. */
function countedDays(from: LocalDate, count: number, counts: (day: LocalDate) => boolean): LocalDate[] {
  const days: LocalDate[] = []
  for (let at = 0, day = from; days.length < count; at++, day = addDays(day, 1)) {
    if (at > MAX_DAYS) throw new RangeError('the calendar has no business days')
    if (counts(day)) days.push(day)
  }
  return days
}

/** Days that count from one day to another, both included. */
function countedBetween(from: LocalDate, to: LocalDate, counts: (day: LocalDate) => boolean): number {
  let count = 0
  for (let day = from; day <= to; day = addDays(day, 1)) if (counts(day)) count++
  return count
}
