import { BLOCK } from './block'
import type { BlockDates } from './block-dates'
import { lagInRun, shifted } from './lag-in-run'
import { wallClock, type Clock } from './clock'
import type { RemainingNetwork } from './remaining-network'

/**
 * Adds to `counts`, for each task, the runs of the block in which it is critical: no working time lies between its
 * finish and the end, or between it and a critical task that it holds up. Several critical paths count all; what is
 * done, or was dated by a person, is on none. Looks at the first `runs` only.
 */
export function criticalCounter(
  remaining: RemainingNetwork,
  dates: BlockDates,
  counts: Float64Array,
): (runs: number) => void {
  const { network, tasks, links } = remaining
  const { count, parent, hasChildren, leaving, order, to } = network
  const { start, finish, end } = dates
  const isCritical = new Uint8Array(count * BLOCK)
  const holdsByFinish = new Uint8Array(count * BLOCK)
  const holdsByStart = new Uint8Array(count * BLOCK)
  /** Of a summary: when the first critical task below it starts and the last one ends. */
  const firstStart = new Float64Array(count * BLOCK)
  const lastFinish = new Float64Array(count * BLOCK)
  /** In how many runs of the block a task is critical, or anything below a summary. */
  const hits = new Int32Array(count)
  const lastWork = new Map<Clock, Float64Array>()
  let runs = BLOCK

  return (firstRuns) => {
    runs = firstRuns
    isCritical.fill(0)
    holdsByFinish.fill(0)
    holdsByStart.fill(0)
    hits.fill(0)
    for (const [clock, moments] of lastWork) findLastWork(clock, moments)
    for (let place = order.length - 1; place >= 0; place--) {
      const node = order[place]!
      const task = node % count
      const { kind } = tasks[task]!
      if (kind === 'outside' || kind === 'fixed' || (node < count && hasChildren[task])) continue
      if (hasChildren[task]) {
        firstStart.fill(Infinity, task * BLOCK, (task + 1) * BLOCK)
        lastFinish.fill(-Infinity, task * BLOCK, (task + 1) * BLOCK)
      }
      inheritAndHold(task)
      if (node < count) settle(task)
    }
  }

  /** Whether the task's finish or start holds up something critical, its own links' or those of a summary above. */
  function inheritAndHold(task: number): void {
    const from = task * BLOCK
    const above = parent[task]! * BLOCK
    if (above >= 0) {
      for (let run = 0; run < runs; run++) {
        if (holdsByFinish[above + run] && finish[from + run] === finish[above + run])
          holdsByFinish[from + run] = 1
        if (holdsByStart[above + run] && start[from + run] === start[above + run])
          holdsByStart[from + run] = 1
      }
    }
    for (let at = leaving.first[task]!; at < leaving.first[task + 1]!; at++) hold(task, leaving.list[at]!)
  }

  function hold(task: number, link: number): void {
    const target = to[link]! * BLOCK
    const successor = tasks[to[link]!]!
    if (hits[to[link]!] === 0 || (successor.kind !== 'open' && successor.kind !== 'summary')) return
    const { type, lag } = links[link]!
    const [fromFinish, toStart] = [type === 'FS' || type === 'FF', type === 'FS' || type === 'SS']
    const anchors = fromFinish ? finish : start
    const holds = fromFinish ? holdsByFinish : holdsByStart
    const isSummary = successor.kind === 'summary'
    const tied = isSummary ? (toStart ? firstStart : lastFinish) : toStart ? start : finish
    for (let run = 0; run < runs; run++) {
      const moment = tied[target + run]!
      if (isSummary ? Math.abs(moment) === Infinity : isCritical[target + run] === 0) continue
      let bound = anchors[task * BLOCK + run]!
      // A lead that the plan's start cuts short leaves its predecessor room: it counts in full here.
      if (lag) {
        const tenths = lagInRun(lag, dates, task, tasks[task]!, run)
        bound = shifted(lag.isElapsed ? wallClock : successor.lagClock, bound, tenths)
      }
      if (bound >= moment || successor.clock.workAt(bound) >= successor.clock.workAt(moment)) {
        holds[task * BLOCK + run] = 1
      }
    }
  }

  function settle(task: number): void {
    const from = task * BLOCK
    const lastMoments = lastWorkOf(tasks[task]!.clock)
    for (let run = 0; run < runs; run++) {
      const at = from + run
      if (finish[at]! < lastMoments[run]! && !holdsByFinish[at] && !holdsByStart[at]) continue
      isCritical[at] = 1
      hits[task]! += 1
      for (let above = parent[task]!; above >= 0; above = parent[above]!) {
        const over = above * BLOCK + run
        hits[above]! += 1
        if (start[at]! < firstStart[over]!) firstStart[over] = start[at]!
        if (finish[at]! > lastFinish[over]!) lastFinish[over] = finish[at]!
      }
    }
    counts[task]! += hits[task]!
  }

  /** When the last work before each run's end is done, on a calendar: what ends then ends with the project. */
  function lastWorkOf(clock: Clock): Float64Array {
    let moments = lastWork.get(clock)
    if (!moments) {
      lastWork.set(clock, (moments = new Float64Array(BLOCK)))
      findLastWork(clock, moments)
    }
    return moments
  }

  function findLastWork(clock: Clock, moments: Float64Array): void {
    for (let run = 0; run < BLOCK; run++) moments[run] = clock.earliestAt(clock.workAt(end[run]!))
  }
}
