import type { Plan } from '@countersign/domain/schedule/plan'
import { groupings, type Grouping } from './grouping'
import type { TaskFilter } from './task-filter'

/** What is shown of the plan stands in the address, so that it can be sent, kept and come back to. */
export type Chosen = { filter: TaskFilter; grouping: Grouping }

const FILTER = 'show'
const GROUPING = 'group'

/** A person or a phase that the plan has not, or no more, is not asked for. */
export function chosenIn(search: string, plan: Pick<Plan, 'tasks' | 'resources'>): Chosen {
  const parameters = new URLSearchParams(search)
  const filter = filterFrom(parameters.get(FILTER) ?? 'all')
  const grouping = parameters.get(GROUPING)
  return {
    filter: filter && isInPlan(filter, plan) ? filter : { kind: 'all' },
    grouping: groupings.find((each) => each === grouping) ?? 'none',
  }
}

/** The same address with what is chosen now. */
export function addressOf(address: URL, { filter, grouping }: Chosen): URL {
  const changed = new URL(address)
  if (filter.kind === 'all') changed.searchParams.delete(FILTER)
  else changed.searchParams.set(FILTER, textOf(filter))
  if (grouping === 'none') changed.searchParams.delete(GROUPING)
  else changed.searchParams.set(GROUPING, grouping)
  return changed
}

/** late, person-3, phase-12 */
export function textOf(filter: TaskFilter): string {
  if (filter.kind === 'person') return `person-${filter.resourceUid}`
  return filter.kind === 'phase' ? `phase-${filter.uid}` : filter.kind
}

export function filterFrom(text: string): TaskFilter | null {
  const [, of, number] = /^(person|phase)-(\d{1,9})$/.exec(text) ?? []
  if (of === 'person') return { kind: 'person', resourceUid: Number(number) }
  if (of === 'phase') return { kind: 'phase', uid: Number(number) }
  const kind = (['all', 'open', 'critical', 'late'] as const).find((each) => each === text)
  return kind ? { kind } : null
}

function isInPlan(filter: TaskFilter, { tasks, resources }: Pick<Plan, 'tasks' | 'resources'>): boolean {
  if (filter.kind === 'person') return resources.some(({ uid }) => uid === filter.resourceUid)
  return filter.kind !== 'phase' || tasks.some(({ uid, isSummary }) => isSummary && uid === filter.uid)
}
