import { momentOf, TENTHS_PER_DAY, TENTHS_PER_MINUTE } from '../schedule/moment'
import type { CompiledPlan } from '../schedule/compile-plan'
import { HORIZON_DAYS } from '../schedule/working-time'
import { BLOCK } from './block'
import { emptyDates } from './block-dates'
import { blockPassOf } from './block-pass'
import { criticalCounter } from './critical-path'
import { curveOfDates, forecastDate } from './distribution-of-dates'
import type { Forecast, TaskRisk } from './forecast'
import { projectDice } from './project-dice'
import { firstDayOf, remainingOf } from './remaining-of'
import { addBlock, emptyRiskSums, momentsOf } from './risk-sums'
import type { ForecastInput, ForecastRefusal } from './start-forecast'

/** A forecast under way. What it gives does not depend on how it is cut into steps. */
export type RunningForecast = {
  iterations: number
  done(): number
  /** Makes so many more runs, rounded up to whole blocks; false when all are made. */
  step(iterations: number): boolean
  /** Throws RangeError before all runs are made. Refuses 'too-far' when a run ends 200 years after the start. */
  result(): { ok: true; forecast: Forecast } | ForecastRefusal
}

/** Room in the calendars' tables beyond twice the plan's length; they are doubled when a run leaves them. */
const SPARE_DAYS = 500

/** Sets out from where the scheduler has the plan: `startsAt` and `finishesAt` are moments. */
export function runningForecast(
  input: ForecastInput,
  compiled: CompiledPlan,
  startsAt: number,
  finishesAt: number,
): RunningForecast {
  const { iterations } = input
  const status = input.plan.statusAt === null ? null : momentOf(input.plan.statusAt)
  const firstDay = firstDayOf(compiled, startsAt)
  let days =
    2 * Math.ceil(Math.max(finishesAt, status ?? finishesAt) / TENTHS_PER_DAY - firstDay) + SPARE_DAYS
  let remaining = remainingOf(compiled, startsAt, status, firstDay, days)
  const dates = emptyDates(remaining)
  const critical = new Float64Array(compiled.count)
  let pass = blockPassOf(remaining, dates)
  let countCritical = criticalCounter(remaining, dates, critical)

  let isTooFar = !passWithinTables()
  const milestones = input.milestoneUids.map((uid) => {
    const task = compiled.index.get(uid)!
    return { uid, task, planned: dates.finish[task * BLOCK]!, ends: new Float64Array(iterations) }
  })
  const plannedEnd = dates.end[0]!
  const planned = remaining.tasks.map((task) => ('planned' in task ? task.planned : 0))
  const ends = new Float64Array(iterations)
  const dice = projectDice(input, compiled, remaining, dates)
  const sums = emptyRiskSums(compiled.count)
  const workEnds = new Float64Array(BLOCK)
  let done = 0

  return { iterations, done: () => done, step, result }

  function step(more: number): boolean {
    const until = Math.min(iterations, done + Math.max(1, more))
    while (done < until && !isTooFar) runBlock(Math.min(BLOCK, iterations - done))
    return done < iterations && !isTooFar
  }

  function runBlock(runs: number): void {
    dice.roll()
    isTooFar = !passWithinTables()
    if (isTooFar) return
    countCritical(runs)
    const clock = compiled.calendars.ofTask(null)
    const plannedWork = clock.workAt(plannedEnd)
    for (let run = 0; run < runs; run++) {
      ends[done + run] = dates.end[run]!
      workEnds[run] = clock.workAt(dates.end[run]!) - plannedWork
      for (const { task, ends } of milestones) ends[done + run] = dates.finish[task * BLOCK + run]!
    }
    addBlock(sums, dice.tasks, planned, dates.duration, workEnds, runs)
    done += runs
  }

  /** False where even tables as long as a plan may be are too short. */
  function passWithinTables(): boolean {
    pass()
    while (!dates.end.every(Number.isFinite)) {
      if (days >= HORIZON_DAYS) return false
      days = Math.min(HORIZON_DAYS, 2 * days)
      remaining = remainingOf(compiled, startsAt, status, firstDay, days)
      pass = blockPassOf(remaining, dates)
      countCritical = criticalCounter(remaining, dates, critical)
      pass()
    }
    return true
  }

  function result(): { ok: true; forecast: Forecast } | ForecastRefusal {
    if (isTooFar) return { ok: false, why: 'too-far', names: [] }
    if (done < iterations) throw new RangeError(`the forecast has made ${done} of ${iterations} runs`)
    const sorted = ends.slice().sort()
    return {
      ok: true,
      forecast: {
        iterations,
        seed: input.seed,
        finish: forecastDate(sorted, plannedEnd),
        curve: curveOfDates(sorted),
        milestones: milestones.map(({ uid, planned, ends }) => ({
          uid,
          ...forecastDate(ends.slice().sort(), planned),
        })),
        tasks: remaining.tasks.flatMap((task, at) => ('planned' in task ? [riskOf(at)] : [])).sort(byDrive),
      },
    }
  }

  function riskOf(task: number): TaskRisk {
    const { mean, sd, endSd, correlation } = momentsOf(sums, task)
    const criticality = critical[task]! / iterations
    return {
      uid: input.plan.tasks[task]!.uid,
      criticality,
      meanMinutes: (planned[task]! + mean) / TENTHS_PER_MINUTE,
      sdMinutes: sd / TENTHS_PER_MINUTE,
      sensitivity: endSd > 0 ? (criticality * sd) / endSd : 0,
      cruciality: correlation,
    }
  }
}

function byDrive(a: TaskRisk, b: TaskRisk): number {
  return b.sensitivity - a.sensitivity || b.criticality - a.criticality || a.uid - b.uid
}
