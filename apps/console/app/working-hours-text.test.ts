import { describe, expect, test } from 'vitest'
import { parseWorkingHours, workingHoursText } from './working-hours-text'

describe('working hours', () => {
  test('are read as people write them', () => {
    const day = [
      { fromMinute: 480, toMinute: 720 },
      { fromMinute: 780, toMinute: 1020 },
    ]
    for (const typed of ['08:00–12:00, 13:00–17:00', '8:00-12:00;13:00 - 17:00'])
      expect(parseWorkingHours(typed)).toEqual(day)
    expect(parseWorkingHours('22:00–24:00')).toEqual([{ fromMinute: 1320, toMinute: 1440 }])
    expect(parseWorkingHours('–')).toEqual([])
  })

  test('are none where they overlap, run backwards or leave the day', () => {
    for (const typed of [
      '8-12',
      '12:00–08:00',
      '08:00–12:00, 11:00–13:00',
      '08:00–25:00',
      '08:61–09:00',
      ',',
      'off',
    ])
      expect(parseWorkingHours(typed)).toBeNull()
  })

  test('come back as they are shown', () => {
    for (const text of ['08:00–12:00, 13:00–17:00', '00:00–24:00', '–'])
      expect(workingHoursText(parseWorkingHours(text))).toBe(text)
  })
})
