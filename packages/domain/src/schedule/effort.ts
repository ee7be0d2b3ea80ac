import type { PlanAssignment, PlanTask } from './plan'

/** What somebody changes about who does a task and how long it takes. */
export type EffortEdit =
  | { kind: 'duration'; minutes: number }
  | { kind: 'units'; uid: number; percent: number }
  | { kind: 'work'; uid: number; minutes: number }
  | { kind: 'add'; assignment: PlanAssignment }
  | { kind: 'remove'; uid: number }

type Effort = { durationMinutes: number; assignments: PlanAssignment[] }
type EffortTask = Pick<PlanTask, 'type' | 'isEffortDriven' | 'durationMinutes'>

/**
 * Work is duration times units. When one of the three changes, the task's type says which of the others gives way, as
 * in Microsoft Project: fixed units keep the units, a fixed duration the duration, fixed work the work. On an
 * effort-driven task people who come or go share the same work. `assignments` are all of the task's. Units of zero
 * count as none: they neither take work nor time.
 */
export function afterEffortEdit(task: EffortTask, assignments: PlanAssignment[], edit: EffortEdit): Effort {
  const { durationMinutes, type } = task
  switch (edit.kind) {
    case 'duration': {
      const changed =
        type === 'fixed-work'
          ? withUnitsFor(assignments, edit.minutes)
          : withWorkFor(assignments, edit.minutes)
      return { durationMinutes: edit.minutes, assignments: changed }
    }
    case 'units': {
      const changed = changedOne(assignments, edit.uid, { unitsPercent: edit.percent })
      if (type === 'fixed-duration')
        return {
          durationMinutes,
          assignments: changedEach(changed, edit.uid, (one) => withWork(one, durationMinutes)),
        }
      return { durationMinutes: durationFor(changed, durationMinutes), assignments: changed }
    }
    case 'work': {
      const changed = assignments.map((one) => (one.uid === edit.uid ? withWorkOf(one, edit.minutes) : one))
      if (type === 'fixed-duration')
        return {
          durationMinutes,
          assignments: changedEach(changed, edit.uid, (one) => withUnits(one, durationMinutes)),
        }
      return { durationMinutes: durationFor(changed, durationMinutes), assignments: changed }
    }
    case 'add':
      return afterJoining(task, assignments, edit.assignment)
    case 'remove':
      return afterLeaving(task, assignments, edit.uid)
  }
}

function afterJoining(task: EffortTask, assignments: PlanAssignment[], added: PlanAssignment): Effort {
  const { durationMinutes } = task
  const total = totalWork(assignments)
  // The first to be assigned does what the duration holds, on any task.
  if (!sharesWork(task) || total === 0)
    return { durationMinutes, assignments: [...assignments, withWork(added, durationMinutes)] }
  return shared(task, [...assignments, { ...added, workMinutes: 0, remainingWorkMinutes: 0 }], total)
}

function afterLeaving(task: EffortTask, assignments: PlanAssignment[], uid: number): Effort {
  const left = assignments.filter((one) => one.uid !== uid)
  if (!sharesWork(task) || totalUnits(left) === 0)
    return { durationMinutes: task.durationMinutes, assignments: left }
  return shared(task, left, totalWork(assignments))
}

function sharesWork({ type, isEffortDriven }: EffortTask): boolean {
  return isEffortDriven || type === 'fixed-work'
}

/** The work goes round by units; a fixed duration then takes less of each, else it is done sooner or later. */
function shared(task: EffortTask, assignments: PlanAssignment[], work: number): Effort {
  const units = totalUnits(assignments)
  const changed = assignments.map((one) => withWorkOf(one, (work * one.unitsPercent) / units))
  const { durationMinutes } = task
  if (task.type === 'fixed-duration')
    return { durationMinutes, assignments: withUnitsFor(changed, durationMinutes) }
  return { durationMinutes: durationFor(changed, durationMinutes), assignments: changed }
}

/** The longest of the parts; as it was where nobody works. */
function durationFor(assignments: PlanAssignment[], otherwise: number): number {
  const working = assignments.filter(({ unitsPercent, workMinutes }) => unitsPercent > 0 && workMinutes > 0)
  if (working.length === 0) return otherwise
  return Math.max(
    ...working.map(
      ({ workMinutes, unitsPercent, delayMinutes }) => delayMinutes + (workMinutes * 100) / unitsPercent,
    ),
  )
}

function withWorkFor(assignments: PlanAssignment[], durationMinutes: number): PlanAssignment[] {
  return assignments.map((one) => withWork(one, durationMinutes))
}

function withUnitsFor(assignments: PlanAssignment[], durationMinutes: number): PlanAssignment[] {
  return assignments.map((one) => withUnits(one, durationMinutes))
}

function withWork(one: PlanAssignment, durationMinutes: number): PlanAssignment {
  return withWorkOf(one, (Math.max(0, durationMinutes - one.delayMinutes) * one.unitsPercent) / 100)
}

/** Work that is done stays done. */
function withWorkOf(one: PlanAssignment, workMinutes: number): PlanAssignment {
  return { ...one, workMinutes, remainingWorkMinutes: Math.max(0, workMinutes - one.actualWorkMinutes) }
}

function withUnits(one: PlanAssignment, durationMinutes: number): PlanAssignment {
  const minutes = durationMinutes - one.delayMinutes
  return minutes > 0 ? { ...one, unitsPercent: (one.workMinutes * 100) / minutes } : one
}

function changedOne(
  assignments: PlanAssignment[],
  uid: number,
  change: Partial<PlanAssignment>,
): PlanAssignment[] {
  return changedEach(assignments, uid, (one) => ({ ...one, ...change }))
}

function changedEach(
  assignments: PlanAssignment[],
  uid: number,
  change: (one: PlanAssignment) => PlanAssignment,
): PlanAssignment[] {
  return assignments.map((one) => (one.uid === uid ? change(one) : one))
}

function totalWork(assignments: PlanAssignment[]): number {
  return assignments.reduce((sum, { workMinutes }) => sum + workMinutes, 0)
}

function totalUnits(assignments: PlanAssignment[]): number {
  return assignments.reduce((sum, { unitsPercent }) => sum + Math.max(0, unitsPercent), 0)
}
