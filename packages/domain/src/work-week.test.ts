import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from './calendar-day'
import { isCurrency } from './currency'
import { daysOfWeek, minutesByDay, missedDays, mondayOf, percentOf } from './work-week'

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days))

describe('a week', () => {
  test('begins on its Monday and holds each of its days', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(mondayOf('2026-11-16')).toBe('2026-11-16')
    fc.assert(
      fc.property(day, (on) => {
        expect(weekdayOf(mondayOf(on))).toBe(1)
        expect(daysOfWeek(mondayOf(on))).toContain(on)
      }),
    )
  })
})

describe('missed days', () => {
  test('are weekdays before today on which nothing is logged', () => {
    expect(missedDays('2026-11-23', new Set(['2026-11-18']), 5)).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-19',
      '2026-11-20',
    ])
  })

  test('are never today, a weekend, or more than were asked for', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (today, lookBack) => {
        const missed = missedDays(today, new Set(), lookBack)
        expect(missed).toHaveLength(lookBack)
        expect(missed.every((on) => on < today && weekdayOf(on) % 6 !== 0)).toBe(true)
      }),
    )
  })
})

describe('a clock', () => {
  const run = (from: string, to: string) => minutesByDay(new Date(from), new Date(to), 'Europe/Berlin')

  test('measures whole minutes on the day of the time zone', () => {
    expect(run('2026-11-19T08:00:00Z', '2026-11-19T09:30:20Z')).toEqual([{ on: '2026-11-19', minutes: 90 }])
    expect(run('2026-11-19T08:00:00Z', '2026-11-19T08:00:05Z')).toEqual([{ on: '2026-11-19', minutes: 1 }])
  })

  test('is cut at midnight, also where that day has 23 hours', () => {
    expect(run('2026-03-28T22:00:00Z', '2026-03-29T23:00:00Z')).toEqual([
      { on: '2026-03-28', minutes: 60 },
      { on: '2026-03-29', minutes: 23 * 60 },
      { on: '2026-03-30', minutes: 60 },
    ])
  })

  test('loses no more than half a minute a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 400_000 }), (seconds) => {
        const from = new Date('2026-10-20T13:17:11Z')
        const parts = minutesByDay(from, new Date(from.getTime() + seconds * 1000), 'Europe/Berlin')
        const sum = parts.reduce((all, { minutes }) => all + minutes, 0)
        expect(Math.abs(sum - seconds / 60)).toBeLessThanOrEqual((parts.length + 1) / 2)
      }),
    )
  })
})

describe('a share', () => {
  test('has one decimal, and is nothing of nothing', () => {
    expect(percentOf(4032, 21 * 480)).toBe(40)
    expect(percentOf(1n, 3n)).toBe(33.3)
    expect(percentOf(1, 0)).toBeNull()
  })
})

describe('a currency', () => {
  test('is one that exists', () => {
    expect(['EUR', 'JPY', 'KWD'].map(isCurrency)).toEqual([true, true, true])
    expect(['EUO', 'eur', ''].map(isCurrency)).toEqual([false, false, false])
  })
})
