import { describe, expect, test } from 'vitest'
import { weekWords } from './week-words'

const day = [
  { fromMinute: 480, toMinute: 720 },
  { fromMinute: 780, toMinute: 1020 },
]

describe('a working week in words', () => {
  test('joins days of the same hours and leaves free ones out', () => {
    expect(weekWords('en', [[], day, day, day, day, day, []], 'none')).toEqual([
      'Mon–Fri 08:00–12:00, 13:00–17:00',
    ])
  })

  test('keeps days apart that are not neighbours or have other hours', () => {
    const morning = [{ fromMinute: 480, toMinute: 720 }]
    expect(weekWords('de', [[], day, [], day, morning, [], []], 'keine')).toEqual([
      'Mo 08:00–12:00, 13:00–17:00',
      'Mi 08:00–12:00, 13:00–17:00',
      'Do 08:00–12:00',
    ])
  })

  test('tells a week without work from one that another calendar gives', () => {
    expect(weekWords('en', [[], [], [], [], [], [], []], 'none')).toEqual(['none'])
    expect(weekWords('en', [null, null, null, null, null, null, null], 'none')).toEqual(['–'])
  })
})
