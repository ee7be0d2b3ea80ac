import type { LocalDateTime } from '../calendar-day'
import type { Measures } from './indices'
import { plannedValueAt, type PlannedTask } from './planned-value'
import { plus, times, ZERO, type Rational } from './rational'

/** What is counted: an ISO 4217 currency in minor units, or minutes of work. Never added to one another. */
export type Unit = { kind: 'money'; currency: string } | { kind: 'work' }

/** A task's part of earned value: its budget spread over its baseline, how far it is, and what it cost so far. */
export type EarningTask = PlannedTask & { progress: Rational; actualCost: Rational }

/** PV, EV, AC and BAC of one task at the status date. */
export function measuresOf(task: EarningTask, statusAt: LocalDateTime): Measures {
  return {
    PV: plannedValueAt(task, statusAt),
    EV: times(task.budget, task.progress),
    AC: task.actualCost,
    BAC: task.budget,
  }
}

/** Of a phase, a project, a programme: the sums of what is in it. */
export function sumOfMeasures(parts: Iterable<Measures>): Measures {
  let sum: Measures = { PV: ZERO, EV: ZERO, AC: ZERO, BAC: ZERO }
  for (const part of parts) {
    sum = {
      PV: plus(sum.PV, part.PV),
      EV: plus(sum.EV, part.EV),
      AC: plus(sum.AC, part.AC),
      BAC: plus(sum.BAC, part.BAC),
    }
  }
  return sum
}

/**
 * Each task's measures in outline order: a leaf's own, a summary's the sum of the leaves below it. What is given for
 * a summary is not read, so that nothing counts twice.
 */
export function measuresByOutline(
  tasks: readonly { outlineLevel: number; measures: Measures }[],
): Measures[] {
  const rolledUp: Measures[] = tasks.map(({ measures }) => measures)
  const open: number[] = []
  const leavesBelow = new Map<number, Measures[]>()
  tasks.forEach(({ outlineLevel, measures }, at) => {
    while (open.length > 0 && tasks[open.at(-1)!]!.outlineLevel >= outlineLevel) open.pop()
    const isSummary = (tasks[at + 1]?.outlineLevel ?? 0) > outlineLevel
    if (isSummary) leavesBelow.set(at, [])
    else for (const above of open) leavesBelow.get(above)!.push(measures)
    open.push(at)
  })
  for (const [at, leaves] of leavesBelow) rolledUp[at] = sumOfMeasures(leaves)
  return rolledUp
}

/** The whole plan's: the sum of its leaves. */
export function projectMeasures(tasks: readonly { outlineLevel: number; measures: Measures }[]): Measures {
  return sumOfMeasures(
    tasks
      .filter(({ outlineLevel }, at) => (tasks[at + 1]?.outlineLevel ?? 0) <= outlineLevel)
      .map(({ measures }) => measures),
  )
}
