import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyEdit, anyPlan } from './tests/generated-plans'
import { openSchedule, type OpenSchedule } from './open-schedule'
import type { Plan, ScheduledTask } from './plan'
import { link, plan, task } from './plan-examples'
import { schedulePlan } from './schedule-plan'

const DAY = 480

function opened(given: Plan): OpenSchedule {
  const open = openSchedule(given)
  if (!open.ok) throw new Error(`${open.why}: ${open.names.join(', ')}`)
  return open.schedule
}

const chain = () =>
  opened(plan([task(1, DAY), task(2, DAY), task(3, DAY), task(4, 5 * DAY)], [link(1, 2), link(2, 3)]))

describe('an open schedule', () => {
  test('is what a schedule from scratch would be, whatever is edited', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (given, edits) => {
        const open = openSchedule(given)
        if (!open.ok) return
        const { schedule } = open
        for (const edit of edits) {
          const before = schedule.plan
          const answer = schedule.apply(edit)
          expect(schedule.current()).toEqual(schedulePlan(schedule.plan))
          if (!answer.ok) expect(schedule.plan).toEqual(before)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('names every task that an edit moved', () => {
    fc.assert(
      fc.property(anyPlan, anyEdit, (given, edit) => {
        const open = openSchedule(given)
        if (!open.ok) return
        const before = datesByUid(open.schedule.current().tasks)
        const answer = open.schedule.apply(edit)
        if (!answer.ok) return
        const changed = new Set(answer.changedUids)
        for (const dated of open.schedule.current().tasks)
          if (JSON.stringify(dated) !== before.get(dated.uid)) expect(changed).toContain(dated.uid)
      }),
      { numRuns: 1000 },
    )
  })

  test('names the task before one that only its levelling delay changed', () => {
    const begun = { actualStart: '2026-03-02T08:01', percentComplete: 40, levellingDelayMinutes: 0 }
    const open = openSchedule(plan([task(1, 1), task(2, 1, begun)], [link(1, 2, { type: 'SS' })]))
    if (!open.ok) return expect.unreachable()
    const edit = { kind: 'change-task' as const, uid: 2, change: { levellingDelayMinutes: 1 } }
    const before = open.schedule.taskAt(1)!.freeFloatMinutes
    expect(open.schedule.apply(edit)).toMatchObject({ changedUids: expect.arrayContaining([1, 2]) })
    expect(open.schedule.taskAt(1)!.freeFloatMinutes).not.toBe(before)
  })

  test('follows a longer task through those after it, and leaves the others alone', () => {
    const schedule = chain()
    const answer = schedule.apply({ kind: 'change-task', uid: 2, change: { durationMinutes: 2 * DAY } })
    expect(answer).toEqual({
      ok: true,
      start: '2026-03-02T08:00',
      finish: '2026-03-06T17:00',
      changedUids: expect.arrayContaining([1, 2, 3]),
    })
    expect(answer.ok && answer.changedUids).not.toContain(4)
    expect(schedule.taskAt(3)).toMatchObject({ start: '2026-03-05T08:00', finish: '2026-03-05T17:00' })
    expect(schedule.taskAt(99)).toBeUndefined()
  })

  test('refuses a circle, what is not there and what is there already, and stays as it was', () => {
    const schedule = chain()
    const before = schedule.current()
    expect(schedule.apply({ kind: 'add-link', link: link(3, 1) })).toMatchObject({ ok: false, why: 'cycle' })
    expect(schedule.apply({ kind: 'add-link', link: link(2, 2) })).toEqual({
      ok: false,
      why: 'self-link',
      names: ['Task 2'],
    })
    expect(schedule.apply({ kind: 'add-link', link: link(1, 2) })).toMatchObject({ why: 'known-link' })
    expect(schedule.apply({ kind: 'remove-link', fromUid: 1, toUid: 3 })).toMatchObject({
      why: 'unknown-link',
    })
    expect(schedule.apply({ kind: 'remove-task', uid: 9 })).toMatchObject({ why: 'unknown-task' })
    expect(schedule.apply({ kind: 'change-task', uid: 9, change: {} })).toMatchObject({ why: 'unknown-task' })
    expect(schedule.apply({ kind: 'change-task', uid: 1, change: { durationMinutes: -1 } })).toEqual({
      ok: false,
      why: 'bad-duration',
      names: ['Task 1'],
    })
    expect(schedule.current()).toEqual(before)
  })

  test('takes a change of calendars as a new start', () => {
    const schedule = chain()
    const [calendar] = schedule.plan.calendars
    const off = {
      name: 'Off',
      fromOn: '2026-03-02',
      toOn: '2026-03-03',
      intervals: [],
      recurrence: null,
      occurrences: null,
    }
    const calendars = [{ ...calendar!, exceptions: [off] }]
    expect(schedule.apply({ kind: 'change-plan', change: { calendars } })).toMatchObject({
      finish: '2026-03-10T17:00',
    })
  })

  test('never changes the plan that was opened', () => {
    const given = plan([task(1, DAY), task(2, DAY)], [link(1, 2)])
    const copy = structuredClone(given)
    const schedule = opened(given)
    schedule.apply({ kind: 'change-task', uid: 1, change: { durationMinutes: 60 } })
    schedule.apply({ kind: 'remove-link', fromUid: 1, toUid: 2 })
    schedule.apply({ kind: 'remove-task', uid: 2 })
    expect(given).toEqual(copy)
  })
})

function datesByUid(tasks: ScheduledTask[]): Map<number, string> {
  return new Map(tasks.map((dated) => [dated.uid, JSON.stringify(dated)]))
}
