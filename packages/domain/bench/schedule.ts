/**
 * How fast the scheduler is: `npm run bench -w packages/domain`. Per size, of the same generated plan:
 * compile     dates parsed, calendars laid out, tasks put in order (once per plan)
 * full pass   earliest, latest dates, total and free float of every task, from the compiled plan, as numbers
 * as text     the same from the plan, compiled and with every date as text: all that `schedulePlan` does
 * edit        one task's duration changed in an open schedule, by a day up or down, median and 95th percentile
 * link        a link taken away and put back, median of the two
 * floor       one topological pass over typed arrays that adds durations and knows no calendar
 */
import { performance } from 'node:perf_hooks'
import { compilePlan, type CompiledPlan } from '../src/schedule/compile-plan'
import { freeFloatOf, startedSummaries, totalFloatOf } from '../src/schedule/float'
import { openSchedule } from '../src/schedule/open-schedule'
import type { Plan } from '../src/schedule/plan'
import { passesOf, schedulePlan } from '../src/schedule/schedule-plan'
import { generatedNetwork, mulberry32 } from './generated-network'

type Row = {
  tasks: number
  links: number
  compile: number
  full: number
  text: number
  edit: number
  edit95: number
  link: number
  floor: number
}

const SERIES = 3
const sizes = [100, 1_000, 10_000, 100_000]
const rows = sizes.map(measure)

console.log(`Milliseconds, medians; of the full pass, the edit and the floor the best of ${SERIES}.\n`)
const head = [
  'tasks',
  'links',
  'compile',
  'full pass',
  'as text',
  'edit',
  'edit p95',
  'link',
  'floor',
  'full/floor',
  'growth',
]
const body = rows.map((row, at) => [
  row.tasks.toLocaleString('en'),
  row.links.toLocaleString('en'),
  ...[row.compile, row.full, row.text, row.edit, row.edit95, row.link, row.floor].map((ms) => ms.toFixed(3)),
  (row.full / row.floor).toFixed(1),
  at === 0 ? '' : `× ${(row.full / rows[at - 1]!.full).toFixed(1)}`,
])
const widths = head.map((title, at) => Math.max(title.length, ...body.map((cells) => cells[at]!.length)))
for (const cells of [head, ...body])
  console.log(cells.map((cell, at) => cell.padStart(widths[at]!)).join('  '))

const tenThousand = rows.find(({ tasks }) => tasks === 10_000)!
const missed = [
  tenThousand.full > 10 && `the full pass of 10,000 tasks took ${tenThousand.full.toFixed(1)} ms, wanted 10`,
  tenThousand.edit > 1 && `an edit at 10,000 tasks took ${tenThousand.edit.toFixed(2)} ms, wanted 1`,
].filter((sentence) => sentence !== false)
for (const sentence of missed) console.error(sentence)
if (missed.length > 0) process.exitCode = 1

function measure(tasks: number): Row {
  const plan = generatedNetwork(tasks, 42)
  const rounds = Math.max(7, Math.min(60, Math.floor(400_000 / tasks)))
  const { compiled } = compiledOrThrow(plan)
  return {
    tasks,
    links: plan.links.length,
    compile: median(times(rounds, () => compiledOrThrow(plan))),
    full: bestMedian(() => times(rounds, () => fullPass(compiled))),
    text: median(times(Math.min(rounds, 12), () => schedulePlan(plan))),
    floor: bestMedian(() => times(rounds, floorOf(compiled))),
    ...edits(plan, Math.max(60, Math.min(600, Math.floor(6_000_000 / tasks)))),
  }
}

function compiledOrThrow(plan: Plan) {
  const compiled = compilePlan(plan)
  if (!compiled.ok) throw new Error(compiled.why)
  return compiled
}

function fullPass(compiled: CompiledPlan): number {
  const dated = passesOf(compiled)
  if (!dated.ok) throw new Error(dated.why)
  const { early, late, scheduled } = dated.passes
  const hasStarted = startedSummaries(compiled)
  let sum = 0
  for (let task = 0; task < compiled.count; task++) {
    const total = totalFloatOf(compiled, task, early, late, hasStarted)
    sum += total + freeFloatOf(compiled, task, scheduled, total)
  }
  return sum
}

/** Durations added along the links, nothing else: what no scheduler can be faster than. */
function floorOf({ network, runs, count }: CompiledPlan): () => number {
  const { order, entering, from, hasChildren } = network
  const finish = new Float64Array(count)
  const duration = Float64Array.from(runs, ({ span }) => span)
  return () => {
    let last = 0
    for (let at = 0; at < order.length; at++) {
      const node = order[at]!
      if (node >= count || hasChildren[node]) continue
      let start = 0
      for (let link = entering.first[node]!; link < entering.first[node + 1]!; link++)
        start = Math.max(start, finish[from[entering.list[link]!]!]!)
      finish[node] = start + duration[node]!
      last = Math.max(last, finish[node]!)
    }
    return last
  }
}

function edits(plan: Plan, rounds: number): Pick<Row, 'edit' | 'edit95' | 'link'> {
  const open = openSchedule(plan)
  if (!open.ok) throw new Error(open.why)
  const { schedule } = open
  const random = mulberry32(7)
  const leaves = plan.tasks.filter(({ isSummary }) => !isSummary)
  const anyOf = <T>(list: T[]) => list[Math.floor(random() * list.length)]!
  const tasks = () =>
    times(rounds, () => {
      const { uid, durationMinutes } = anyOf(leaves)
      const change = { durationMinutes: Math.max(60, durationMinutes + (random() < 0.5 ? -480 : 480)) }
      const answer = schedule.apply({ kind: 'change-task', uid, change })
      if (!answer.ok) throw new Error(answer.why)
    })
  const task = Array.from({ length: SERIES }, tasks).toSorted((a, b) => median(a) - median(b))[0]!
  const link = times(Math.min(rounds, 60), () => {
    const removed = anyOf(schedule.plan.links)
    schedule.apply({ kind: 'remove-link', fromUid: removed.fromUid, toUid: removed.toUid })
    const answer = schedule.apply({ kind: 'add-link', link: removed })
    if (!answer.ok) throw new Error(answer.why)
  })
  return { edit: median(task), edit95: quantile(task, 0.95), link: median(link) / 2 }
}

/** Each round's milliseconds, after as many to warm up as are needed for the machine to settle. */
function times(rounds: number, work: () => unknown): number[] {
  for (let round = 0; round < Math.max(20, rounds / 2); round++) work()
  return Array.from({ length: rounds }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
}

/** The lowest of several medians, so that a busy neighbour does not decide. */
function bestMedian(series: () => number[]): number {
  return Math.min(...Array.from({ length: SERIES }, () => median(series())))
}

function median(values: number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
