import { describe, expect, test } from 'vitest'
import { link, plan, task } from '../plan-examples'
import { DAY, criticalTasks, dates, floatDays, lateDates } from './answers'

const below = { outlineLevel: 2 } as const

describe('a summary', () => {
  test('spans its tasks, early and late', () => {
    // The second task takes Tuesday to Thursday; the plan ends on Friday 6, so it may end a day later, the first as
    // well. Early from Monday to Thursday, late from Tuesday to Friday.
    const given = plan(
      [task(1, 0, { isSummary: true }), task(2, DAY, below), task(3, 3 * DAY, below), task(4, 5 * DAY)],
      [link(2, 3)],
    )
    expect(dates(given)[1]).toBe('03-02T08:00 03-05T17:00')
    expect(lateDates(given)[1]).toBe('03-03T08:00 03-06T17:00')
    expect(floatDays(given)).toEqual({ 1: 1, 2: 1, 3: 1, 4: 0 })
    expect(criticalTasks(given)).toEqual([4])
  })

  test('that starts no earlier than a day holds everything below', () => {
    // The first leaf waits for Thursday, the second for the first.
    const given = plan(
      [
        task(1, 0, { isSummary: true, constraint: { type: 'SNET', at: '2026-03-05T08:00' } }),
        task(2, DAY, below),
        task(3, DAY, below),
      ],
      [link(2, 3)],
    )
    expect(dates(given)).toEqual({
      1: '03-05T08:00 03-06T17:00',
      2: '03-05T08:00 03-05T17:00',
      3: '03-06T08:00 03-06T17:00',
    })
  })

  test('that finishes no later than a day ends the float of everything below', () => {
    // By Wednesday 17:00: the second may end then, the first a day before; both one day later than they do.
    const given = plan(
      [
        task(1, 0, { isSummary: true, constraint: { type: 'FNLT', at: '2026-03-04T17:00' } }),
        task(2, DAY, below),
        task(3, DAY, below),
        task(4, 10 * DAY),
      ],
      [link(2, 3)],
    )
    expect(lateDates(given)).toMatchObject({ 2: '03-03T08:00 03-03T17:00', 3: '03-04T08:00 03-04T17:00' })
    expect(floatDays(given)).toMatchObject({ 2: 1, 3: 1 })
  })
})
