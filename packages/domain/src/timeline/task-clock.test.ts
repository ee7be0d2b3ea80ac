import { describe, expect, test } from 'vitest'
import { monday, plan, task } from '../schedule/plan-examples'
import { minutesUntil } from './task-clock'

const day = 480
const until = (finish: string, more: Parameters<typeof task>[2] = {}) => {
  const one = task(1, day, more)
  return minutesUntil(plan([one]), one, monday, finish)
}

describe('how long a task lasts that is to end there', () => {
  test('is counted in working time', () => {
    expect(until('2026-03-03T17:00')).toBe(2 * day)
    expect(until('2026-03-09T17:00')).toBe(6 * day)
    expect(until('2026-03-08T12:00')).toBe(5 * day)
  })

  test('is counted on the wall where its duration is', () => {
    expect(until('2026-03-03T08:00', { isElapsed: true })).toBe(1440)
  })

  test('leaves out pauses, and is an hour at least', () => {
    expect(until('2026-03-05T17:00', { splits: [{ afterMinutes: day, gapMinutes: day }] })).toBe(3 * day)
    expect(until(monday)).toBe(60)
  })
})
