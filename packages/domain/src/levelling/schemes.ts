import { firstBy, Placement, type Bench, type Rank } from './placement'

/**
 * Serial schedule generation: task by task in order of rank, each at the first moment at which all its people have
 * time (Kelley 1963).
 */
export function serially(bench: Bench, rank: Rank): Placement {
  const placement = new Placement(bench)
  while (placement.ready.size > 0) {
    const task = firstBy(rank, placement.ready)
    for (let end = placement.clashEnd(task); end !== null; end = placement.clashEnd(task))
      if (!placement.delayTo(task, end)) break
    placement.place(task)
  }
  return placement
}

/**
 * Parallel schedule generation: moment by moment, at each as many of those that could begin as there are people for,
 * in order of rank (Brooks and White 1965).
 */
export function inParallel(bench: Bench, rank: Rank): Placement {
  const placement = new Placement(bench)
  const { start } = placement.pass.early
  /** Before when a task cannot begin, as far as is known: its own start or the end of what it clashed with. */
  const notBefore = new Map<number, number>()
  const earliest = (task: number) => Math.max(start[task]!, notBefore.get(task) ?? -Infinity)
  while (placement.ready.size > 0) {
    let now = Infinity
    for (const task of placement.ready) now = Math.min(now, earliest(task))
    const could = new Set([...placement.ready].filter((task) => earliest(task) <= now))
    while (could.size > 0) {
      const task = firstBy(rank, could)
      could.delete(task)
      const canMove = placement.delayTo(task, now)
      const end = canMove ? placement.clashEnd(task) : null
      if (end === null || !Number.isFinite(end)) placement.place(task)
      else notBefore.set(task, end)
    }
  }
  return placement
}
