import type { LocalDateTime } from '../calendar-day'
import type { Estimate } from '../forecast/estimate'

/** A finished task: what was promised (a baseline or a published plan) and what became of it. */
export type FinishedTask = {
  plannedStart: LocalDateTime
  plannedFinish: LocalDateTime
  /** `null` where nobody recorded it: then it counts from the planned start, delays before the work included. */
  actualStart: LocalDateTime | null
  actualFinish: LocalDateTime
}

/** As many finished tasks make a history; fewer say more about those tasks than about the organisation. */
export const ENOUGH_FINISHED_TASKS = 20

/** One chance in twenty to be shorter than the low end, one in twenty to be longer than the high end. */
export const SLIP_QUANTILES = { low: 0.05, likely: 0.5, high: 0.95 }

/** Where there is no history: 10 per cent shorter to 30 per cent longer. An assumption, and shown as one. */
export const ASSUMED_RANGE = { low: 0.9, likely: 1, high: 1.3 }

/** Where a default estimate comes from, to be shown with it. */
export type EstimateSource = { kind: 'history'; finishedTasks: number } | { kind: 'assumption' }

/**
 * Actual duration over planned duration in working time: 1.2 took a fifth longer. `null` for a milestone and for a
 * task without a minute worked, which say nothing about durations.
 */
export function slipOf(
  task: FinishedTask,
  workBetween: (from: LocalDateTime, to: LocalDateTime) => number,
): number | null {
  const planned =
    task.plannedFinish > task.plannedStart ? workBetween(task.plannedStart, task.plannedFinish) : 0
  const began = task.actualStart ?? task.plannedStart
  const actual = task.actualFinish > began ? workBetween(began, task.actualFinish) : 0
  return planned > 0 && actual > 0 ? actual / planned : null
}

/**
 * The three-point estimate (beta-PERT) of a task that nobody estimated: its duration times the organisation's slips
 * at the quantiles above once enough tasks have finished, else times the assumed range. The bounds are quantiles and
 * not the worst that ever happened, so the tails are cut: one odd task does not frighten every plan.
 */
export function estimateFromSlips(
  slips: readonly number[],
  durationMinutes: number,
): { estimate: Extract<Estimate, { kind: 'beta-pert' }>; source: EstimateSource } {
  const isEnough = slips.length >= ENOUGH_FINISHED_TASKS
  const range = isEnough ? rangeOf(slips) : ASSUMED_RANGE
  return {
    estimate: {
      kind: 'beta-pert',
      low: durationMinutes * range.low,
      likely: durationMinutes * range.likely,
      high: durationMinutes * range.high,
    },
    source: isEnough ? { kind: 'history', finishedTasks: slips.length } : { kind: 'assumption' },
  }
}

function rangeOf(slips: readonly number[]): { low: number; likely: number; high: number } {
  const sorted = [...slips].sort((a, b) => a - b)
  return {
    low: interpolated(sorted, SLIP_QUANTILES.low),
    likely: interpolated(sorted, SLIP_QUANTILES.likely),
    high: interpolated(sorted, SLIP_QUANTILES.high),
  }
}

/** Between the two nearest observations (Hyndman and Fan, type 7). */
function interpolated(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const lower = sorted[below]!
  return lower + (place - below) * ((sorted[below + 1] ?? lower) - lower)
}
