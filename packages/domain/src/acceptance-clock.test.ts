import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  readAcceptanceClock,
  reminderDay,
  whyNotDeemed,
  type AcceptanceTerms,
  type ClockFacts,
} from './acceptance-clock'
import { addDays, weekdayOf } from './calendar-day'

const terms: AcceptanceTerms = {
  days: 10,
  firstDay: 'next-business-day',
  deemedClause: '§ 7.3: accepted unless rejected in writing within ten business days',
  reminderDays: [5, 1],
  warningDays: 2,
}
const holidays = new Set(['2026-04-03', '2026-04-06'])
const isWeekday = (day: string) => weekdayOf(day) !== 0 && weekdayOf(day) !== 6
const isBusinessDay = (day: string) => isWeekday(day) && !holidays.has(day)

/** Monday 2 March 2026, 10:30 in Berlin. */
const submitted: ClockFacts = {
  submittedAt: new Date('2026-03-02T09:30:00Z'),
  timeZone: 'Europe/Berlin',
  pauses: [],
  grantedUntil: null,
  isBusinessDay,
}

describe('the acceptance period', () => {
  test('begins on the next business day and ends with its tenth', () => {
    expect(readAcceptanceClock(terms, submitted, new Date('2026-03-02T12:00:00Z'))).toEqual({
      state: 'running',
      firstDay: '2026-03-03',
      lastDay: '2026-03-16',
      daysUsed: 0,
      daysLeft: 10,
    })
  })

  test('counts the day of the submission where the contract says so', () => {
    const reading = readAcceptanceClock(
      { ...terms, firstDay: 'submission-day' },
      submitted,
      new Date('2026-03-02T12:00:00Z'),
    )
    expect([reading.firstDay, reading.lastDay]).toEqual(['2026-03-02', '2026-03-13'])
  })

  test('begins on Monday for what was submitted on a Saturday, whichever day counts first', () => {
    const saturday = { ...submitted, submittedAt: new Date('2026-03-07T09:00:00Z') }
    for (const firstDay of ['submission-day', 'next-business-day'] as const)
      expect(readAcceptanceClock({ ...terms, firstDay }, saturday, saturday.submittedAt).firstDay).toBe(
        '2026-03-09',
      )
  })

  test('passes over Good Friday and Easter Monday', () => {
    const beforeEaster = { ...submitted, submittedAt: new Date('2026-03-31T08:00:00Z') }
    const reading = readAcceptanceClock({ ...terms, days: 3 }, beforeEaster, beforeEaster.submittedAt)
    // 1 April, 2 April, then Friday to Monday are free: 7 April.
    expect(reading.lastDay).toBe('2026-04-07')
  })

  test('runs to midnight on the wall, the day of summer time too', () => {
    // Summer time begins on Sunday 29 March; the last day is Monday 30 March, which ends at 22:00 UTC.
    const facts = { ...submitted, submittedAt: new Date('2026-03-27T22:30:00Z') }
    const read = (now: string) => readAcceptanceClock({ ...terms, days: 1 }, facts, new Date(now))
    expect(read('2026-03-30T21:59:59Z').state).toBe('running')
    expect(read('2026-03-30T22:00:00Z').state).toBe('ran-out')
  })

  test('hangs on the time zone: what is Monday night in New York is Tuesday in Berlin', () => {
    const late = { ...submitted, submittedAt: new Date('2026-03-03T03:00:00Z') }
    expect(readAcceptanceClock(terms, late, late.submittedAt).firstDay).toBe('2026-03-04')
    const newYork = { ...late, timeZone: 'America/New_York' }
    expect(readAcceptanceClock(terms, newYork, late.submittedAt).firstDay).toBe('2026-03-03')
  })

  test('leaves out every day on which it stood still, and goes on after', () => {
    const pauses = [{ from: new Date('2026-03-04T10:00:00Z'), to: new Date('2026-03-06T10:00:00Z') }]
    const reading = readAcceptanceClock(terms, { ...submitted, pauses }, new Date('2026-03-09T10:00:00Z'))
    expect([reading.state, reading.lastDay, reading.daysUsed]).toEqual(['running', '2026-03-19', 1])
  })

  test('is paused, not run out, however long the pause', () => {
    const pauses = [{ from: new Date('2026-03-04T10:00:00Z'), to: null }]
    const reading = readAcceptanceClock(terms, { ...submitted, pauses }, new Date('2026-06-30T10:00:00Z'))
    expect(reading.state).toBe('paused')
    expect(reading.daysLeft).toBeGreaterThanOrEqual(9)
  })

  test('lasts to the day that was granted, never shorter', () => {
    const now = submitted.submittedAt
    expect(readAcceptanceClock(terms, { ...submitted, grantedUntil: '2026-03-25' }, now).lastDay).toBe(
      '2026-03-25',
    )
    expect(readAcceptanceClock(terms, { ...submitted, grantedUntil: '2026-03-05' }, now).lastDay).toBe(
      '2026-03-16',
    )
  })

  test('throws where no day is a business day', () => {
    const never = { ...submitted, isBusinessDay: () => false }
    expect(() => readAcceptanceClock(terms, never, submitted.submittedAt)).toThrow(RangeError)
  })

  test('holds exactly so many business days, none of them paused, whenever it begins', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 15 }),
        (offset, days, pauseAfter, pauseDays) => {
          const submittedOn = addDays('2026-01-01', offset)
          const from = addDays(submittedOn, pauseAfter)
          const to = addDays(from, pauseDays)
          const noon = (day: string) => new Date(`${day}T11:00:00Z`)
          const facts = {
            ...submitted,
            submittedAt: noon(submittedOn),
            pauses: [{ from: noon(from), to: noon(to) }],
          }
          const { firstDay, lastDay } = readAcceptanceClock({ ...terms, days }, facts, noon(to))
          let counted = 0
          for (let day = firstDay; day <= lastDay; day = addDays(day, 1))
            if (isBusinessDay(day) && !(from <= day && day <= to)) counted++
          expect(counted).toBe(days)
          expect(firstDay > submittedOn).toBe(true)
        },
      ),
    )
  })
})

describe('a reminder', () => {
  test('falls so many business days before the last, not before the first', () => {
    const reading = { firstDay: '2026-03-30', lastDay: '2026-04-08' }
    expect(reminderDay(reading, 1, isBusinessDay)).toBe('2026-04-07')
    expect(reminderDay(reading, 2, isBusinessDay)).toBe('2026-04-02')
    expect(reminderDay(reading, 30, isBusinessDay)).toBe('2026-03-30')
  })
})

describe('silence', () => {
  const open = { isDecided: false, isSuperseded: false, warnedAt: new Date('2026-03-12T08:00:00Z') }
  const after = new Date('2026-03-17T08:00:00Z')
  const why = (more: Partial<typeof open> | { warnedAt: null }, at = after, facts = submitted, own = terms) =>
    whyNotDeemed({ ...open, ...more }, own, facts, at)

  test('is acceptance once the period has run out after a warning', () => {
    expect(why({})).toBeNull()
  })

  test('is nothing without a clause', () => {
    expect(why({}, after, submitted, { ...terms, deemedClause: null })).toBe('no-clause')
  })

  test('is nothing on what was decided or replaced', () => {
    expect(why({ isDecided: true })).toBe('decided')
    expect(why({ isSuperseded: true })).toBe('superseded')
  })

  test('is nothing on the last day', () => {
    expect(why({}, new Date('2026-03-16T20:00:00Z'))).toBe('still-running')
  })

  test('is nothing while the clock stands still', () => {
    const pauses = [{ from: new Date('2026-03-16T10:00:00Z'), to: null }]
    expect(why({}, new Date('2026-05-01T10:00:00Z'), { ...submitted, pauses })).toBe('paused')
  })

  test('is nothing without a warning, or too soon after a late one', () => {
    expect(why({ warnedAt: null })).toBe('not-warned')
    const late = { warnedAt: new Date('2026-03-17T06:00:00Z') }
    expect(why(late)).toBe('warned-late')
    expect(why(late, new Date('2026-03-19T23:30:00Z'))).toBeNull()
    expect(why(late, new Date('2026-03-19T12:00:00Z'))).toBe('warned-late')
  })
})
