import { lagOf, shifted } from './lag'
import type { Network } from './network'
import { momentOf, TENTHS_PER_DAY, TENTHS_PER_MINUTE } from './moment'
import type { Plan } from './plan'
import { HORIZON_DAYS, type WorkingTime } from './working-time'

/** Moments by task index; a summary's are those of what hangs below it. */
export type EarlyDates = { start: Float64Array; finish: Float64Array }

/** Each task as early as its calendar, its predecessors and its start-no-earlier-than let it be. */
export function forwardPass(
  plan: Plan,
  network: Network,
  calendarOf: readonly WorkingTime[],
): { ok: true; early: EarlyDates } | { ok: false; stuck: number } {
  const { count, parent, hasChildren, entering } = network
  const planStart = momentOf(plan.startsAt)
  const planEnd = Math.min(planStart + HORIZON_DAYS * TENTHS_PER_DAY, momentOf('9999-12-31T23:59'))
  const start = new Float64Array(count).fill(Infinity)
  const finish = new Float64Array(count).fill(-Infinity)
  const startBound = new Float64Array(count)
  const finishBound = new Float64Array(count)

  for (const node of network.order) {
    const task = node % count
    if (node < count) {
      bind(task)
      if (!hasChildren[task] && !place(task)) return { ok: false, stuck: task }
      if (hasChildren[task]) continue
    }
    const above = parent[task]!
    if (above < 0) continue
    start[above] = Math.min(start[above]!, start[task]!)
    finish[above] = Math.max(finish[above]!, finish[task]!)
  }
  return { ok: true, early: { start, finish } }

  /** What the task, or all that hangs below it, has to wait for. */
  function bind(task: number): void {
    const above = parent[task]!
    const { notBefore } = plan.tasks[task]!
    let earliestStart = above < 0 ? planStart : startBound[above]!
    let earliestFinish = above < 0 ? -Infinity : finishBound[above]!
    if (notBefore !== null) earliestStart = Math.max(earliestStart, momentOf(notBefore))
    for (let at = entering.first[task]!; at < entering.first[task + 1]!; at++) {
      const link = entering.list[at]!
      const { type } = plan.links[link]!
      const source = network.from[link]!
      const anchor = type === 'FS' || type === 'FF' ? finish[source]! : start[source]!
      const lag = lagOf(plan, link, source, { start, finish }, hasChildren, calendarOf)
      const bound = shifted(anchor, lag, calendarOf[task]!)
      if (type === 'FS' || type === 'SS') earliestStart = Math.max(earliestStart, bound)
      else earliestFinish = Math.max(earliestFinish, bound)
    }
    startBound[task] = earliestStart
    finishBound[task] = earliestFinish
  }

  /** A milestone stays where its predecessor left off, even outside working time; work starts when work is done. */
  function place(task: number): boolean {
    const calendar = calendarOf[task]!
    const duration = durationOf(plan, task)
    const mustFinish = finishBound[task]!
    let begins = startBound[task]!
    let ends = Math.max(begins, mustFinish)
    if (duration > 0) {
      begins = calendar.latestAt(calendar.workAt(begins))
      if (mustFinish > -Infinity) {
        begins = Math.max(begins, calendar.latestAt(calendar.workAt(mustFinish) - duration))
      }
      // A finish that a link demands lies where the link says, be it the morning after the last working minute.
      ends = Math.max(calendar.earliestAt(calendar.workAt(begins) + duration), mustFinish)
    } else {
      begins = ends
    }
    start[task] = begins
    finish[task] = ends
    return ends <= planEnd
  }
}

/** Duration of a leaf in tenths of a minute. */
export function durationOf(plan: Plan, task: number): number {
  return Math.max(0, Math.round(plan.tasks[task]!.durationMinutes * TENTHS_PER_MINUTE))
}
