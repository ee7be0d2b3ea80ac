import { describe, expect, test } from 'vitest'
import type { PlanLink, PlanTask } from '../plan'
import { link, plan, task } from '../plan-examples'
import { DAY, dates, lateDates } from './answers'

/** The summary is 10, its leaves 11 and 12; what it is linked with is 1. */
function leaf(uid: number, days: number, more: Partial<PlanTask> = {}): PlanTask {
  return task(uid, days * DAY, { outlineLevel: 2, ...more })
}

const summary = task(10, 0, { isSummary: true })
const notBefore = (at: '2026-03-03T08:00' | '2026-03-05T08:00') =>
  ({ constraint: { type: 'SNET', at } }) as const

describe('a link to a summary', () => {
  const after = (first: PlanTask, by: Partial<PlanLink>) =>
    dates(plan([first, summary, leaf(11, 1), leaf(12, 2)], [link(1, 10, by)]))

  test('from finish to start holds every leaf until the predecessor is done', () => {
    expect(after(task(1, DAY), {})).toMatchObject({
      10: '03-03T08:00 03-04T17:00',
      11: '03-03T08:00 03-03T17:00',
      12: '03-03T08:00 03-04T17:00',
    })
  })

  test('from start to start with a day holds every leaf for that day', () => {
    expect(after(task(1, 3 * DAY), { type: 'SS', lag: DAY })).toMatchObject({
      11: '03-03T08:00 03-03T17:00',
      12: '03-03T08:00 03-04T17:00',
    })
  })

  test('from finish to finish lets no leaf end before', () => {
    // The predecessor ends on Wednesday 17:00: one day is Wednesday, two are Tuesday and Wednesday.
    expect(after(task(1, 3 * DAY), { type: 'FF' })).toMatchObject({
      11: '03-04T08:00 03-04T17:00',
      12: '03-03T08:00 03-04T17:00',
    })
  })

  test('from start to finish lets no leaf end before the predecessor begins', () => {
    // It begins on Thursday 08:00, and that is where they end: Project leaves a finish that a link demands where the
    // link says, in the morning (oracle files 03, task 21, and 05, task 5). They start a day, two days before it.
    expect(after(task(1, DAY, notBefore('2026-03-05T08:00')), { type: 'SF' })).toMatchObject({
      11: '03-04T08:00 03-05T08:00',
      12: '03-03T08:00 03-05T08:00',
    })
  })
})

describe('a link from a summary', () => {
  const before = (by: Partial<PlanLink>) =>
    dates(
      plan(
        [
          summary,
          leaf(11, 1, notBefore('2026-03-05T08:00')),
          leaf(12, 1, notBefore('2026-03-03T08:00')),
          task(1, DAY),
        ],
        [link(10, 1, by)],
      ),
    )[1]

  test('from finish to start waits for the last leaf', () => {
    // The last ends on Thursday.
    expect(before({})).toBe('03-06T08:00 03-06T17:00')
  })

  test('from start to start waits for the first leaf', () => {
    expect(before({ type: 'SS' })).toBe('03-03T08:00 03-03T17:00')
  })

  test('from finish to finish ends with the last leaf', () => {
    expect(before({ type: 'FF' })).toBe('03-05T08:00 03-05T17:00')
  })

  test('from start to finish ends as the first leaf begins', () => {
    // Tuesday 08:00: a day before it is all of Monday, and the finish lies where the link says.
    expect(before({ type: 'SF' })).toBe('03-02T08:00 03-03T08:00')
  })

  test('gives every leaf the same late finish', () => {
    // Ten days end on Friday 13. Task 1 takes that Friday at the latest, so both leaves end by Thursday 12.
    const given = plan([summary, leaf(11, 1), leaf(12, 3), task(1, DAY), task(2, 10 * DAY)], [link(10, 1)])
    expect(lateDates(given)).toMatchObject({
      11: '03-12T08:00 03-12T17:00',
      12: '03-10T08:00 03-12T17:00',
      1: '03-13T08:00 03-13T17:00',
    })
  })
})

describe('a link between summaries', () => {
  test('holds every leaf of the one until the last leaf of the other', () => {
    const given = plan(
      [
        summary,
        leaf(11, 1),
        leaf(12, 2),
        task(20, 0, { isSummary: true }),
        task(30, 0, { isSummary: true, outlineLevel: 2 }),
        task(31, DAY, { outlineLevel: 3 }),
        leaf(21, 1),
      ],
      [link(10, 20)],
    )
    expect(dates(given)).toMatchObject({
      20: '03-04T08:00 03-04T17:00',
      21: '03-04T08:00 03-04T17:00',
      31: '03-04T08:00 03-04T17:00',
    })
  })
})
