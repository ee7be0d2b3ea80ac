import { describe, expect, test } from 'vitest'
import { joinPlans } from './join-plans'
import { standardCalendar } from './plan'
import { link, plan, task } from './plan-examples'
import { schedulePlan } from './schedule-plan'

const DAY = 480
const mornings = {
  ...standardCalendar,
  uid: 1,
  week: standardCalendar.week.map((day) => (day!.length > 0 ? [{ fromMinute: 480, toMinute: 720 }] : [])),
}
const build = plan([task(1, 2 * DAY), task(2, DAY)], [link(1, 2)])
const move = plan([task(1, DAY), task(7, DAY)], [], { startsAt: '2026-03-03T08:00', calendars: [mornings] })
const parts = [
  { name: 'Build', plan: build },
  { name: 'Move', plan: move },
]

describe('projects of one program', () => {
  const across = { type: 'FS', lag: 0, lagUnit: 'working' } as const
  const joined = joinPlans(parts, [{ ...across, from: { part: 0, uid: 2 }, to: { part: 1, uid: 7 } }])
  const schedule = schedulePlan(joined.plan)
  const dated = (part: number, uid: number) =>
    schedule.ok && schedule.tasks.find((one) => one.uid === joined.uidOf(part, uid))

  test('wait for each other where they are linked, each on its own calendar', () => {
    // Build ends on Wednesday 17:00; a day of Move takes two mornings.
    expect(dated(0, 2)).toMatchObject({ start: '2026-03-04T08:00', finish: '2026-03-04T17:00' })
    expect(dated(1, 7)).toMatchObject({ start: '2026-03-05T08:00', finish: '2026-03-06T12:00' })
  })

  test('keep their own starts', () => {
    expect(dated(1, 1)).toMatchObject({ start: '2026-03-03T08:00' })
    expect(joined.plan.startsAt).toBe('2026-03-02T08:00')
  })

  test('are found again by their own numbers', () => {
    expect(joined.partOf(joined.uidOf(1, 7)!)).toEqual({ part: 1, uid: 7 })
    expect(joined.partOf(1)).toBeUndefined()
    expect(joined.uidOf(1, 2)).toBeUndefined()
  })

  test('are refused where they wait for each other in a circle', () => {
    const back = { ...across, from: { part: 1, uid: 7 }, to: { part: 0, uid: 1 } }
    const there = { ...across, from: { part: 0, uid: 2 }, to: { part: 1, uid: 7 } }
    expect(schedulePlan(joinPlans(parts, [there, back]).plan)).toMatchObject({ ok: false, why: 'cycle' })
  })
})
