import { describe, expect, test } from 'vitest'
import { durationParts, minutesOf } from './duration'

const shown = (duration: number, remaining = 0) => durationParts({ duration, remaining }, 480)

describe('a duration', () => {
  test('is shown in the largest unit that needs no fraction, and what remains in the same', () => {
    expect(shown(960)).toMatchObject({ duration: 2, unit: 'days' })
    expect(shown(720)).toMatchObject({ duration: 12, unit: 'hours' })
    expect(shown(45)).toMatchObject({ duration: 45, unit: 'minutes' })
    expect(shown(12480, 624)).toEqual({ duration: 26, remaining: 1.3, unit: 'days' })
  })

  test('comes back as the minutes that it was', () => {
    for (const minutes of [0, 45, 60, 480, 510, 4800]) {
      const { duration, unit } = shown(minutes)
      expect(duration * minutesOf(unit, 480)).toBe(minutes)
    }
  })
})
