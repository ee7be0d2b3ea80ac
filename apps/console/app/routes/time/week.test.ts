import { describe, expect, test } from 'vitest'

import { daysOfWeek, mondayOf } from '@countersign/domain/work-week'
import { weekOf } from './week'

const asked = (week: string) => weekOf(new URL(`http://console.example/time?week=${week}`), '2026-03-12')

describe('a week', () => {
  test.each([
    ['2026-03-09', '2026-03-09'],
    ['2026-03-15', '2026-03-09'],
    ['2026-01-01', '2025-12-29'],
    ['2024-02-29', '2024-02-26'],
  ])('that %s lies in begins on %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday)
  })

  test.each(['', 'x', '2026-02-31', '0001-01-01', '9999-12-31'])(
    'is this one where %j is asked for',
    (week) => {
      expect(asked(week)).toBe('2026-03-09')
    },
  )

  test('has seven days, over the end of a month too', () => {
    expect(daysOfWeek('2026-02-23')).toEqual([
      '2026-02-23',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
  })
})
