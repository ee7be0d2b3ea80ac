import type { PlanTask } from '@countersign/domain/schedule/plan'
import { groupOf, phasesOf, type Group, type Grouping } from './grouping'
import { isWantedBy, type TaskFacts, type TaskFilter } from './task-filter'

/** Of a task that is shown the group that it stands in, where there are groups; `null` of one that is not wanted. */
export type Judgement = { group: Group | null } | null

/** Who of the tasks is wanted, and where each belongs. Summaries give way to groups. */
export function judged(
  tasks: readonly PlanTask[],
  filter: TaskFilter,
  grouping: Grouping,
  facts: TaskFacts,
): Map<number, Judgement> {
  const judgements = new Map<number, Judgement>()
  const phases = grouping === 'phase' ? phasesOf(tasks) : new Set<number>()
  const above: { uid: number; level: number }[] = []
  for (const task of tasks) {
    while (above.length > 0 && above.at(-1)!.level >= task.outlineLevel) above.pop()
    const summaries = above.map(({ uid }) => uid)
    const isWanted = isWantedBy(filter, task, summaries, facts)
    if (grouping === 'none') judgements.set(task.uid, isWanted ? { group: null } : null)
    else if (!isWanted || task.isSummary) judgements.set(task.uid, null)
    else judgements.set(task.uid, { group: groupOf(grouping, task, summaries, { ...facts, phases }) })
    above.push({ uid: task.uid, level: task.outlineLevel })
  }
  return judgements
}

/**
 * The uids of the rows in outline order: the tasks that are wanted, with the summaries that they lie below; what lies
 * below a folded summary is left out.
 */
export function outlineRows(
  tasks: readonly PlanTask[],
  folded: ReadonlySet<number>,
  isWanted: (uid: number) => boolean,
): number[] {
  const rows: number[] = []
  /** Summaries above the task at hand, and whether they are among the rows. */
  const above: { uid: number; level: number; isShown: boolean }[] = []
  for (const { uid, outlineLevel, isSummary } of tasks) {
    while (above.length > 0 && above.at(-1)!.level >= outlineLevel) above.pop()
    const isShown = isWanted(uid)
    if (isShown && !isBelowFolded(above, folded)) {
      for (const summary of above) if (!summary.isShown) rows.push(summary.uid)
      for (const summary of above) summary.isShown = true
      rows.push(uid)
    } else if (isShown) showFolded(above, folded, rows)
    if (isSummary) above.push({ uid, level: outlineLevel, isShown })
  }
  return rows
}

function isBelowFolded(above: readonly { uid: number }[], folded: ReadonlySet<number>): boolean {
  return folded.size > 0 && above.some(({ uid }) => folded.has(uid))
}

/** What is found in a folded summary is not shown; that there is one is. */
function showFolded(above: { uid: number; isShown: boolean }[], folded: ReadonlySet<number>, rows: number[]) {
  for (const summary of above) {
    if (!summary.isShown) rows.push(summary.uid)
    summary.isShown = true
    if (folded.has(summary.uid)) return
  }
}

/**
 * The next task whose name or number has the words in it, from the given one on and round to the start; the given one
 * itself comes last where the next is meant, else first. `null` if there is none.
 */
export function nextMatch(
  tasks: readonly PlanTask[],
  words: string,
  fromUid: number | null,
  { direction = 1, isNext = true }: { direction?: 1 | -1; isNext?: boolean } = {},
): number | null {
  const wanted = words.trim().toLowerCase()
  if (!wanted) return null
  const from = tasks.findIndex(({ uid }) => uid === fromUid)
  const first = isNext || from < 0 ? 1 : 0
  for (let step = first; step < tasks.length + first; step++) {
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
