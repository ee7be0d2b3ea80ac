import { expect, describe, test } from 'vitest'
import { link, plan, task } from './plan-examples'
import { schedulePlan } from './schedule-plan'
import { withUncompletedWorkAfter } from './uncompleted-work'
import type { Plan } from './plan'

const DAY = 480

function rescheduled(given: Plan, at: string) {
  const before = schedulePlan(given)
  if (!before.ok) throw new Error(before.why)
  const after = schedulePlan(withUncompletedWorkAfter(given, before.tasks, at))
  if (!after.ok) throw new Error(after.why)
  return Object.fromEntries(
    after.tasks.map(({ uid, start, finish }) => [uid, `${start.slice(5)} ${finish.slice(5)}`]),
  )
}

describe('work that is not done', () => {
  test('goes on, and begins, at the moment from which it is planned anew', () => {
    const begun = { actualStart: '2026-03-02T08:00', percentComplete: 25, remainingMinutes: 3 * DAY }
    const done = { actualStart: '2026-03-02T08:00', actualFinish: '2026-03-02T17:00', percentComplete: 100 }
    const dated = { manual: { start: '2026-03-02T08:00', finish: '2026-03-02T17:00' } }
    const given = plan(
      [
        task(1, 4 * DAY, begun),
        task(2, DAY),
        task(3, DAY, done),
        task(4, DAY, dated),
        task(5, DAY, { constraint: { type: 'MSO', at: '2026-03-02T08:00' } }),
        task(6, DAY, { constraint: { type: 'SNET', at: '2026-03-20T08:00' } }),
        task(7, DAY),
      ],
      [link(1, 7)],
    )
    // Wednesday 11 March: three days are left of the first, the second has not begun.
    expect(rescheduled(given, '2026-03-11T08:00')).toEqual({
      1: '03-02T08:00 03-13T17:00',
      2: '03-11T08:00 03-11T17:00',
      3: '03-02T08:00 03-02T17:00',
      4: '03-02T08:00 03-02T17:00',
      5: '03-02T08:00 03-02T17:00',
      6: '03-20T08:00 03-20T17:00',
      7: '03-16T08:00 03-16T17:00',
    })
  })
})
