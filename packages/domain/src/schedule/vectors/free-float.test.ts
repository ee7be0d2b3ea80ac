import { describe, expect, test } from 'vitest'
import type { Plan } from '../plan'
import { link, plan, task } from '../plan-examples'
import { DAY, scheduled } from './answers'

/** Free float in working days of eight hours. */
function freeDays(given: Plan): Record<number, number> {
  return Object.fromEntries(
    scheduled(given).map(({ uid, freeFloatMinutes }) => [uid, freeFloatMinutes / DAY]),
  )
}

describe('free float', () => {
  test('is the time until the next task begins', () => {
    // The first ends on Monday, the second begins on Thursday: Tuesday and Wednesday.
    const second = task(2, DAY, { constraint: { type: 'SNET', at: '2026-03-05T08:00' } })
    expect(freeDays(plan([task(1, DAY), second], [link(1, 2)]))[1]).toBe(2)
  })

  test('is the time until the nearest of several', () => {
    // The second begins on Tuesday, the third on Thursday.
    const third = task(3, DAY, { constraint: { type: 'SNET', at: '2026-03-05T08:00' } })
    expect(freeDays(plan([task(1, DAY), task(2, DAY), third], [link(1, 2), link(1, 3)]))[1]).toBe(0)
  })

  test('is the total float where nothing follows', () => {
    expect(freeDays(plan([task(1, DAY), task(2, 5 * DAY)]))).toEqual({ 1: 4, 2: 0 })
  })

  test('is never negative and never more than the total float', () => {
    // The second must start on Wednesday, before the first ends: total float of the first is minus three days.
    const early = task(2, DAY, { constraint: { type: 'MSO', at: '2026-03-04T08:00' } })
    expect(freeDays(plan([task(1, 5 * DAY), early], [link(1, 2)]))[1]).toBe(0)
    // The first has to end by Monday 17:00, so the days until Thursday are no use to it.
    const second = task(2, DAY, { constraint: { type: 'SNET', at: '2026-03-05T08:00' } })
    const due = task(1, DAY, { deadline: '2026-03-02T17:00' })
    expect(freeDays(plan([due, second], [link(1, 2)]))[1]).toBe(0)
  })

  test('leaves the next task its levelling delay', () => {
    // 13 mp_j30_a20_nr3.mpp: the second could begin on Tuesday and waits until Thursday to be levelled.
    // The first has six days of total float, and none before the second could begin.
    const levelled = task(2, DAY, { levellingDelayMinutes: 2880 })
    expect(freeDays(plan([task(1, DAY), levelled, task(3, 10 * DAY)], [link(1, 2)]))[1]).toBe(0)
  })
})
