import type { LocalDate, LocalDateTime } from '../calendar-day'
import { dateOfDayNumber } from '../calendar-day'
import { localDateTimeOf, TENTHS_PER_DAY } from '../schedule/moment'

/** When something ends, over all runs. `p80` is the moment by which it has ended in 80 per cent of the runs. */
export type ForecastDate = {
  /** The same network without any spread. */
  planned: LocalDateTime
  p10: LocalDateTime
  p50: LocalDateTime
  p80: LocalDateTime
  p90: LocalDateTime
  mean: LocalDateTime
  earliest: LocalDateTime
  latest: LocalDateTime
  /** Standard deviation in days of the calendar. */
  sdDays: number
  /** The share of runs that end no later than planned, 0 to 1. */
  chanceOfPlanned: number
}

/** The runs that end on these days, both included, as a share of all; and all that ended by then. */
export type CurveBin = { fromOn: LocalDate; toOn: LocalDate; share: number; cumulative: number }

/** As many columns as a picture can show. */
const MAX_BINS = 40

/** `sorted` are moments, earliest first. */
export function forecastDate(sorted: Float64Array, planned: number): ForecastDate {
  const { mean, sd } = meanAndSd(sorted)
  return {
    planned: localDateTimeOf(planned),
    p10: localDateTimeOf(quantile(sorted, 0.1)),
    p50: localDateTimeOf(quantile(sorted, 0.5)),
    p80: localDateTimeOf(quantile(sorted, 0.8)),
    p90: localDateTimeOf(quantile(sorted, 0.9)),
    mean: localDateTimeOf(mean),
    earliest: localDateTimeOf(sorted[0]!),
    latest: localDateTimeOf(sorted[sorted.length - 1]!),
    sdDays: sd / TENTHS_PER_DAY,
    chanceOfPlanned: chanceBy(sorted, planned),
  }
}

/** The least value that this share of all does not exceed: always one that happened (Hyndman and Fan, type 1). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)]!
}

/** The share of values no greater than the limit. */
export function chanceBy(sorted: ArrayLike<number>, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low / sorted.length
}

/** Over all runs, taken from the first so that large moments lose no digits. */
export function meanAndSd(values: Float64Array): { mean: number; sd: number } {
  const first = values[0]!
  let sum = 0
  for (const value of values) sum += value - first
  const off = sum / values.length
  let squares = 0
  for (const value of values) squares += (value - first - off) ** 2
  return { mean: first + off, sd: Math.sqrt(squares / values.length) }
}

/** The picture's columns: equal spans of whole days from the earliest to the latest end. */
export function curveOfDates(sorted: Float64Array): CurveBin[] {
  const first = Math.floor(sorted[0]! / TENTHS_PER_DAY)
  const last = Math.floor(sorted[sorted.length - 1]! / TENTHS_PER_DAY)
  const days = Math.ceil((last - first + 1) / MAX_BINS)
  const bins: CurveBin[] = []
  let before = 0
  for (let day = first; day <= last; day += days) {
    const cumulative = chanceBy(sorted, (day + days) * TENTHS_PER_DAY - 1)
    bins.push({
      fromOn: dateOfDayNumber(day),
      toOn: dateOfDayNumber(day + days - 1),
      share: cumulative - before,
      cumulative,
    })
    before = cumulative
  }
  return bins
}
