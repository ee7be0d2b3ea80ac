import { describe, expect, test } from 'vitest'
import { durationParts, minutesOf } from './duration'

describe('a duration', () => {
  test('is shown in the largest unit that needs no fraction', () => {
    expect(durationParts(960, 480)).toEqual({ duration: 2, unit: 'days' })
    expect(durationParts(720, 480)).toEqual({ duration: 12, unit: 'hours' })
    expect(durationParts(45, 480)).toEqual({ duration: 45, unit: 'minutes' })
  })

  test('comes back as the minutes that it was', () => {
    for (const minutes of [0, 45, 60, 480, 510, 4800]) {
      const { duration, unit } = durationParts(minutes, 480)
      expect(duration * minutesOf(unit, 480)).toBe(minutes)
    }
  })
})
