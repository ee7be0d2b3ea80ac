import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePlan } from './compile-plan'
import { plainPlan } from './generated-plans'
import { localDateTimeOf } from './moment'
import type { Plan } from './plan'
import { link, plan, task } from './plan-examples'
import { repeatedPass } from './repeated-pass'
import { schedulePlan } from './schedule-plan'

const DAY = 480

function prepared(given: Plan) {
  const compiled = compilePlan(given)
  if (!compiled.ok) throw new Error(compiled.why)
  const repeated = repeatedPass(compiled.compiled)
  if (!repeated.ok) throw new Error(repeated.why)
  return repeated.pass
}

describe('a pass that is run again and again', () => {
  test('ends when the schedule ends, for any durations', () => {
    const durations = fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 15, maxLength: 15 })
    fc.assert(
      fc.property(plainPlan, durations, (drawn, others) => {
        // Per cent are of the planned duration here, so links by per cent are left out.
        const given = { ...drawn, links: drawn.links.filter(({ lagUnit }) => !lagUnit.endsWith('percent')) }
        const pass = prepared(given)
        const remaining = pass.planned.map((planned, at) => (planned > 0 ? others[at]! * 10 : 0))
        pass.run(remaining)
        const tasks = given.tasks.map((one, at) => ({ ...one, durationMinutes: remaining[at]! / 10 }))
        const schedule = schedulePlan({ ...given, tasks })
        if (!schedule.ok) throw new Error(schedule.why)
        expect(localDateTimeOf(pass.projectFinish()) <= schedule.finish).toBe(true)
        schedule.tasks.forEach(({ finish }, at) => {
          // A finish that a link demands may lie in the morning; as working time that is the evening before.
          if (remaining[at]! > 0) expect(localDateTimeOf(pass.finishOf(at)) <= finish).toBe(true)
        })
      }),
    )
  })

  test('dates as the schedule does, also through summaries and what is done', () => {
    const done = { actualStart: '2026-03-02T08:00', actualFinish: '2026-03-03T12:00', percentComplete: 100 }
    const begun = { actualStart: '2026-03-03T08:00', percentComplete: 50, remainingMinutes: DAY }
    const given = plan(
      [
        task(1, DAY, done),
        task(2, 0, { isSummary: true }),
        task(3, 2 * DAY, { ...begun, outlineLevel: 2 }),
        task(4, DAY, { outlineLevel: 2, calendarUid: null }),
        task(5, DAY),
        task(6, 0),
      ],
      [link(1, 2), link(2, 5, { lag: DAY }), link(5, 6)],
    )
    const schedule = schedulePlan(given)
    const pass = prepared(given)
    if (!schedule.ok) throw new Error(schedule.why)
    expect(schedule.tasks.map((_, at) => localDateTimeOf(pass.finishOf(at)))).toEqual(
      schedule.tasks.map(({ finish }) => finish),
    )
    expect([...pass.isOpen]).toEqual([0, 0, 1, 1, 1, 1])
  })

  test('counts the tasks that a delay of the finish would come from', () => {
    const tasks = [task(1, DAY), task(2, 3 * DAY), task(3, DAY), task(4, 0)]
    const pass = prepared(plan(tasks, [link(1, 2), link(1, 3), link(2, 4), link(3, 4)]))
    const counts = new Float64Array(4)
    pass.addCritical(counts)
    expect([...counts]).toEqual([1, 1, 0, 1])
    pass.run(Float64Array.from([DAY, DAY, 5 * DAY, 0], (minutes) => minutes * 10))
    pass.addCritical(counts)
    expect([...counts]).toEqual([2, 1, 1, 2])
  })
})
