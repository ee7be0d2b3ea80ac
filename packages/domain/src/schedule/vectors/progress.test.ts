import { describe, expect, test } from 'vitest'
import type { PlanTask } from '../plan'
import { link, plan, task } from '../plan-examples'
import { DAY, dates, floatDays, lateDates } from './answers'

/** Begun on Monday 2 March at 08:00, so many days done and so many to do. */
function begun(uid: number, done: number, left: number, more: Partial<PlanTask> = {}): PlanTask {
  return task(uid, (done + left) * DAY, {
    percentComplete: Math.round((100 * done) / (done + left)),
    actualStart: '2026-03-02T08:00',
    remainingMinutes: left * DAY,
    ...more,
  })
}

const mondayAndTuesday = { actualFinish: '2026-03-03T17:00' } as const

describe('a task that has begun', () => {
  test('keeps its actual start and ends after what is left', () => {
    // Two days done, two to do.
    expect(dates(plan([begun(1, 2, 2)]))[1]).toBe('03-02T08:00 03-05T17:00')
  })

  test('begins when it began, not when it could', () => {
    // Four days from Wednesday: 4, 5, 6 and 9.
    const given = plan([begun(1, 1, 3, { actualStart: '2026-03-04T08:00' })])
    expect(dates(given)[1]).toBe('03-04T08:00 03-09T17:00')
  })

  test('goes on where it resumes', () => {
    // Monday and Tuesday are done; the two days left are Friday and Monday.
    const given = plan([begun(1, 2, 2, { stoppedAt: '2026-03-03T17:00', resumesAt: '2026-03-06T08:00' })])
    expect(dates(given)[1]).toBe('03-02T08:00 03-09T17:00')
  })

  test('moves what follows it', () => {
    const given = plan([begun(1, 1, 4), task(2, DAY)], [link(1, 2)])
    expect(dates(given)[2]).toBe('03-09T08:00 03-09T17:00')
  })

  test('has the float that its finish has', () => {
    // It ends on Thursday, the plan on Friday: a day. Its start is past, early and late.
    const given = plan([begun(1, 2, 2), task(2, 5 * DAY)])
    expect(lateDates(given)[1]).toBe('03-02T08:00 03-06T17:00')
    expect(floatDays(given)[1]).toBe(1)
  })

  test('is not moved by the day up to which progress is known', () => {
    const given = plan([begun(1, 1, 1), task(2, DAY)], [], { statusAt: '2026-03-13T17:00' })
    expect(dates(given)).toEqual({ 1: '03-02T08:00 03-03T17:00', 2: '03-02T08:00 03-02T17:00' })
  })
})

describe('a task that was begun out of sequence', () => {
  const running = (more: Partial<PlanTask>) =>
    dates(plan([task(1, 5 * DAY), begun(2, 1, 3, more)], [link(1, 2)]))[2]

  test('runs on where its rest was left in place', () => {
    // Monday done, Tuesday to Thursday to do, while its predecessor ends on Friday.
    expect(running({ stoppedAt: '2026-03-02T17:00', resumesAt: '2026-03-03T08:00' })).toBe(
      '03-02T08:00 03-05T17:00',
    )
  })

  test('waits with its rest where that was put behind the predecessor', () => {
    // Monday done; from Monday 9 on the three days to do.
    expect(running({ stoppedAt: '2026-03-02T17:00', resumesAt: '2026-03-09T08:00' })).toBe(
      '03-02T08:00 03-11T17:00',
    )
  })
})

describe('a task that is done', () => {
  test('stands on its actual dates, early and late', () => {
    const given = plan([begun(1, 2, 0, mondayAndTuesday), task(2, 5 * DAY)])
    expect(dates(given)[1]).toBe('03-02T08:00 03-03T17:00')
    expect(lateDates(given)[1]).toBe('03-02T08:00 03-03T17:00')
  })

  test('lets what follows go on from its actual finish', () => {
    // Planned for five days, done in two.
    const given = plan([begun(1, 2, 0, mondayAndTuesday), task(2, DAY)], [link(1, 2)])
    expect(dates(given)[2]).toBe('03-04T08:00 03-04T17:00')
  })

  test('takes no float from its predecessors and is not moved by them', () => {
    // The plan ends on Friday 13, after ten days; the first ends on Friday 6, five days before.
    const given = plan([task(1, 5 * DAY), begun(2, 2, 0, mondayAndTuesday), task(3, 10 * DAY)], [link(1, 2)])
    expect(dates(given)[2]).toBe('03-02T08:00 03-03T17:00')
    expect(floatDays(given)[1]).toBe(5)
  })
})
