import { TENTHS_PER_MINUTE } from '../schedule/moment'
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

/** Per cent are of what the predecessor took in this run, in whole minutes as the scheduler counts them. */
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
  return Math.round((whole * lag.percentOfPredecessor) / 100 / TENTHS_PER_MINUTE) * TENTHS_PER_MINUTE
}
