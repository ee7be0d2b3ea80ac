import type { PlanTask, ScheduledTask } from '@countersign/domain/schedule/plan'

export type TaskFilter =
  | { kind: 'all' }
  | { kind: 'critical' }
  | { kind: 'late' }
  | { kind: 'open' }
  | { kind: 'person'; resourceUid: number }
  | { kind: 'phase'; uid: number }

/** What a filter asks of a task beyond the task itself. */
export type FilterFacts = {
  dateOf: (uid: number) => Pick<ScheduledTask, 'isCritical' | 'finish'> | undefined
  /** The uids of those who work on the task. */
  workersOf: (uid: number) => readonly number[]
  /** Local date and time of the project: what should be done by now. */
  now: string
}

/**
 * The uids of the rows that are shown, in outline order: what lies below a collapsed summary is left out, and what the
 * filter does not want, unless something that it wants lies below.
 */
export function shownRows(
  tasks: readonly PlanTask[],
  collapsed: ReadonlySet<number>,
  filter: TaskFilter,
  facts: FilterFacts,
): number[] {
  return filter.kind === 'all' ? expandedRows(tasks, collapsed) : filteredRows(tasks, filter, facts)
}

function expandedRows(tasks: readonly PlanTask[], collapsed: ReadonlySet<number>): number[] {
  const rows: number[] = []
  let hiddenBelow = Infinity
  for (const { uid, outlineLevel, isSummary } of tasks) {
    if (outlineLevel > hiddenBelow) continue
    hiddenBelow = isSummary && collapsed.has(uid) ? outlineLevel : Infinity
    rows.push(uid)
  }
  return rows
}

/** Whoever filters wants to see what is found: collapsed summaries do not hide it. */
function filteredRows(tasks: readonly PlanTask[], filter: TaskFilter, facts: FilterFacts): number[] {
  const rows: number[] = []
  /** Summaries above the task at hand, and whether they are among the rows. */
  const above: { uid: number; level: number; isShown: boolean }[] = []
  for (const task of tasks) {
    while (above.length > 0 && above.at(-1)!.level >= task.outlineLevel) above.pop()
    const isInPhase = filter.kind === 'phase' && above.some(({ uid }) => uid === filter.uid)
    const isWanted = isInPhase || isWantedBy(filter, task, facts)
    if (isWanted) {
      for (const summary of above) if (!summary.isShown) rows.push(summary.uid)
      for (const summary of above) summary.isShown = true
      rows.push(task.uid)
    }
    above.push({ uid: task.uid, level: task.outlineLevel, isShown: isWanted })
  }
  return rows
}

function isWantedBy(filter: TaskFilter, task: PlanTask, { dateOf, workersOf, now }: FilterFacts): boolean {
  switch (filter.kind) {
    case 'all':
      return true
    case 'critical':
      return !task.isSummary && dateOf(task.uid)?.isCritical === true
    case 'late': {
      const finish = dateOf(task.uid)?.finish ?? ''
      const isOverdue = task.percentComplete < 100 && finish < now
      return !task.isSummary && (isOverdue || (task.deadline !== null && finish > task.deadline))
    }
    case 'open':
      return !task.isSummary && task.percentComplete < 100
    case 'person':
      return workersOf(task.uid).includes(filter.resourceUid)
    case 'phase':
      return task.uid === filter.uid
  }
}

/** The next task whose name or number has the words in it, after the given one and round to the start; null if none. */
export function nextMatch(
  tasks: readonly PlanTask[],
  words: string,
  afterUid: number | null,
  direction: 1 | -1 = 1,
): number | null {
  const wanted = words.trim().toLowerCase()
  if (!wanted) return null
  const from = tasks.findIndex(({ uid }) => uid === afterUid)
  for (let step = 1; step <= tasks.length; step++) {
    const at = (((from + direction * step) % tasks.length) + tasks.length) % tasks.length
    const { name, wbs, uid } = tasks[at]!
    if (name.toLowerCase().includes(wanted) || wbs.toLowerCase() === wanted) return uid
  }
  return null
}

/** The summaries that a task lies below, from the top. */
export function summariesAbove(tasks: readonly PlanTask[], at: number): number[] {
  const above: number[] = []
  let level = tasks[at]?.outlineLevel ?? 0
  for (let i = at - 1; i >= 0 && level > 1; i--) {
    if (tasks[i]!.outlineLevel < level) {
      above.unshift(tasks[i]!.uid)
      level = tasks[i]!.outlineLevel
    }
  }
  return above
}
