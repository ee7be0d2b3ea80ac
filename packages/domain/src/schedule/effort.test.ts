import { describe, expect, test } from 'vitest'
import { afterEffortEdit, type EffortEdit } from './effort'
import type { TaskType } from './plan'
import { assignment } from './plan-examples'

const DAY = 480
const HOUR = 60

/** Ten days of one person: 80 hours at 100 per cent. */
const alone = [assignment(1, 1, { workMinutes: 10 * DAY })]
const { uid } = alone[0]!
const after = (type: TaskType, edit: EffortEdit, isEffortDriven = false) => {
  const { durationMinutes, assignments } = afterEffortEdit(
    { type, isEffortDriven, durationMinutes: 10 * DAY },
    alone,
    edit,
  )
  return [
    durationMinutes / DAY,
    ...assignments.map(({ unitsPercent, workMinutes }) => `${unitsPercent} % ${workMinutes / HOUR} h`),
  ]
}

/** Microsoft's own example: "Change the task type for more accurate scheduling", support.microsoft.com. */
describe('work, units and duration', () => {
  test('of fixed units: the duration gives way to work and units, the work to the duration', () => {
    expect(after('fixed-units', { kind: 'units', uid, percent: 50 })).toEqual([20, '50 % 80 h'])
    expect(after('fixed-units', { kind: 'work', uid, minutes: 100 * HOUR })).toEqual([12.5, '100 % 100 h'])
    expect(after('fixed-units', { kind: 'duration', minutes: 8 * DAY })).toEqual([8, '100 % 64 h'])
  })

  test('of a fixed duration: the work gives way to units and duration, the units to the work', () => {
    expect(after('fixed-duration', { kind: 'units', uid, percent: 50 })).toEqual([10, '50 % 40 h'])
    expect(after('fixed-duration', { kind: 'work', uid, minutes: 100 * HOUR })).toEqual([10, '125 % 100 h'])
    expect(after('fixed-duration', { kind: 'duration', minutes: 8 * DAY })).toEqual([8, '100 % 64 h'])
  })

  test('of fixed work: the duration gives way to units and work, the units to the duration', () => {
    expect(after('fixed-work', { kind: 'units', uid, percent: 50 })).toEqual([20, '50 % 80 h'])
    expect(after('fixed-work', { kind: 'work', uid, minutes: 100 * HOUR })).toEqual([12.5, '100 % 100 h'])
    expect(after('fixed-work', { kind: 'duration', minutes: 8 * DAY })).toEqual([8, '125 % 80 h'])
  })
})

describe('a second person', () => {
  const add = { kind: 'add', assignment: assignment(1, 2) } as const

  test('shares the work where it is effort-driven', () => {
    expect(after('fixed-units', add, true)).toEqual([5, '100 % 40 h', '100 % 40 h'])
    expect(after('fixed-work', add)).toEqual([5, '100 % 40 h', '100 % 40 h'])
    expect(after('fixed-duration', add, true)).toEqual([10, '50 % 40 h', '50 % 40 h'])
  })

  test('brings work along where it is not', () => {
    expect(after('fixed-units', add)).toEqual([10, '100 % 80 h', '100 % 80 h'])
    expect(after('fixed-duration', add)).toEqual([10, '100 % 80 h', '100 % 80 h'])
  })

  test('leaves the work to the others by going, where it is effort-driven', () => {
    const task = { type: 'fixed-units', isEffortDriven: true, durationMinutes: 5 * DAY } as const
    const two = [assignment(1, 1, { workMinutes: 5 * DAY }), assignment(1, 2, { workMinutes: 5 * DAY })]
    const left = afterEffortEdit(task, two, { kind: 'remove', uid: two[1]!.uid })
    expect(left).toMatchObject({ durationMinutes: 10 * DAY, assignments: [{ workMinutes: 10 * DAY }] })
    expect(afterEffortEdit({ ...task, isEffortDriven: false }, two, { kind: 'remove', uid })).toMatchObject({
      durationMinutes: 5 * DAY,
      assignments: [{ workMinutes: 5 * DAY }],
    })
  })
})

describe('the first person', () => {
  test('does what the duration holds', () => {
    const task = { type: 'fixed-units', isEffortDriven: true, durationMinutes: 2 * DAY } as const
    const first = assignment(1, 1, { unitsPercent: 50 })
    expect(afterEffortEdit(task, [], { kind: 'add', assignment: first })).toMatchObject({
      durationMinutes: 2 * DAY,
      assignments: [{ workMinutes: DAY, remainingWorkMinutes: DAY }],
    })
  })

  test('keeps what is done when the work changes', () => {
    const task = { type: 'fixed-units', isEffortDriven: false, durationMinutes: 2 * DAY } as const
    const begun = [assignment(1, 1, { workMinutes: 2 * DAY, actualWorkMinutes: DAY })]
    const edit = { kind: 'work', uid: begun[0]!.uid, minutes: 3 * DAY } as const
    expect(afterEffortEdit(task, begun, edit).assignments[0]).toMatchObject({ remainingWorkMinutes: 2 * DAY })
  })
})
