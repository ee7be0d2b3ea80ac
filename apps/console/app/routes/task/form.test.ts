import { describe, expect, test } from 'vitest'
import { revisionOf } from './form'

describe('a revised task', () => {
  const planned = { minutesPerDay: 480, notBeforeLocal: '2026-03-02T13:00' }

  test('keeps the time of day before which it does not start while the day stays', () => {
    const revision = revisionOf({ percentComplete: 50, notBefore: '2026-03-02' }, planned)
    expect(revision).toEqual({ percentComplete: 50 })
  })

  test('starts at the first moment of another day, or as early as it can', () => {
    expect(revisionOf({ percentComplete: 0, notBefore: '2026-03-03' }, planned).notBefore).toBe(
      '2026-03-03T00:00',
    )
    expect(revisionOf({ percentComplete: 0, notBefore: null }, planned).notBefore).toBeNull()
  })

  test('lasts in minutes what was typed in days', () => {
    const form = { percentComplete: 0, notBefore: null, duration: 2, unit: 'days' as const }
    expect(revisionOf(form, planned).durationMinutes).toBe(960)
  })
})
