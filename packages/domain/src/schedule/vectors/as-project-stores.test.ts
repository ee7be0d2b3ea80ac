import { describe, expect, test } from 'vitest'
import type { PlanTask } from '../plan'
import { link, plan, task } from '../plan-examples'
import { DAY, criticalTasks, dates, floatDays, lateDates } from './answers'

/**
 * What no manual of Microsoft Project says, but its files hold. The names are those of public plans, mostly of MPXJ's
 * test data, whose stored dates show the rule; the plans here are the smallest that do.
 */
function manual(uid: number, days: number, from: `${string}T${string}`, to: `${string}T${string}`) {
  const dated = { manual: { start: from, finish: to } } as Partial<PlanTask>
  return task(uid, days * DAY, dated)
}

const onMonday = ['2026-03-02T08:00', '2026-03-02T17:00'] as const
const onThursday = ['2026-03-05T08:00', '2026-03-05T17:00'] as const

describe('a task that a person dates', () => {
  test('is not critical while it lies unlinked at the plan’s start, as if nobody had dated it yet', () => {
    // task-baselines-project2010-mspdi.xml: 110 such tasks, total slack 0, not one critical.
    const given = plan([manual(1, 1, ...onMonday)])
    expect(floatDays(given)).toEqual({ 1: 0 })
    expect(criticalTasks(given)).toEqual([])
  })

  test('is critical without float once it is linked or lies elsewhere', () => {
    // task-links-project2010-mpp14.mpp, tasks 9 and 10; assignment-text-project2010-mpp14.mpp.
    const linked = [manual(1, 1, ...onMonday), manual(2, 1, '2026-03-03T08:00', '2026-03-03T17:00')]
    expect(criticalTasks(plan(linked, [link(1, 2)]))).toEqual([1, 2])
    expect(criticalTasks(plan([manual(1, 1, ...onThursday)]))).toEqual([1])
  })

  test('ends late where the next one begins, not in the evening before', () => {
    // task-links-project2010-mpp14.mpp, task 1. From Monday 17:00 to Thursday 08:00 are Tuesday and Wednesday: two
    // days of float, and two days after its start is Wednesday 08:00.
    const given = plan([manual(1, 1, ...onMonday), manual(2, 1, ...onThursday)], [link(1, 2)])
    expect(lateDates(given)[1]).toBe('03-04T08:00 03-05T08:00')
    expect(floatDays(given)).toEqual({ 1: 2, 2: 0 })
  })

  test('counts in its summary’s late dates with its early ones', () => {
    // Sample1.mpp of MPXJ.Net, tasks 11 and 14: the child has float, its summary has none and is critical.
    const child = { ...manual(2, 1, ...onMonday), outlineLevel: 2 }
    const given = plan([task(1, 0, { isSummary: true }), child, task(3, 5 * DAY)])
    expect(lateDates(given)).toMatchObject({ 1: '03-02T08:00 03-02T17:00', 2: '03-06T08:00 03-06T17:00' })
    expect(floatDays(given)).toMatchObject({ 1: 0, 2: 4 })
  })

  test('holds the tasks below it when it is a summary', () => {
    // Software Development Plan-1.mpp: the first leaf starts with the summary, not with the plan.
    const summary = { ...manual(1, 2, '2026-03-04T08:00', '2026-03-05T17:00'), isSummary: true }
    const given = plan([summary, task(2, DAY, { outlineLevel: 2 })])
    expect(dates(given)).toEqual({ 1: '03-04T08:00 03-05T17:00', 2: '03-04T08:00 03-04T17:00' })
  })
})

describe('the plan’s start', () => {
  test('holds no task that a constraint puts before it, nor what follows that one', () => {
    // bug2.mpp: the project starts on 28 March 2003, its first task by its constraint on 1 January, the next on 6.
    const early = task(1, DAY, { constraint: { type: 'SNET', at: '2026-02-23T08:00' } })
    expect(dates(plan([early, task(2, DAY)], [link(1, 2)]))).toEqual({
      1: '02-23T08:00 02-23T17:00',
      2: '02-24T08:00 02-24T17:00',
    })
  })
})

describe('work in progress', () => {
  test('ends what is left after it resumes, whatever its start and duration would say', () => {
    // timephased-actual-overtime-work.mpp, task 2. 25 hours from Monday 08:00 would be Thursday 09:00; the 19 left from
    // Monday 14:00 are three on Monday and eight on each of Tuesday and Wednesday.
    const given = plan([
      task(1, 25 * 60, {
        percentComplete: 24,
        actualStart: '2026-03-02T08:00',
        remainingMinutes: 19 * 60,
        stoppedAt: '2026-03-02T14:00',
        resumesAt: '2026-03-02T14:00',
      }),
    ])
    expect(dates(given)[1]).toBe('03-02T08:00 03-04T17:00')
  })

  test('holds its predecessor where it resumes, not where it could resume at the latest', () => {
    // Software Development.mpp, 79 tasks. The second goes on at Thursday 08:00 and ends on Monday 9, four days before
    // the plan does. The first ends on Tuesday and may end on Wednesday, one day later; not on Tuesday 10.
    const begun = { actualStart: '2026-03-02T08:00', percentComplete: 50, remainingMinutes: DAY } as const
    const given = plan(
      [
        task(1, 2 * DAY, { ...begun, stoppedAt: '2026-03-02T17:00', resumesAt: '2026-03-03T08:00' }),
        task(2, 4 * DAY, {
          actualStart: '2026-03-04T08:00',
          percentComplete: 25,
          remainingMinutes: 3 * DAY,
          stoppedAt: '2026-03-04T17:00',
          resumesAt: '2026-03-05T08:00',
        }),
        task(3, 10 * DAY),
      ],
      [link(1, 2)],
    )
    expect(lateDates(given)[1]).toBe('03-02T08:00 03-04T17:00')
    expect(floatDays(given)).toEqual({ 1: 1, 2: 4, 3: 0 })
  })
})
