import { describe, expect, test } from 'vitest'
import { nextMilestone } from './next-milestone'

const milestone = (on: string, isReached = false) => ({ on, isReached })

describe('the next milestone', () => {
  test('is the earliest that is not reached, whatever the order', () => {
    const next = milestone('2026-04-01')
    expect(nextMilestone([milestone('2026-05-01'), next, milestone('2026-03-01', true)])).toBe(next)
  })

  test('is one that is late as long as it is not reached', () => {
    expect(nextMilestone([milestone('2020-01-01'), milestone('2026-04-01')])?.on).toBe('2020-01-01')
  })

  test('is none when all are reached or there are none', () => {
    expect(nextMilestone([milestone('2026-03-01', true)])).toBeNull()
    expect(nextMilestone([])).toBeNull()
  })
})
