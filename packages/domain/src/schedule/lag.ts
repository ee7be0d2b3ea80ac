import { TENTHS_PER_MINUTE } from './moment'
import type { Plan } from './plan'
import type { WorkingTime } from './working-time'

/** Tenths of a minute; negative is a lead. */
type Lag = { tenths: number; isElapsed: boolean }

/** How far a link pushes, per cent taken of the predecessor's working duration, in whole minutes. */
export function lagOf(
  plan: Plan,
  link: number,
  source: number,
  early: { start: Float64Array; finish: Float64Array },
  hasChildren: Uint8Array,
  calendarOf: readonly WorkingTime[],
): Lag {
  const { lag, lagUnit } = plan.links[link]!
  if (lagUnit !== 'percent')
    return { tenths: Math.round(lag * TENTHS_PER_MINUTE), isElapsed: lagUnit === 'elapsed' }
  const calendar = calendarOf[source]!
  const duration = hasChildren[source]
    ? calendar.workAt(early.finish[source]!) - calendar.workAt(early.start[source]!)
    : plan.tasks[source]!.durationMinutes * TENTHS_PER_MINUTE
  const minutes = Math.round((duration * lag) / 100 / TENTHS_PER_MINUTE)
  return { tenths: minutes * TENTHS_PER_MINUTE, isElapsed: false }
}

/** The moment a lag later on the successor's calendar: at the end of an interval after a lag, at a start for a lead. */
export function shifted(moment: number, lag: Lag, calendar: WorkingTime): number {
  if (lag.tenths === 0) return moment
  if (lag.isElapsed) return moment + lag.tenths
  const work = calendar.workAt(moment) + lag.tenths
  return lag.tenths > 0 ? calendar.earliestAt(work) : calendar.latestAt(work)
}

/** The last moment from which the lag still arrives in time. */
export function shiftedBack(moment: number, lag: Lag, calendar: WorkingTime): number {
  if (lag.tenths === 0) return moment
  if (lag.isElapsed) return moment - lag.tenths
  return calendar.latestAt(calendar.workAt(moment) - lag.tenths)
}
