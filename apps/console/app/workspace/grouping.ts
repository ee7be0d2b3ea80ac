import type { Plan, PlanTask } from '@countersign/domain/schedule/plan'
import { isLate, type TaskFacts } from './task-filter'

export const groupings = ['none', 'phase', 'person', 'status', 'critical'] as const

/** What puts tasks together; `none` leaves them where the breakdown has them. */
export type Grouping = (typeof groupings)[number]

export const statuses = ['late', 'under-way', 'to-come', 'done'] as const
export type TaskStatus = (typeof statuses)[number]

/** What tells one group from the others. Who shares a task is a group of those together, so that no task stands twice. */
export type Group =
  | { by: 'phase'; uid: number | null }
  | { by: 'person'; uids: readonly number[] }
  | { by: 'status'; status: TaskStatus }
  | { by: 'critical'; isCritical: boolean }

/** The group of a task that is no summary; `above` are the summaries that it lies below, from the top. */
export function groupOf(
  grouping: Exclude<Grouping, 'none'>,
  task: PlanTask,
  above: readonly number[],
  facts: TaskFacts & { phases: ReadonlySet<number> },
): Group {
  switch (grouping) {
    case 'phase':
      return { by: 'phase', uid: above.find((uid) => facts.phases.has(uid)) ?? null }
    case 'person':
      return { by: 'person', uids: facts.workersOf(task.uid) }
    case 'status':
      return { by: 'status', status: statusOf(task, facts) }
    case 'critical':
      return { by: 'critical', isCritical: facts.dateOf(task.uid)?.isCritical === true }
  }
}

export function statusOf(task: PlanTask, facts: Pick<TaskFacts, 'dateOf' | 'now'>): TaskStatus {
  if (task.percentComplete >= 100) return 'done'
  if (isLate(task, facts)) return 'late'
  return task.percentComplete > 0 || task.actualStart !== null ? 'under-way' : 'to-come'
}

/** The summaries at the top; where one of them holds the whole plan, those right below it. */
export function phasesOf(tasks: readonly PlanTask[]): Set<number> {
  const [only, second] = tasks.filter(({ outlineLevel }) => outlineLevel === 1)
  const hasParts = tasks.some(({ isSummary, outlineLevel }) => isSummary && outlineLevel === 2)
  const level = only?.isSummary && !second && hasParts ? 2 : 1
  return new Set(
    tasks.filter(({ isSummary, outlineLevel }) => isSummary && outlineLevel === level).map(({ uid }) => uid),
  )
}

/** The same text for the same group. */
export function keyOf(group: Group): string {
  switch (group.by) {
    case 'phase':
      return `phase ${group.uid ?? ''}`
    case 'person':
      return `person ${group.uids.join('+')}`
    case 'status':
      return `status ${group.status}`
    case 'critical':
      return `critical ${group.isCritical}`
  }
}

/**
 * As a reader looks for them: phases as they come in the plan, people as it lists them, each before those they share
 * with; what is late and what is critical first, what belongs to nobody last.
 */
export function inOrder<Grouped extends { group: Group }>(
  groups: readonly Grouped[],
  { tasks, resources }: Pick<Plan, 'tasks' | 'resources'>,
): Grouped[] {
  const taskAt = new Map(tasks.map(({ uid }, at) => [uid, at]))
  const personAt = new Map(resources.map(({ uid }, at) => [uid, at]))
  const placeOf = (group: Group): number[] => {
    switch (group.by) {
      case 'phase':
        return [taskAt.get(group.uid ?? NaN) ?? Infinity]
      case 'person':
        return group.uids.length === 0 ? [Infinity] : group.uids.map((uid) => personAt.get(uid) ?? Infinity)
      case 'status':
        return [statuses.indexOf(group.status)]
      case 'critical':
        return [group.isCritical ? 0 : 1]
    }
  }
  return groups
    .map((grouped) => ({ grouped, place: placeOf(grouped.group) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ grouped }) => grouped)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++)
    if (a[at] !== b[at]) return a[at]! < b[at]! ? -1 : 1
  return a.length - b.length
}
