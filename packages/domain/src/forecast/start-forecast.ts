import type { Plan } from '../schedule/plan'
import { compilePlan, type CompiledPlan } from '../schedule/compile-plan'
import type { ScheduleRefusal } from '../schedule/refusal'
import { passesOf } from '../schedule/schedule-plan'
import { whyNotEstimate, type Estimate } from './estimate'
import type { Forecast } from './forecast'
import { runningForecast, type RunningForecast } from './running-forecast'

/** Everything a forecast needs, as plain JSON: it can be posted to a worker. */
export type ForecastInput = {
  plan: Plan
  /** Tasks without one take what is planned. Summaries, and what is done, are not read. */
  estimates: readonly { taskUid: number; estimate: Estimate }[]
  /** Tasks that are late together; `correlation` 0 to less than 1 holds between any two of them. */
  packages: readonly { taskUids: readonly number[]; correlation: number }[]
  /** Whose dates to report beside the project's finish. */
  milestoneUids: readonly number[]
  iterations: number
  /** A whole number; the same one gives the same forecast, to the bit. */
  seed: number
}

export type ForecastRefusal =
  | ScheduleRefusal
  | { ok: false; why: 'nothing-to-forecast'; names: string[] }
  | { ok: false; why: 'bad-estimate'; names: string[] }
  | { ok: false; why: 'bad-correlation'; names: string[] }
  | { ok: false; why: 'bad-iterations'; names: string[] }
  | { ok: false; why: 'unknown-task'; names: string[] }

export const MAX_ITERATIONS = 1_000_000

/**
 * A Monte Carlo forecast of what remains of a plan, ready to be stepped through: it computes nothing until `step` is
 * called, and stops when nobody calls it any more.
 *
 * Refuses what the scheduler refuses, and 'bad-estimate' by its task, 'bad-correlation' by the first task of its
 * package, 'bad-iterations', 'unknown-task' by its number, 'nothing-to-forecast' for a plan without active tasks.
 */
export function startForecast(
  input: ForecastInput,
): { ok: true; running: RunningForecast } | ForecastRefusal {
  const compilation = compilePlan(input.plan)
  if (!compilation.ok) return compilation
  const { compiled } = compilation
  const refused = whyNot(input, compiled)
  if (refused) return refused
  const scheduled = passesOf(compiled)
  if (!scheduled.ok) return scheduled
  const { planStart, planFinish } = scheduled.passes
  return { ok: true, running: runningForecast(input, compiled, planStart, planFinish) }
}

/** A whole forecast at once: for a server, a command, a test. Throws nothing; refuses as `startForecast` does. */
export function forecastOf(input: ForecastInput): { ok: true; forecast: Forecast } | ForecastRefusal {
  const started = startForecast(input)
  if (!started.ok) return started
  while (started.running.step(input.iterations));
  return started.running.result()
}

function whyNot(input: ForecastInput, { index, isActive, plan }: CompiledPlan): ForecastRefusal | null {
  const { estimates, packages, milestoneUids, iterations } = input
  const nameOf = (uid: number) => plan.tasks[index.get(uid)!]!.name
  if (!isActive.some((active) => active === 1)) return { ok: false, why: 'nothing-to-forecast', names: [] }
  if (!Number.isInteger(iterations) || iterations < 1 || iterations > MAX_ITERATIONS)
    return { ok: false, why: 'bad-iterations', names: [] }
  const named = [
    ...estimates.map(({ taskUid }) => taskUid),
    ...packages.flatMap(({ taskUids }) => taskUids),
    ...milestoneUids,
  ]
  const unknown = named.find((uid) => !index.has(uid))
  if (unknown !== undefined) return { ok: false, why: 'unknown-task', names: [String(unknown)] }
  const bad = estimates.find(({ estimate }) => whyNotEstimate(estimate) !== null)
  if (bad) return { ok: false, why: 'bad-estimate', names: [nameOf(bad.taskUid)] }
  const wrong = packages.find(({ correlation }) => !(correlation >= 0 && correlation < 1))
  if (wrong) return { ok: false, why: 'bad-correlation', names: wrong.taskUids.slice(0, 1).map(nameOf) }
  return null
}
