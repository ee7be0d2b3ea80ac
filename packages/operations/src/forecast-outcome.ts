import { dayNumber, type LocalDate } from '@countersign/domain/calendar-day'
import type { Forecast } from '@countersign/domain/forecast/forecast'
import type { EstimateSources, ForecastQuestion } from './forecast-input'

/** A date that may come sooner or later, by the day. */
export type DateOutcome = { p10: LocalDate; p50: LocalDate; p80: LocalDate; p90: LocalDate }
export type Promised = { on: LocalDate; chance: number }

/** What a forecast came to, as the page shows it and as it is kept. */
export type ForecastOutcome = {
  asOf: LocalDate
  iterations: number
  seed: number
  finish: DateOutcome & { mean: LocalDate }
  bins: { fromOn: LocalDate; toOn: LocalDate; share: number; cumulative: number }[]
  planned: Promised
  committed: Promised | null
  milestones: ({ uid: number; name: string; plannedOn: LocalDate } & DateOutcome)[]
  /** The tasks that bring in the most risk, the strongest first. */
  drivers: { uid: number; name: string; criticality: number; sensitivity: number }[]
  sources: EstimateSources
}

const MOST_DRIVERS = 12
const MOST_MILESTONES = 60

/** Only what the page shows is kept: a plan of thousands of tasks would be kept as often as it is forecast. */
export function forecastOutcome(question: ForecastQuestion, forecast: Forecast): ForecastOutcome {
  const nameOf = new Map(question.input.plan.tasks.map(({ uid, name }) => [uid, name]))
  const plannedOf = new Map(question.plannedMilestones.map(({ uid, finish }) => [uid, finish]))
  const name = (uid: number) => nameOf.get(uid) ?? ''
  const promised = (at: string): Promised => ({ on: dayOf(at), chance: chanceBy(forecast.curve, dayOf(at)) })
  return {
    asOf: question.asOf,
    iterations: forecast.iterations,
    seed: forecast.seed,
    finish: { ...daysOf(forecast.finish), mean: dayOf(forecast.finish.mean) },
    bins: forecast.curve.map(({ fromOn, toOn, share, cumulative }) => ({ fromOn, toOn, share, cumulative })),
    planned: promised(question.plannedFinish),
    committed: question.committedFinish === null ? null : promised(question.committedFinish),
    milestones: forecast.milestones
      .map(({ uid, planned, ...dates }) => ({
        uid,
        name: name(uid),
        plannedOn: dayOf(plannedOf.get(uid) ?? planned),
        ...daysOf(dates),
      }))
      .sort((a, b) => (a.p50 < b.p50 ? -1 : a.p50 > b.p50 ? 1 : 0))
      .slice(0, MOST_MILESTONES),
    drivers: forecast.tasks
      .filter(({ sensitivity }) => sensitivity > 0)
      .slice(0, MOST_DRIVERS)
      .map(({ uid, criticality, sensitivity }) => ({ uid, name: name(uid), criticality, sensitivity })),
    sources: question.sources,
  }
}

function daysOf({ p10, p50, p80, p90 }: Record<keyof DateOutcome, string>): DateOutcome {
  return { p10: dayOf(p10), p50: dayOf(p50), p80: dayOf(p80), p90: dayOf(p90) }
}

function dayOf(at: string): LocalDate {
  return at.slice(0, 10)
}

/** The share of runs that had ended by a day: exact at the end of a bin, within one its days count alike. */
export function chanceBy(bins: ForecastOutcome['bins'], on: LocalDate): number {
  const bin = bins.findLast(({ fromOn }) => fromOn <= on)
  if (!bin) return 0
  if (on >= bin.toOn) return bin.cumulative
  const days = dayNumber(bin.toOn) - dayNumber(bin.fromOn) + 1
  const passed = dayNumber(on) - dayNumber(bin.fromOn) + 1
  return bin.cumulative - bin.share + (bin.share * passed) / days
}
