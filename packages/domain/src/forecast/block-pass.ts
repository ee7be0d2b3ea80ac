import { BLOCK } from './block'
import type { BlockDates, Bounds } from './block-dates'
import { wallClock, type Clock } from './clock'
import { placeTask } from './place-task'
import { lagInRun, pushedBy } from './lag-in-run'
import type { Lag, RemainingNetwork, RemainingTask } from './remaining-network'

/**
 * A forward pass for every run of a block, to be called once the durations in `dates` are drawn: each task as early as
 * its links, floors and calendar let it be. Ends at Infinity where a run leaves the tables of its calendars.
 */
export function blockPassOf(remaining: RemainingNetwork, dates: BlockDates): () => void {
  const { network, tasks } = remaining
  const { count, parent, hasChildren, order } = network
  const { start, finish, end } = dates
  const bounds = { start: new Float64Array(count * BLOCK), finish: new Float64Array(count * BLOCK) }

  return () => {
    end.fill(-Infinity)
    for (const node of order) visit(node)
  }

  function visit(node: number): void {
    const task = node % count
    const own = tasks[task]!
    const from = task * BLOCK
    if (node >= count) return own.kind === 'outside' ? undefined : gather(task)
    if (own.kind !== 'fixed') bind(remaining, dates, bounds, task)
    if (own.kind === 'outside') return
    if (hasChildren[task]) {
      start.fill(Infinity, from, from + BLOCK)
      finish.fill(-Infinity, from, from + BLOCK)
      return
    }
    placeTask(own, from, bounds, dates)
    later(finish, from, end, 0)
    gather(task)
  }

  function gather(task: number): void {
    const own = tasks[task]!
    if (own.kind === 'summary') keepDates(own.dated, task * BLOCK, dates)
    const above = parent[task]!
    if (above < 0) return
    later(finish, task * BLOCK, finish, above * BLOCK)
    earlier(start, task * BLOCK, start, above * BLOCK)
  }
}

/** A summary that a person dated spans what that person said. */
function keepDates(
  dated: (RemainingTask & { kind: 'summary' })['dated'],
  from: number,
  { start, finish }: BlockDates,
): void {
  if (dated.start === null && dated.finish === null) return
  for (let at = from; at < from + BLOCK; at++) {
    start[at] = dated.start ?? start[at]!
    finish[at] = Math.max(start[at]!, dated.finish ?? finish[at]!)
  }
}

/** What a task, or all that hangs below it, has to wait for. What is inactive waits for nothing of its own. */
function bind(
  { network, tasks, links, planStart }: RemainingNetwork,
  dates: BlockDates,
  bounds: Bounds,
  task: number,
): void {
  const own = tasks[task]!
  if (own.kind === 'fixed') return
  const to = task * BLOCK
  const floor = own.kind === 'running' ? own.resumes : own.kind === 'outside' ? -Infinity : own.startFloor
  bounds.start.fill(floor, to, to + BLOCK)
  bounds.finish.fill(-Infinity, to, to + BLOCK)
  if (own.kind === 'running' && !own.waits) return
  const above = network.parent[task]!
  if (above >= 0) {
    later(bounds.start, above * BLOCK, bounds.start, to)
    later(bounds.finish, above * BLOCK, bounds.finish, to)
  }
  if (own.kind === 'outside') return
  const { first, list } = network.entering
  for (let at = first[task]!; at < first[task + 1]!; at++) {
    const link = list[at]!
    const source = network.from[link]!
    if (tasks[source]!.kind === 'outside') continue
    const { type, lag } = links[link]!
    const anchors = type === 'FS' || type === 'FF' ? dates.finish : dates.start
    const bound = type === 'FS' || type === 'SS' ? bounds.start : bounds.finish
    if (!lag) later(anchors, source * BLOCK, bound, to)
    else laterBy(lag, planStart, anchors, dates, source, tasks[source]!, own.lagClock, bound, to)
  }
}

/** Raises the bounds to the anchors moved by a lag of the successor's working time, of the wall, or per cent. */
function laterBy(
  lag: Lag,
  planStart: number,
  anchors: Float64Array,
  dates: BlockDates,
  source: number,
  predecessor: RemainingTask,
  ownClock: Clock,
  bound: Float64Array,
  to: number,
): void {
  const clock = lag.isElapsed ? wallClock : ownClock
  for (let run = 0; run < BLOCK; run++) {
    const tenths = lagInRun(lag, dates, source, predecessor, run)
    const moved = pushedBy(clock, anchors[source * BLOCK + run]!, tenths, planStart)
    if (moved > bound[to + run]!) bound[to + run] = moved
  }
}

function later(from: Float64Array, fromAt: number, into: Float64Array, intoAt: number): void {
  for (let run = 0; run < BLOCK; run++) {
    const moment = from[fromAt + run]!
    if (moment > into[intoAt + run]!) into[intoAt + run] = moment
  }
}

function earlier(from: Float64Array, fromAt: number, into: Float64Array, intoAt: number): void {
  for (let run = 0; run < BLOCK; run++) {
    const moment = from[fromAt + run]!
    if (moment < into[intoAt + run]!) into[intoAt + run] = moment
  }
}
