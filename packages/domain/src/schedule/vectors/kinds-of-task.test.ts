import { describe, expect, test } from 'vitest'
import { link, plan, task } from '../plan-examples'
import { DAY, criticalTasks, dates, floatDays, lateDates, scheduled } from './answers'

describe('a split', () => {
  test('lets work rest: one day, two days without, one day', () => {
    // Monday; not Tuesday, not Wednesday; Thursday. The next takes Friday.
    const given = plan(
      [task(1, 2 * DAY, { splits: [{ afterMinutes: DAY, gapMinutes: 2 * DAY }] }), task(2, DAY)],
      [link(1, 2)],
    )
    expect(dates(given)).toEqual({ 1: '03-02T08:00 03-05T17:00', 2: '03-06T08:00 03-06T17:00' })
  })

  test('lies within a day as well', () => {
    // Monday morning; not Monday afternoon, not Tuesday morning; Tuesday afternoon.
    const given = plan([task(1, DAY, { splits: [{ afterMinutes: 240, gapMinutes: DAY }] })])
    expect(dates(given)[1]).toBe('03-02T08:00 03-03T17:00')
  })

  test('comes more than once', () => {
    // Monday; not Tuesday; Wednesday; not Thursday, Friday; Monday.
    const splits = [
      { afterMinutes: DAY, gapMinutes: DAY },
      { afterMinutes: 2 * DAY, gapMinutes: 2 * DAY },
    ]
    expect(dates(plan([task(1, 3 * DAY, { splits })]))[1]).toBe('03-02T08:00 03-09T17:00')
  })

  test('keeps its length when the task is late', () => {
    // Ten days end on Friday 13: then it works on the 13th, rests on the 12th and 11th, works on the 10th: six days
    // later than Monday 2, which are 2 to 6 and the 9th.
    const given = plan([
      task(1, 2 * DAY, { splits: [{ afterMinutes: DAY, gapMinutes: 2 * DAY }] }),
      task(2, 10 * DAY),
    ])
    expect(lateDates(given)[1]).toBe('03-10T08:00 03-13T17:00')
    expect(floatDays(given)[1]).toBe(6)
  })
})

describe('an inactive task', () => {
  test('holds up nothing that follows it', () => {
    const given = plan([task(1, 5 * DAY, { isActive: false }), task(2, DAY)], [link(1, 2)])
    expect(dates(given)[2]).toBe('03-02T08:00 03-02T17:00')
  })

  test('neither ends the plan nor stretches its summary', () => {
    // The plan ends on Tuesday with the third; the fourth may wait a day.
    const given = plan([
      task(1, 0, { isSummary: true }),
      task(2, 50 * DAY, { outlineLevel: 2, isActive: false }),
      task(3, 2 * DAY, { outlineLevel: 2 }),
      task(4, DAY),
    ])
    expect(dates(given)).toMatchObject({ 1: '03-02T08:00 03-03T17:00', 3: '03-02T08:00 03-03T17:00' })
    expect(floatDays(given)).toMatchObject({ 3: 0, 4: 1 })
  })

  test('is held up by nothing that comes after it', () => {
    // The first would have to end on Monday for the second; as that is inactive, it has until Friday.
    const given = plan([task(1, DAY), task(2, 4 * DAY, { isActive: false }), task(3, 5 * DAY)], [link(1, 2)])
    expect(floatDays(given)[1]).toBe(4)
  })
})

describe('a task that a person dates', () => {
  const wednesdayToThursday = { start: '2026-03-04T08:00', finish: '2026-03-05T17:00' } as const

  test('stays where it was put, and what follows waits for it', () => {
    const given = plan([task(1, 2 * DAY, { manual: wednesdayToThursday }), task(2, DAY)], [link(1, 2)])
    expect(dates(given)).toEqual({ 1: '03-04T08:00 03-05T17:00', 2: '03-06T08:00 03-06T17:00' })
  })

  test('stays there although what it waits for takes longer', () => {
    const given = plan([task(1, 10 * DAY), task(2, 2 * DAY, { manual: wednesdayToThursday })], [link(1, 2)])
    expect(dates(given)[2]).toBe('03-04T08:00 03-05T17:00')
  })

  test('may lie on a weekend', () => {
    const manual = { start: '2026-03-07T10:00', finish: '2026-03-08T15:00' } as const
    const given = plan([task(1, DAY, { manual }), task(2, DAY)], [link(1, 2)])
    expect(dates(given)).toEqual({ 1: '03-07T10:00 03-08T15:00', 2: '03-09T08:00 03-09T17:00' })
  })
})

describe('levelling', () => {
  test('delays a start by time on the wall', () => {
    // Monday 08:00 and 48 hours is Wednesday 08:00.
    const given = plan([task(1, DAY, { levellingDelayMinutes: 2880 })])
    expect(dates(given)[1]).toBe('03-04T08:00 03-04T17:00')
  })

  test('delays it after what the task waits for, over a weekend', () => {
    // Free on Friday 08:00; 48 hours later is Sunday, so Monday.
    const given = plan([task(1, 4 * DAY), task(2, DAY, { levellingDelayMinutes: 2880 })], [link(1, 2)])
    expect(dates(given)[2]).toBe('03-09T08:00 03-09T17:00')
  })

  test('is kept free before a late start', () => {
    // Ten days end on Friday 13. The second takes that Friday at the latest; two days on the wall before its 08:00 is
    // Wednesday 08:00, so the first ends by Tuesday 10.
    const given = plan(
      [task(1, DAY), task(2, DAY, { levellingDelayMinutes: 2880 }), task(3, 10 * DAY)],
      [link(1, 2)],
    )
    expect(lateDates(given)).toMatchObject({ 1: '03-10T08:00 03-10T17:00', 2: '03-13T08:00 03-13T17:00' })
  })

  test('counts in the early start', () => {
    const [first] = scheduled(plan([task(1, DAY, { levellingDelayMinutes: 1440 })]))
    expect(first!.earlyStart).toBe('2026-03-03T08:00')
  })
})

describe('critical', () => {
  const paths = plan(
    [task(1, 2 * DAY), task(2, 3 * DAY), task(3, 5 * DAY), task(4, 4 * DAY), task(5, 3 * DAY)],
    [link(1, 2)],
  )

  test('are the tasks of every path that is as long as the plan', () => {
    // Two and three days, and five days: both end on Friday 6.
    expect(criticalTasks(paths)).toEqual([1, 2, 3])
  })

  test('are also those with no more float than the plan counts as critical', () => {
    // The fourth has one day, the fifth two.
    expect(criticalTasks({ ...paths, criticalFloatMinutes: DAY })).toEqual([1, 2, 3, 4])
  })
})
