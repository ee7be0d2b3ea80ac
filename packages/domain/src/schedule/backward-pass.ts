import { durationOf, type EarlyDates } from './forward-pass'
import { lagOf, shiftedBack } from './lag'
import type { Network } from './network'
import type { Plan } from './plan'
import type { WorkingTime } from './working-time'

/** Total float in tenths of a minute by task index: how far each can slip before the end of the plan moves. */
export function backwardPass(
  plan: Plan,
  network: Network,
  calendarOf: readonly WorkingTime[],
  early: EarlyDates,
): Float64Array {
  const { count, parent, hasChildren, leaving } = network
  const planFinish = early.finish.reduce((latest, finish) => Math.max(latest, finish), -Infinity)
  const lateStart = new Float64Array(count).fill(Infinity)
  /** The last moment that a link may demand as a finish: up to the next working moment after a late finish. */
  const lateTied = new Float64Array(count).fill(Infinity)
  const finishCap = new Float64Array(count)
  const startCap = new Float64Array(count)
  const lastFinish = new Float64Array(count).fill(-Infinity)
  const float = new Float64Array(count)

  for (let at = network.order.length - 1; at >= 0; at--) {
    const node = network.order[at]!
    const task = node % count
    const gathers = node >= count
    if (gathers || !hasChildren[task]) cap(task)
    if (gathers) continue
    if (!hasChildren[task]) place(task)
    float[task] = floatOf(task)
    const above = parent[task]!
    if (above < 0) continue
    lateStart[above] = Math.min(lateStart[above]!, lateStart[task]!)
    lateTied[above] = Math.min(lateTied[above]!, lateTied[task]!)
    lastFinish[above] = Math.max(lastFinish[above]!, lastFinish[task]!)
  }
  return float

  /** What those after the task, or after a summary above it, leave it. Only the first to start sets a summary's start. */
  function cap(task: number): void {
    const above = parent[task]!
    let latestFinish = above < 0 ? planFinish : finishCap[above]!
    let latestStart = above >= 0 && early.start[task] === early.start[above] ? startCap[above]! : Infinity
    for (let at = leaving.first[task]!; at < leaving.first[task + 1]!; at++) {
      const link = leaving.list[at]!
      const { type } = plan.links[link]!
      const target = network.to[link]!
      const anchor = type === 'FS' || type === 'SS' ? lateStart[target]! : lateTied[target]!
      const lag = lagOf(plan, link, task, early, hasChildren, calendarOf)
      const bound = shiftedBack(anchor, lag, calendarOf[target]!)
      if (type === 'FS' || type === 'FF') latestFinish = Math.min(latestFinish, bound)
      else latestStart = Math.min(latestStart, bound)
    }
    finishCap[task] = latestFinish
    startCap[task] = latestStart
  }

  function place(task: number): void {
    const calendar = calendarOf[task]!
    const duration = durationOf(plan, task)
    let ends = finishCap[task]!
    let tied = ends
    let begins = Math.min(ends, startCap[task]!)
    if (duration > 0) {
      ends = calendar.earliestAt(calendar.workAt(ends))
      if (startCap[task]! < Infinity) {
        const work = calendar.workAt(startCap[task]!) + duration
        ends = Math.min(ends, calendar.earliestAt(work))
        tied = Math.min(tied, calendar.latestAt(work))
      }
      begins = calendar.latestAt(calendar.workAt(ends) - duration)
    } else {
      ends = tied = begins
    }
    lateStart[task] = begins
    lateTied[task] = tied
    lastFinish[task] = ends
  }

  /** A summary's is that of the span it covers, not its leaves' least: as Project shows it. */
  function floatOf(task: number): number {
    const calendar = calendarOf[task]!
    return Math.min(
      calendar.workAt(lateStart[task]!) - calendar.workAt(early.start[task]!),
      calendar.workAt(lastFinish[task]!) - calendar.workAt(early.finish[task]!),
    )
  }
}
