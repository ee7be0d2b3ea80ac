import type { PlanTask } from './plan'

type Progress = Pick<PlanTask, 'outlineLevel' | 'durationMinutes' | 'percentComplete'>

/**
 * Per cent complete of a plan, 0 to 100: its leaves' weighted by duration, or a plain mean where none lasts. Tasks in
 * outline order. 100 only when all the work is done; the rest is rounded half up, at most to 99.
 */
export function progressOf(tasks: readonly Progress[]): number {
  const leaves = tasks.filter((task, at) => (tasks[at + 1]?.outlineLevel ?? 0) <= task.outlineLevel)
  const lasting = leaves.filter((leaf) => leaf.durationMinutes > 0)
  const counted = lasting.length > 0 ? lasting : leaves
  let total = 0
  let done = 0
  for (const leaf of counted) {
    const weight = lasting.length > 0 ? leaf.durationMinutes : 1
    total += weight
    done += weight * Math.min(100, Math.max(0, leaf.percentComplete))
  }
  if (total === 0) return 0
  if (counted.every((leaf) => leaf.percentComplete >= 100)) return 100
  return Math.min(99, Math.round(done / total))
}

/** Per cent complete of each task, in the order given: a leaf's own, a summary's as `progressOf` what is below it. */
export function progressOfEach(tasks: readonly Progress[]): number[] {
  return tasks.map((task, at) => {
    let end = at + 1
    while (end < tasks.length && tasks[end]!.outlineLevel > task.outlineLevel) end += 1
    return end > at + 1 ? progressOf(tasks.slice(at + 1, end)) : task.percentComplete
  })
}
