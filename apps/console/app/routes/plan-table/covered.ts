import type { Covered } from '@countersign/domain/plan-merge/read-again'
import type { PlanTask } from '@countersign/domain/schedule/plan'
import type { MappedField } from './mapped-fields'

/** Which fields of a task a column says. Dates are worked out; only where nothing links tasks does a start hold them. */
const saidBy: Record<MappedField, readonly (keyof PlanTask)[]> = {
  name: ['name'],
  uid: [],
  wbs: ['wbs'],
  outlineLevel: ['outlineLevel'],
  parent: ['outlineLevel'],
  duration: ['durationMinutes', 'isElapsed'],
  start: [],
  finish: [],
  predecessors: [],
  percentComplete: ['percentComplete'],
  milestone: ['isMilestone'],
  resources: [],
  deadline: ['deadline'],
  note: ['note'],
}

/** What a table that changes a plan can say of it: its columns, and nothing of the rest. */
export function coveredBy(used: readonly MappedField[]): Covered {
  const isLinked = used.includes('predecessors')
  const constraint: (keyof PlanTask)[] = used.includes('start') && !isLinked ? ['constraint'] : []
  return { fields: [...new Set([...used.flatMap((field) => saidBy[field]), ...constraint])], links: isLinked }
}
