import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOfDayNumber } from './calendar-day'
import { lastDayOf, monthFrom, monthOf, whyNotToClose, whyNotToReopen } from './month'

const day = fc.integer({ min: 0, max: 40_000 }).map(dateOfDayNumber)

describe('a month', () => {
  test('holds each of its days, and its last day is followed by another', () => {
    fc.assert(
      fc.property(day, (each) => {
        const month = monthOf(each)
        expect(each >= month && each <= lastDayOf(month)).toBe(true)
        expect(addDays(lastDayOf(month), 1).slice(8)).toBe('01')
      }),
    )
  })

  test('is read from year and month, and from nothing else', () => {
    expect(monthFrom('2026-03')).toBe('2026-03-01')
    for (const text of ['2026-13', '2026-3', '2026-03-01', '', '26-03']) expect(monthFrom(text)).toBeNull()
  })

  test('is closed when it is over, in order', () => {
    const at = { lastClosedDay: '2026-08-31', today: '2026-10-15' }
    expect(whyNotToClose('2026-09-01', at)).toBeNull()
    expect(whyNotToClose('2026-10-01', at)).toBe('not-over')
    expect(whyNotToClose('2026-08-01', at)).toBe('closed-already')
    expect(whyNotToClose('2026-10-01', { ...at, today: '2026-11-01' })).toBe('not-next')
    expect(whyNotToClose('2026-09-01', { ...at, today: '2026-09-30' })).toBe('not-over')
    expect(whyNotToClose('2020-02-01', { ...at, lastClosedDay: null })).toBeNull()
  })

  test('is opened again from the end', () => {
    expect(whyNotToReopen('2026-08-01', '2026-08-31')).toBeNull()
    expect(whyNotToReopen('2026-07-01', '2026-08-31')).toBe('later-month-closed')
    expect(whyNotToReopen('2026-09-01', '2026-08-31')).toBe('not-closed')
    expect(whyNotToReopen('2026-09-01', null)).toBe('not-closed')
  })
})
