import { BLOCK } from './block'
import type { BlockDates, Bounds } from './block-dates'
import type { Clock } from './clock'
import { placeSpans } from './clock-table'
import type { Part, RemainingTask, Special } from './remaining-network'

/** Where a task's links and floors put it in each run of a block; `from` is its first place in the dates. */
export function placeTask(task: RemainingTask, from: number, bounds: Bounds, dates: BlockDates): void {
  if (task.kind === 'running') goOn(task, from, bounds, dates)
  else if (task.kind === 'open') {
    if (task.special) placeSpecial(task, task.special, from, bounds, dates)
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

/** What has begun keeps its start; what is left goes on, on the hours of everybody who still has work. */
function goOn(
  { workClock, planned, parts, finishFloor }: RemainingTask & { kind: 'running' },
  from: number,
  bounds: Bounds,
  { finish, duration }: BlockDates,
): void {
  for (let at = from; at < from + BLOCK; at++) {
    const run = runOf(parts, workClock, duration[at]!, planned, 0)
    finish[at] = Math.max(finishFrom(run, bounds.start[at]!), finishFloor)
  }
}

/** The scheduler's rules one after the other, for each run. */
function placeSpecial(
  { workClock, planned, parts, beside }: RemainingTask & { kind: 'open' },
  { levelling, startsOn, endsOn, notBefore }: Special,
  from: number,
  bounds: Bounds,
  { start, finish, duration }: BlockDates,
): void {
  for (let at = from; at < from + BLOCK; at++) {
    const run = runOf(parts, workClock, duration[at]!, planned, beside)
    const mustFinish = bounds.finish[at]!
    const onStart = startsOn > -Infinity ? startAt(run, startsOn) : -Infinity
    const ownDate = endsOn > -Infinity ? startFor(run, endsOn) : onStart
    let begins = bounds.start[at]! > -Infinity ? startAt(run, bounds.start[at]!) : ownDate
    if (mustFinish > -Infinity) begins = Math.max(begins, startFor(run, mustFinish))
    if (levelling > 0) begins = startAt(run, begins + levelling)
    begins = Math.max(begins, ownDate)
    if (notBefore > begins) begins = startAt(run, notBefore)
    start[at] = begins
    finish[at] = Math.max(finishFrom(run, begins), mustFinish)
  }
}

/** How a task runs in one run: one stretch, or parts in proportion to what was drawn. */
type DrawnRun = readonly Part[]

function runOf(
  parts: readonly Part[] | null,
  clock: Clock,
  drawn: number,
  planned: number,
  beside: number,
): DrawnRun {
  if (!parts) return drawn + beside > 0 ? [{ clock, delay: 0, span: drawn + beside }] : []
  const ratio = planned > 0 ? drawn / planned : 1
  return parts.flatMap((part) => {
    const span = Math.round(part.span * ratio)
    return span > 0 ? [{ ...part, span }] : []
  })
}

/** The moment of work at or after this one; what has no length stays where it is put. */
function startAt(run: DrawnRun, moment: number): number {
  let first = Infinity
  for (const { clock } of run) first = Math.min(first, clock.latestAt(clock.workAt(moment)))
  return run.length === 0 ? moment : first
}

function finishFrom(run: DrawnRun, start: number): number {
  let last = -Infinity
  for (const { clock, delay, span } of run) {
    const begins = delay > 0 ? clock.latestAt(clock.workAt(start) + delay) : start
    last = Math.max(last, clock.earliestAt(clock.workAt(begins) + span))
  }
  return run.length === 0 ? start : last
}

/** The last moment from which every part is done by then. */
function startFor(run: DrawnRun, finish: number): number {
  let first = Infinity
  for (const { clock, delay, span } of run) {
    const begins = clock.latestAt(clock.workAt(finish) - span)
    first = Math.min(first, delay > 0 ? clock.latestAt(clock.workAt(begins) - delay) : begins)
  }
  return run.length === 0 ? finish : first
}
