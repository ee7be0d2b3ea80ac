import { ELAPSED, ELAPSED_PERCENT, PERCENT, SUMMARY, type CompiledPlan } from './compile-plan'
import type { WorkingTime } from './working-time'

/** Moments by task index, as successors and summaries see them. */
export type Dates = { start: Float64Array; finish: Float64Array }

/** How far a link pushes, in tenths: per cent are of the predecessor's duration. */
export function lagOf(compiled: CompiledPlan, link: number, dates: Dates): number {
  const lag = compiled.lag[link]!
  if (compiled.lagUnit[link]! < PERCENT) return lag
  const source = compiled.network.from[link]!
  const duration =
    compiled.mode[source] === SUMMARY
      ? compiled.calendarOf[source]!.between(dates.start[source]!, dates.finish[source]!)
      : compiled.runs[source]!.span
  return Math.round((duration * lag) / 100)
}

/** Elapsed lag runs through nights and weekends, all other on the successor's calendar. */
export function isOnTheWall(compiled: CompiledPlan, link: number): boolean {
  const unit = compiled.lagUnit[link]!
  return unit === ELAPSED || unit === ELAPSED_PERCENT
}

/** The moment a lag later: at the end of an interval after a lag, at a start of one after a lead. */
export function shifted(moment: number, lag: number, onTheWall: boolean, calendar: WorkingTime): number {
  if (lag === 0) return moment
  if (onTheWall) return moment + lag
  const work = calendar.workAt(moment) + lag
  return lag > 0 ? calendar.earliestAt(work) : calendar.latestAt(work)
}

/** The last moment from which the lag still arrives in time. */
export function shiftedBack(moment: number, lag: number, onTheWall: boolean, calendar: WorkingTime): number {
  if (lag === 0) return moment
  if (onTheWall) return moment - lag
  return calendar.latestAt(calendar.workAt(moment) - lag)
}
