import { momentOf, TENTHS_PER_DAY } from '../schedule/moment'
import { describe, expect, test } from 'vitest'
import { idlePath, stepOf, tiersOf, xOfFinish, xOfPoint, xOfStart, type Scale } from './time-scale'

const monday = momentOf('2026-03-02T00:00')
const scale = (pixelsPerDay: number, width = 1_000, from = monday): Scale => ({ from, pixelsPerDay, width })
const shift = [{ fromMinute: 480, toMinute: 1020 }]
const onWeekdays = (day: number) => (((((day + 4) % 7) + 7) % 7) % 6 === 0 ? [] : shift)

describe('where a moment stands', () => {
  test('is rounded to whole days as long as days are what is drawn', () => {
    const days = scale(20)
    expect(xOfStart(days, momentOf('2026-03-03T08:00'))).toBe(20)
    expect(xOfFinish(days, momentOf('2026-03-03T17:00'))).toBe(40)
    expect(xOfPoint(days, momentOf('2026-03-03T17:00'))).toBe(40)
    expect(xOfPoint(days, momentOf('2026-03-03T08:00'))).toBe(20)
  })

  test('is exact where hours are drawn', () => {
    expect(xOfStart(scale(240), momentOf('2026-03-02T08:00'))).toBe(80)
    expect(xOfFinish(scale(240), momentOf('2026-03-02T17:00'))).toBe(170)
  })
})

describe('a step of a drag', () => {
  test('is a day, then an hour, then a quarter of one', () => {
    expect(stepOf(scale(20))).toBe(TENTHS_PER_DAY)
    expect(stepOf(scale(240))).toBe(600)
    expect(stepOf(scale(2_000))).toBe(150)
  })
})

describe('the axis', () => {
  test.each([
    [2_000, 'day', 'hour'],
    [240, 'day', 'hour'],
    [22, 'month', 'day'],
    [5, 'month', 'week'],
    [1.5, 'year', 'month'],
    [0.5, 'year', 'quarter'],
    [0.05, 'decade', 'year'],
  ])('at %s pixels a day counts by %s and %s', (pixelsPerDay, upper, lower) => {
    const tiers = tiersOf(scale(pixelsPerDay))
    expect([tiers.upper.unit, tiers.lower.unit]).toEqual([upper, lower])
    expect(tiers.lower.ticks.length).toBeLessThan(200)
    // The span before the left edge is named, too.
    expect(tiers.upper.ticks[0]!.x).toBeLessThanOrEqual(0)
    expect(tiers.lower.ticks[0]!.x).toBeLessThanOrEqual(0)
  })

  test('begins weeks on Mondays', () => {
    const { ticks } = tiersOf(scale(5, 200, momentOf('2026-03-05T00:00'))).lower
    expect(ticks.slice(0, 2).map(({ on }) => on)).toEqual(['2026-03-02', '2026-03-09'])
  })
})

describe('time without work', () => {
  test('is shaded from the calendar: a weekend as one', () => {
    expect(idlePath(scale(10, 100), onWeekdays, 60)).toBe('M50 0H70V60H50z')
  })

  test('is shaded by the hour where hours are drawn', () => {
    const path = idlePath(scale(240, 240), onWeekdays, 10)
    expect(path.startsWith('M0 0H80V10H0zM170 0H')).toBe(true)
  })

  test('is not drawn where days are too narrow to be seen', () => {
    expect(idlePath(scale(1), onWeekdays, 60)).toBe('')
  })
})
