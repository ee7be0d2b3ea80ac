import type { PlanTask, ScheduledTask } from '@countersign/domain/schedule/plan'

export type TaskFilter =
  | { kind: 'all' }
  | { kind: 'critical' }
  | { kind: 'late' }
  | { kind: 'open' }
  | { kind: 'person'; resourceUid: number }
  | { kind: 'phase'; uid: number }

/** What is asked of a task beyond the task itself. */
export type TaskFacts = {
  dateOf: (uid: number) => Pick<ScheduledTask, 'isCritical' | 'finish'> | undefined
  /** The uids of those who work on the task, in the order of the plan's people. */
  workersOf: (uid: number) => readonly number[]
  /** Local date and time of the project: what should be done by now. */
  now: string
}

/** `above` are the summaries that the task lies below. */
export function isWantedBy(
  filter: TaskFilter,
  task: PlanTask,
  above: readonly number[],
  facts: TaskFacts,
): boolean {
  switch (filter.kind) {
    case 'all':
      return true
    case 'critical':
      return !task.isSummary && facts.dateOf(task.uid)?.isCritical === true
    case 'late':
      return !task.isSummary && isLate(task, facts)
    case 'open':
      return !task.isSummary && task.percentComplete < 100
    case 'person':
      return facts.workersOf(task.uid).includes(filter.resourceUid)
    case 'phase':
      return task.uid === filter.uid || above.includes(filter.uid)
  }
}

/** What should be done by now and is not, and what misses its deadline. */
export function isLate(task: PlanTask, { dateOf, now }: Pick<TaskFacts, 'dateOf' | 'now'>): boolean {
  const finish = dateOf(task.uid)?.finish ?? ''
  const isOverdue = task.percentComplete < 100 && finish < now
  return isOverdue || (task.deadline !== null && finish > task.deadline)
}
