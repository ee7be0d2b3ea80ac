import { BLOCK } from './block'
import type { BlockDates } from './block-dates'
import type { Clock } from './clock'
import type { Lag, RemainingTask } from './remaining-network'

/** At the end of an interval after a lag, at a start for a lead. */
export function shifted(clock: Clock, moment: number, tenths: number): number {
  if (tenths === 0) return moment
  const work = clock.workAt(moment) + tenths
  return tenths > 0 ? clock.earliestAt(work) : clock.latestAt(work)
}

/** A lead does not reach back beyond the plan's start; what follows a task from before it may. */
export function pushedBy(clock: Clock, anchor: number, tenths: number, planStart: number): number {
  const bound = shifted(clock, anchor, tenths)
  return bound < planStart ? Math.max(bound, Math.min(anchor, planStart)) : bound
}

/** Per cent are of what the predecessor took in this run. */
export function lagInRun(
  lag: Lag,
  { start, finish, duration }: BlockDates,
  source: number,
  { kind, clock, beside }: RemainingTask,
  run: number,
): number {
  if (lag.percentOfPredecessor === 0) return lag.tenths
  const at = source * BLOCK + run
  const whole =
    kind === 'summary' ? clock.workAt(finish[at]!) - clock.workAt(start[at]!) : duration[at]! + beside
  return Math.round((whole * lag.percentOfPredecessor) / 100)
}
