import type { PlanTask } from './plan'

/** Where each task stands: '1', '1.1', '1.2', '2'. Tasks in outline order. */
export function outlineNumbers(tasks: readonly Pick<PlanTask, 'outlineLevel'>[]): string[] {
  const counts: number[] = []
  const prefixes: string[] = ['']
  return tasks.map(({ outlineLevel }) => {
    const depth = Math.min(outlineLevel, counts.length + 1)
    counts.length = depth
    counts[depth - 1] = (counts[depth - 1] ?? 0) + 1
    const number = prefixes[depth - 1]! + counts[depth - 1]
    prefixes[depth] = `${number}.`
    return number
  })
}

/** Index behind the last task that hangs below this one. */
export function endOfBranch(tasks: readonly Pick<PlanTask, 'outlineLevel'>[], from: number): number {
  let end = from + 1
  while (end < tasks.length && tasks[end]!.outlineLevel > tasks[from]!.outlineLevel) end++
  return end
}

const notBegun = {
  percentComplete: 0,
  actualStart: null,
  actualFinish: null,
  remainingMinutes: null,
  stoppedAt: null,
  resumesAt: null,
} satisfies Partial<PlanTask>

/**
 * Tasks that came from `before` in another order, as an outline: no level is left out, what has something below it is
 * a summary, and who had the number of its place as its code, or none, has that of its new place. A summary that
 * nothing hangs below any more has not begun: its progress was that of others.
 */
export function outlined(tasks: readonly PlanTask[], before: readonly PlanTask[]): PlanTask[] {
  const numbersBefore = outlineNumbers(before)
  const known = new Map(before.map((task, at) => [task.uid, { task, number: numbersBefore[at] }]))
  let level = 0
  const levelled = tasks.map((task) => {
    level = Math.min(Math.max(1, task.outlineLevel), level + 1)
    return task.outlineLevel === level ? task : { ...task, outlineLevel: level }
  })
  const numbers = outlineNumbers(levelled)
  return levelled.map((task, at) => {
    const isSummary = (levelled[at + 1]?.outlineLevel ?? 0) > task.outlineLevel
    const was = known.get(task.uid)
    const wbs = task.wbs === '' || (was && was.task.wbs === was.number) ? numbers[at]! : task.wbs
    if (task.isSummary === isSummary && task.wbs === wbs) return task
    return { ...task, ...(was?.task.isSummary && !isSummary && notBegun), isSummary, wbs }
  })
}
