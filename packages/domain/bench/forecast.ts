/**
 * How fast the forecast is: `npm run bench -w packages/domain`. 10,000 runs over 1,000 tasks of the scheduler's bench
 * (1.5 links a task, a fifth of them with lag, two calendars with holidays), everything included: compiling, drawing,
 * passes, criticality, sums, sorting. The floor in the same run: 10,000 topological passes of maximum and plus over
 * typed arrays, without calendars, lags or dice.
 */
import { performance } from 'node:perf_hooks'
import { packagesOf } from '../src/forecast/default-estimates'
import type { Estimate } from '../src/forecast/estimate'
import { forecastOf, type ForecastInput } from '../src/forecast/start-forecast'
import { compilePlan } from '../src/schedule/compile-plan'
import type { Plan, PlanTask } from '../src/schedule/plan'
import { generatedNetwork } from './generated-network'

const TASKS = 1_000
const ITERATIONS = 10_000
const ROUNDS = 7
const WANTED_MS = 1_000

const plan = generatedNetwork(TASKS, 42)
const open = plan.tasks.filter(({ isSummary }) => !isSummary)
const milestoneUids = [250, 500, 750, TASKS]
const floor = floorOf(plan)
const rows = [
  measure('triangular', 'triangular', 0),
  measure('triangular, correlated', 'triangular', 0.3),
  measure('beta-PERT', 'beta-pert', 0),
  measure('beta-PERT, correlated', 'beta-pert', 0.3),
]

console.log(
  `\n${ITERATIONS.toLocaleString('en')} runs over ${TASKS.toLocaleString('en')} tasks, milliseconds, the best of ${ROUNDS} rounds.\n`,
)
console.log('estimates'.padEnd(24), 'forecast'.padStart(9), 'floor'.padStart(7), 'ratio'.padStart(6))
for (const { name, ms, floorMs } of rows) {
  console.log(
    name.padEnd(24),
    ms.toFixed(0).padStart(9),
    floorMs.toFixed(0).padStart(7),
    (ms / floorMs).toFixed(1).padStart(6),
  )
}
const missed = rows.filter(({ ms }) => ms > WANTED_MS)
for (const { name, ms } of missed) console.error(`${name} took ${ms.toFixed(0)} ms, wanted ${WANTED_MS}`)
if (missed.length > 0) process.exitCode = 1

function measure(name: string, kind: 'triangular' | 'beta-pert', correlation: number) {
  const input: ForecastInput = {
    plan,
    estimates: open.map((task) => ({ taskUid: task.uid, estimate: estimateOf(kind, task) })),
    packages: packagesOf(plan, correlation),
    milestoneUids,
    iterations: ITERATIONS,
    seed: 42,
  }
  const [forecasts, floors]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    floors.push(millisecondsOf(floor))
    forecasts.push(
      millisecondsOf(() => {
        const made = forecastOf(input)
        if (!made.ok) throw new Error(made.why)
      }),
    )
  }
  return { name, ms: Math.min(...forecasts), floorMs: Math.min(...floors) }
}

/** No two tasks alike: 5 to 20 per cent shorter to 10 to 60 per cent longer. */
function estimateOf(kind: 'triangular' | 'beta-pert', { uid, durationMinutes }: PlanTask): Estimate {
  const low = 0.95 - (0.15 * ((uid * 7_919) % TASKS)) / TASKS
  const high = 1.1 + (0.5 * ((uid * 10_007) % TASKS)) / TASKS
  return { kind, low: durationMinutes * low, likely: durationMinutes, high: durationMinutes * high }
}

function floorOf(given: Plan): () => void {
  const compilation = compilePlan(given)
  if (!compilation.ok) throw new Error(compilation.why)
  const { network } = compilation.compiled
  const order = network.order.filter((node) => node < network.count)
  const { first, list } = network.entering
  const sources = list.map((link) => network.from[link]!)
  const duration = Float64Array.from(given.tasks, ({ durationMinutes }) => durationMinutes)
  const finish = new Float64Array(network.count)
  return () => {
    for (let pass = 0; pass < ITERATIONS; pass++) {
      for (const task of order) {
        let start = 0
        for (let at = first[task]!; at < first[task + 1]!; at++)
          start = Math.max(start, finish[sources[at]!]!)
        finish[task] = start + duration[task]!
      }
    }
  }
}

function millisecondsOf(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
