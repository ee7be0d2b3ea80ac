import { describe, expect, test } from 'vitest'
import { addMonths, beginningOfDay } from './calendar-day'
import { claimState, warrantyOf, type AcceptedVersion } from './warranty'

const provisional: AcceptedVersion = {
  stage: 'first',
  outcome: 'accepted',
  // Still the 31st in Berlin's winter: 22:30 in UTC is 23:30 there.
  decidedAt: new Date('2026-01-31T22:30:00Z'),
  warrantyMonths: 1,
}
const twice = (...versions: AcceptedVersion[]) => ({ acceptance: 'provisional-and-final' as const, versions })
const on = (deliverable: Parameters<typeof warrantyOf>[0], today: string) =>
  warrantyOf(deliverable, 'Europe/Berlin', today)

describe('a warranty', () => {
  test('runs to the same day so many months later, or the month’s last, both included', () => {
    expect(on(twice(provisional), '2026-02-28')).toEqual({
      beganOn: '2026-01-31',
      endsOn: '2026-02-28',
      state: 'running',
    })
    expect(on(twice(provisional), '2026-03-01')?.state).toBe('ran-out')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  })

  test('ends with the final acceptance', () => {
    const final = { ...provisional, stage: 'final' as const }
    expect(on(twice(provisional, final), '2026-02-10')?.state).toBe('finally-accepted')
    expect(on(twice(provisional, { ...final, outcome: 'rejected' }), '2026-02-10')?.state).toBe('running')
  })

  test('is none for what is accepted once, not yet, or without a warranty', () => {
    expect(on({ acceptance: 'once', versions: [provisional] }, '2026-02-10')).toBeNull()
    expect(on(twice({ ...provisional, outcome: null, decidedAt: null }), '2026-02-10')).toBeNull()
    expect(on(twice({ ...provisional, warrantyMonths: 0 }), '2026-02-10')).toBeNull()
  })
})

test('a claim stands as it was answered last, until it is closed', () => {
  expect(claimState({ answers: [], closedAt: null })).toBe('open')
  expect(claimState({ answers: [{ answer: 'in-work' }, { answer: 'mended' }], closedAt: null })).toBe(
    'mended',
  )
  expect(claimState({ answers: [], closedAt: new Date(0) })).toBe('closed')
})

describe('the beginning of a day', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['America/Los_Angeles', '2026-11-01', '2026-11-01T07:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-01-01', '2026-01-01T11:00:00.000Z'],
    // Midnight does not happen here: clocks go from 24:00 to 01:00.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
  ])('in %s of %s is %s', (zone, day, instant) => {
    expect(beginningOfDay(zone, day).toISOString()).toBe(instant)
  })
})
