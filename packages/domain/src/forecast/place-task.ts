import { BLOCK } from './block'
import type { BlockDates, Bounds } from './block-dates'
import type { Clock } from './clock'
import { placeSpans } from './clock-table'
import type { Levelling, Part, RemainingTask } from './remaining-network'

/** Where a task's links and floors put it in each run of a block; `from` is its first place in the dates. */
export function placeTask(task: RemainingTask, from: number, bounds: Bounds, dates: BlockDates): void {
  if (task.kind === 'running') {
    if (task.parts) placeParts(task.parts, task.planned, null, from, bounds, dates)
    else goOn(task.workClock, from, bounds, dates)
  } else if (task.kind === 'open') {
    if (task.levelling) level(task, task.levelling, from, bounds, dates)
    if (task.parts) placeParts(task.parts, task.planned, dates.start, from, bounds, dates)
    else {
      const { start, finish, duration } = dates
      const { start: mustStart, finish: mustFinish } = bounds
      const { workClock, beside } = task
      placeSpans(workClock, {
        from,
        to: from + BLOCK,
        mustStart,
        mustFinish,
        duration,
        beside,
        start,
        finish,
      })
    }
  }
}

function goOn(clock: Clock, from: number, bounds: Bounds, { finish, duration }: BlockDates): void {
  for (let at = from; at < from + BLOCK; at++) {
    const resumes = bounds.start[at]!
    const rest = duration[at]!
    finish[at] = rest > 0 ? clock.earliestAt(clock.workAt(resumes) + rest) : resumes
  }
}

/**
 * Levelling counts time on the wall from where links put the start, or the start for the finish that they demand: from the
 * first working moment, a milestone's from where it is put.
 */
function level(
  { workClock: clock, beside }: RemainingTask & { kind: 'open' },
  { delay, notBefore }: Levelling,
  from: number,
  { start, finish }: Bounds,
  { duration }: BlockDates,
): void {
  for (let at = from; at < from + BLOCK; at++) {
    const span = duration[at]! + beside
    let begins = span > 0 ? clock.latestAt(clock.workAt(start[at]!)) : start[at]!
    if (finish[at]! > -Infinity) {
      const demanded = span > 0 ? clock.latestAt(clock.workAt(finish[at]!) - span) : finish[at]!
      begins = Math.max(begins, demanded)
    }
    start[at] = Math.max(begins + delay, notBefore)
  }
}

/** Every part in proportion to what was drawn; the task ends with the last of them. Started work keeps its start. */
function placeParts(
  parts: readonly Part[],
  planned: number,
  start: Float64Array | null,
  from: number,
  bounds: Bounds,
  { finish, duration }: BlockDates,
): void {
  for (let at = from; at < from + BLOCK; at++) {
    const ratio = planned > 0 ? duration[at]! / planned : 1
    const mustFinish = bounds.finish[at]!
    let begins = start ? firstWork(parts, bounds.start[at]!) : bounds.start[at]!
    if (mustFinish > -Infinity) begins = Math.max(begins, startFor(parts, ratio, mustFinish))
    let last = Math.max(begins, mustFinish)
    for (const { clock, delay, span } of parts) {
      const work = Math.round(span * ratio)
      const starts = delay > 0 ? clock.latestAt(clock.workAt(begins) + delay) : begins
      if (work > 0) last = Math.max(last, clock.earliestAt(clock.workAt(starts) + work))
    }
    if (start) start[at] = begins
    finish[at] = last
  }
}

function firstWork(parts: readonly Part[], moment: number): number {
  let first = Infinity
  for (const { clock } of parts) first = Math.min(first, clock.latestAt(clock.workAt(moment)))
  return first
}

/** The last moment from which every part is done by then. */
function startFor(parts: readonly Part[], ratio: number, finish: number): number {
  let first = Infinity
  for (const { clock, delay, span } of parts) {
    const starts = clock.latestAt(clock.workAt(finish) - Math.round(span * ratio))
    first = Math.min(first, delay > 0 ? clock.latestAt(clock.workAt(starts) - delay) : starts)
  }
  return first
}
