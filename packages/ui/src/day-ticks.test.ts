import { dayNumber } from '@countersign/domain/calendar-day'
import { describe, expect, test } from 'vitest'
import { dayTicks } from './day-ticks'

const between = (from: string, to: string) => dayTicks(dayNumber(from), dayNumber(to))

describe('the days under a drawing', () => {
  test('are Mondays in a short span, months in a longer one and years in a long one', () => {
    expect(new Set(between('2026-03-02', '2026-04-20').map(({ unit }) => unit))).toEqual(new Set(['week']))
    expect(new Set(between('2026-03-02', '2027-01-20').map(({ unit }) => unit))).toEqual(new Set(['month']))
    expect(new Set(between('2026-03-02', '2061-01-20').map(({ unit }) => unit))).toEqual(new Set(['year']))
  })

  test.each([10, 40, 75, 76, 200, 400, 900, 5000, 30_000])(
    'are few enough for a phone, and away from the edges, over %d days',
    (days) => {
      const ticks = dayTicks(dayNumber('2026-03-02'), dayNumber('2026-03-02') + days)
      expect(ticks.length).toBeGreaterThan(0)
      expect(ticks.length).toBeLessThanOrEqual(7)
      for (const { x } of ticks) expect(x >= 5 && x <= 95).toBe(true)
    },
  )
})
