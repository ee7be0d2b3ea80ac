import type { LocalDateTime } from '../calendar-day'
import { compilePlan, type CompiledPlan } from '../schedule/compile-plan'
import { localDateTimeOf, TENTHS_PER_MINUTE } from '../schedule/moment'
import type { Plan } from '../schedule/plan'
import type { ScheduleRefusal } from '../schedule/refusal'
import { passesOf, type Passes } from '../schedule/schedule-plan'
import { bookingsOf, isMovable, isStanding, needsOf, type Booking } from './demand'
import { justifiedStarts } from './justify'
import { overAllocations, type OverAllocation } from './over-allocation'
import type { Bench, Placement, Rank } from './placement'
import { inParallel, serially } from './schemes'

export type LevellingScheme = 'serial' | 'parallel'

export type Delay = {
  uid: number
  /** What the task's `levellingDelayMinutes` becomes: time on the wall. */
  levellingDelayMinutes: number
}

/** What levelling would do: shown, and taken or left. */
export type LevellingProposal = {
  finishBefore: LocalDateTime
  finishAfter: LocalDateTime
  /** Every task that levelling may move, also those whose delay stays or becomes 0. */
  delays: Delay[]
  moved: { uid: number; start: [LocalDateTime, LocalDateTime]; finish: [LocalDateTime, LocalDateTime] }[]
  /** What no delay can cure: a task that asks for more than there is, or tasks that may not be moved. */
  remaining: OverAllocation[]
  /** Which scheme gave it, and how many rounds of improvement shortened it. */
  scheme: LevellingScheme
  improvements: number
}

type LevellingWish = {
  booked?: readonly Booking[]
  schemes?: readonly LevellingScheme[]
  /** At most so many rounds of forward-backward improvement a scheme. */
  rounds?: number
}

export type LevellingAnswer =
  | { ok: true; proposal: LevellingProposal }
  | ScheduleRefusal
  | { ok: false; why: 'from-finish'; names: string[] }

/**
 * Delays tasks until nobody is asked for more than they have: by both schemes in order of priority and float, each
 * improved forward and backward while that ends the plan earlier; the earliest end wins, then the least delay. Only
 * delays are changed, and the scheduler dates the rest: no link, calendar or constraint can be broken. What has begun,
 * was dated by hand, must start or finish on a day or has priority 1000 stays.
 *
 * Refuses what `schedulePlan` refuses, and a plan that is scheduled from its finish ('from-finish').
 */
export function levelPlan(
  plan: Plan,
  { booked = [], schemes = ['serial', 'parallel'], rounds = 5 }: LevellingWish = {},
): LevellingAnswer {
  const before = compilePlan(plan)
  if (!before.ok) return before
  if (before.compiled.planFinish !== null) return { ok: false, why: 'from-finish', names: [] }
  const asIs = passesOf(before.compiled)
  if (!asIs.ok) return asIs
  const bench = benchOf(plan, booked, asIs.passes)
  if (!bench.ok) return bench
  const rank = rankOf(bench.compiled, asIs.passes)
  const found = schemes.map((scheme) => improved(bench, scheme, rank, rounds))
  const best = found.reduce((one, other) => (isBetter(other, one) ? other : one))

  const { tasks } = plan
  const delays = tasks.flatMap(({ uid }, task) =>
    bench.movable[task] ? [{ uid, levellingDelayMinutes: best.delay[task]! / TENTHS_PER_MINUTE }] : [],
  )
  const after = compilePlan(levelled(plan, delays))
  if (!after.ok) return after
  const then = passesOf(after.compiled)
  if (!then.ok) return then
  const remaining = overAllocations(after.compiled.plan, booked)
  if (!remaining.ok) return remaining
  return {
    ok: true,
    proposal: {
      finishBefore: localDateTimeOf(asIs.passes.planFinish),
      finishAfter: localDateTimeOf(then.passes.planFinish),
      delays,
      moved: movedBetween(plan, asIs.passes, then.passes),
      remaining: remaining.overAllocations,
      scheme: best.scheme,
      improvements: best.improvements,
    },
  }
}

/** The plan with a proposal's delays taken. */
export function levelled(plan: Plan, delays: readonly Delay[]): Plan {
  const delayOf = new Map(delays.map(({ uid, levellingDelayMinutes }) => [uid, levellingDelayMinutes]))
  return {
    ...plan,
    tasks: plan.tasks.map((task) => {
      const levellingDelayMinutes = delayOf.get(task.uid)
      return levellingDelayMinutes === undefined ? task : { ...task, levellingDelayMinutes }
    }),
  }
}

type Found = {
  scheme: LevellingScheme
  finish: number
  delayed: number
  delay: Float64Array
  improvements: number
}

function improved(bench: Bench, scheme: LevellingScheme, rank: Rank, rounds: number): Found {
  const run = scheme === 'serial' ? serially : inParallel
  let placement = run(bench, rank)
  let best = foundBy(bench, placement, scheme)
  for (let round = 0; round < rounds; round++) {
    placement = run(bench, rankedBy(bench.compiled, justifiedStarts(bench, placement)))
    const next = foundBy(bench, placement, scheme)
    if (!isBetter(next, best)) break
    best = { ...next, improvements: best.improvements + 1 }
  }
  return best
}

function foundBy({ compiled }: Bench, { pass }: Placement, scheme: LevellingScheme): Found {
  const delay = Float64Array.from(compiled.levellingDelay)
  const delayed = delay.reduce((sum, each) => sum + each, 0)
  return { scheme, finish: pass.lastFinish(), delayed, delay, improvements: 0 }
}

function isBetter(one: Found, other: Found): boolean {
  return one.finish < other.finish || (one.finish === other.finish && one.delayed < other.delayed)
}

function benchOf(
  plan: Plan,
  booked: readonly Booking[],
  { scheduled }: Passes,
): ({ ok: true } & Bench) | ScheduleRefusal {
  const prepared = compilePlan(plan)
  if (!prepared.ok) return prepared
  const { compiled } = prepared
  const needs = needsOf(compiled)
  // What stands where it stands whatever is delayed has its people's time before all others.
  const standing: number[] = needs.flatMap((_, task) => (isStanding(compiled, task) ? [task] : []))
  const firm = standing.flatMap((task) =>
    needs[task]!.map((need) => ({ ...need, start: scheduled.start[task]!, finish: scheduled.finish[task]! })),
  )
  for (const task of standing) needs[task] = []
  return {
    ok: true,
    compiled,
    needs,
    movable: Uint8Array.from(plan.tasks, (_, task) => Number(isMovable(compiled, task))),
    people: () => {
      const people = bookingsOf(compiled, booked)
      for (const { resourceUid, units, start, finish } of firm)
        people.get(resourceUid)?.take(start, finish, units)
      return people
    },
  }
}

/** The higher priority first, then what can wait least. */
function rankOf(compiled: CompiledPlan, { late }: Passes): Float64Array {
  return rankedBy(compiled, late.start)
}

function rankedBy({ plan }: CompiledPlan, starts: Float64Array): Float64Array {
  const order = plan.tasks.map((_, task) => task)
  order.sort(
    (one, other) =>
      plan.tasks[other]!.priority - plan.tasks[one]!.priority || starts[one]! - starts[other]! || one - other,
  )
  const rank = new Float64Array(order.length)
  order.forEach((task, place) => (rank[task] = place))
  return rank
}

function movedBetween({ tasks }: Plan, before: Passes, after: Passes): LevellingProposal['moved'] {
  const [was, is] = [before.scheduled, after.scheduled]
  return tasks.flatMap(({ uid }, task) =>
    was.start[task] === is.start[task] && was.finish[task] === is.finish[task]
      ? []
      : [
          {
            uid,
            start: [localDateTimeOf(was.start[task]!), localDateTimeOf(is.start[task]!)] as [string, string],
            finish: [localDateTimeOf(was.finish[task]!), localDateTimeOf(is.finish[task]!)] as [
              string,
              string,
            ],
          },
        ],
  )
}
