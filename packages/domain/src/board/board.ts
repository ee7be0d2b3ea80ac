import type { LocalDate } from '../calendar-day'

export const boardUnits = ['points', 'hours'] as const
export type BoardUnit = (typeof boardUnits)[number]

/** What an item counts that nobody has sized yet: one point, or one hour in minutes. */
export const unsizedCounts: Record<BoardUnit, number> = { points: 1, hours: 60 }

/** A piece of work on a board. `size` is in points, or in minutes where the board counts hours; null is not sized. */
export type BoardItem = { size: number | null; isDone: boolean }

export type BoardProgress = { done: number; total: number; percent: number }

/** What an item counts in its board's unit. */
export function countOf(size: number | null, unit: BoardUnit): number {
  return size ?? unsizedCounts[unit]
}

/**
 * How much of a board is done: what is done of all that is on it, in its unit. 100 only when everything is done; the
 * rest is rounded half up, at most to 99, as the plan's own progress is. A board with nothing on it is at 0.
 */
export function boardProgress(items: readonly BoardItem[], unit: BoardUnit): BoardProgress {
  const sum = (counted: readonly BoardItem[]) =>
    counted.reduce((total, { size }) => total + countOf(size, unit), 0)
  const total = sum(items)
  const done = sum(items.filter(({ isDone }) => isDone))
  if (total === 0) return { done, total, percent: 0 }
  const percent = done >= total ? 100 : Math.min(99, Math.round((done * 100) / total))
  return { done, total, percent }
}

/** Whether a column takes one more: its limit is for what is in work, so that something is finished first. */
export function hasRoom(limit: number | null, present: number): boolean {
  return limit === null || present < limit
}

export type Iteration = { startsOn: LocalDate; endsOn: LocalDate }

export type IterationRefusal = 'ends-before-it-begins' | 'iterations-overlap'

/** Iterations follow each other: none ends before it begins, no day belongs to two. */
export function whyNotIterations(iterations: readonly Iteration[]): IterationRefusal | null {
  if (iterations.some(({ startsOn, endsOn }) => endsOn < startsOn)) return 'ends-before-it-begins'
  const inOrder = [...iterations].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  return inOrder.some(({ startsOn }, at) => at > 0 && startsOn <= inOrder[at - 1]!.endsOn)
    ? 'iterations-overlap'
    : null
}
