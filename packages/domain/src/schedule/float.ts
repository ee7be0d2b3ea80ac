import { ALAP, DONE, FF, FS, MANUAL, SF, STARTED, SUMMARY, type CompiledPlan } from './compile-plan'
import type { LateDates } from './backward-pass'
import type { EarlyDates } from './forward-pass'
import { isOnTheWall, lagOf, shiftedBack, type Dates } from './lag'
import { finishFrom } from './task-run'

/**
 * Working time of the task's own calendar that it can slip before the end of the plan moves: the smaller of what its
 * start and what its finish can. What has started, or was dated by a person, can only finish later. A summary's is that of the span it covers,
 * not its leaves' least.
 */
export function totalFloatOf(
  compiled: CompiledPlan,
  task: number,
  early: EarlyDates,
  late: LateDates,
  hasStarted: Uint8Array,
): number {
  const { mode, constraint, runs, planFinish } = compiled
  const calendar = compiled.calendarOf[task]!
  const stands = mode[task]!
  if (stands === DONE) return 0
  if (constraint[task] === ALAP && planFinish === null && stands !== SUMMARY) return 0
  let start = early.start[task]!
  let finish = early.finish[task]!
  if (stands !== SUMMARY && early.pushed[task]! > start) {
    start = early.pushed[task]!
    finish = finishFrom(runs[task]!, start)
  }
  const finishFloat = calendar.between(finish, late.finish[task]!)
  if (stands === STARTED || stands === MANUAL || hasStarted[task]) return finishFloat
  return Math.min(calendar.between(start, late.start[task]!), finishFloat)
}

/**
 * Working time that a task can slip before the first of its successors moves: nothing below zero, nothing above its
 * total float, all of that where none follows.
 */
export function freeFloatOf(compiled: CompiledPlan, task: number, seen: Dates, totalFloat: number): number {
  const { network, mode, isActive, linkType, isComplete, levellingDelay } = compiled
  const calendar = compiled.calendarOf[task]!
  if (mode[task] === DONE || totalFloat <= 0) return 0
  const start = seen.start[task]!
  const finish = seen.finish[task]!
  let least = Infinity
  for (let at = network.leaving.first[task]!; at < network.leaving.first[task + 1]!; at++) {
    const link = network.leaving.list[at]!
    const target = network.to[link]!
    if (!isActive[target] || !isActive[task] || isComplete[target]) continue
    const type = linkType[link]!
    // What levelling puts before a start is not the predecessor's.
    const toFinish = type === FF || type === SF
    const anchor = toFinish ? seen.finish[target]! : seen.start[target]! - levellingDelay[target]!
    const lag = compiled.lag[link] === 0 ? 0 : lagOf(compiled, link, seen)
    const bound =
      lag === 0 ? anchor : shiftedBack(anchor, lag, isOnTheWall(compiled, link), compiled.lagsOn[target]!)
    const fromFinish = type === FS || type === FF
    const free = calendar.between(fromFinish ? finish : start, bound)
    if (free < least) least = free
  }
  return Math.max(0, Math.min(least, totalFloat))
}

/** Which summaries have something below them that has started. */
export function startedSummaries({ network, mode, count }: CompiledPlan): Uint8Array {
  const hasStarted = new Uint8Array(count)
  for (let task = count - 1; task >= 0; task--) {
    const above = network.parent[task]!
    const started = mode[task] === STARTED || mode[task] === DONE || hasStarted[task] === 1
    if (started && above >= 0) hasStarted[above] = 1
  }
  return hasStarted
}
