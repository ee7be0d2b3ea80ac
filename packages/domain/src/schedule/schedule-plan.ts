import type { LocalDateTime } from '../calendar-day'
import { BackwardPass, type LateDates } from './backward-pass'
import {
  ALAP,
  ASAP,
  compilePlan,
  DONE,
  MANUAL,
  PLANNED,
  STARTED,
  SUMMARY,
  type CompiledPlan,
} from './compile-plan'
import { freeFloatOf, startedSummaries, totalFloatOf } from './float'
import { BY_LEVELLING, CONSTRAINT, ForwardPass, type EarlyDates, type HeldDates } from './forward-pass'
import type { Dates } from './lag'
import { localDateTimeOf, TENTHS_PER_MINUTE } from './moment'
import type { Driver, Plan, ScheduledTask } from './plan'
import type { ScheduleRefusal } from './refusal'

export type { ScheduleRefusal } from './refusal'

export type Schedule =
  { ok: true; start: LocalDateTime; finish: LocalDateTime; tasks: ScheduledTask[] } | ScheduleRefusal

/** All that the passes found out, in moments by task index. */
export type Passes = {
  early: EarlyDates
  late: LateDates
  /** Early dates, or late ones of tasks that are as late as possible. */
  scheduled: Dates
  planStart: number
  planFinish: number
}

/**
 * Dates every task by the critical path method as Microsoft Project does: early and late dates, total and free float,
 * and what put it where it is. Tasks come back in the plan's order.
 *
 * Refuses what `compilePlan` refuses, further 'no-working-time' (the task and its calendar) and 'too-far' (the task
 * that would end 200 years after the start). Throws RangeError for a date that is not one.
 */
export function schedulePlan(plan: Plan): Schedule {
  const prepared = compilePlan(plan)
  if (!prepared.ok) return prepared
  const { compiled } = prepared
  const passes = passesOf(compiled)
  if (!passes.ok) return passes
  return scheduleOf(compiled, passes.passes)
}

/** The numbers alone, for those who do without dates as text. */
export function passesOf(compiled: CompiledPlan): { ok: true; passes: Passes } | ScheduleRefusal {
  return compiled.planFinish === null ? fromStart(compiled) : fromFinish(compiled, compiled.planFinish)
}

function fromStart(compiled: CompiledPlan): { ok: true; passes: Passes } | ScheduleRefusal {
  const { planStart } = compiled
  const first = new ForwardPass(compiled, planStart)
  const stuck = first.run()
  if (stuck >= 0) return whyStuck(compiled, stuck)
  const planFinish = first.lastFinish()
  const backward = new BackwardPass(compiled, first.early)
  backward.run(planFinish)
  const forward = heldForward(compiled, planStart, backward.late) ?? first
  const passes = { early: forward.early, late: backward.late, scheduled: forward.seen, planStart, planFinish }
  return { ok: true, passes }
}

/** From the finish everything is as late as it can be; what is asked for as soon as possible comes in a second pass. */
function fromFinish(
  compiled: CompiledPlan,
  planFinish: number,
): { ok: true; passes: Passes } | ScheduleRefusal {
  const unbound = new ForwardPass(compiled, compiled.planStart)
  const stuck = unbound.run()
  if (stuck >= 0) return whyStuck(compiled, stuck)
  const backward = new BackwardPass(compiled, unbound.early)
  backward.run(planFinish)
  let planStart = Infinity
  for (let task = 0; task < compiled.count; task++) {
    if (!compiled.isActive[task] || compiled.network.hasChildren[task]) continue
    if (!Number.isFinite(backward.late.start[task]!)) return whyStuck(compiled, task)
    planStart = Math.min(planStart, backward.late.start[task]!)
  }
  if (planStart === Infinity) planStart = planFinish
  let forward = new ForwardPass(compiled, planStart)
  forward.run()
  forward = heldForward(compiled, planStart, backward.late) ?? forward
  const passes = { early: forward.early, late: backward.late, scheduled: forward.seen, planStart, planFinish }
  return { ok: true, passes }
}

/** A second pass, where any task is as late as possible: it stands at its late dates and its successors behind it. */
function heldForward(compiled: CompiledPlan, planStart: number, late: LateDates): ForwardPass | null {
  const { count, constraint, mode, isActive, planFinish } = compiled
  const isHeld = new Uint8Array(count)
  let holds = false
  for (let task = 0; task < count; task++) {
    // From the finish, only what is asked for as soon as possible is not late.
    const isLate = planFinish === null ? constraint[task] === ALAP : constraint[task] !== ASAP
    if (!isLate || mode[task] !== PLANNED || !isActive[task]) continue
    isHeld[task] = 1
    holds = true
  }
  if (!holds) return null
  const held: HeldDates = { isHeld, start: late.start, finish: late.finish }
  const forward = new ForwardPass(compiled, planStart, held)
  forward.run()
  return forward
}

/** Why a task has no finish. */
export function whyStuck({ plan, runs, calendarOf }: CompiledPlan, task: number): ScheduleRefusal {
  const { name } = plan.tasks[task]!
  const { parts, calendar } = runs[task]!
  const idle = [calendarOf[task]!, calendar, ...(parts ?? []).map((part) => part.calendar)].find(
    (candidate) => !candidate.hasWork(),
  )
  if (idle) return { ok: false, why: 'no-working-time', names: [name, idle.name] }
  return { ok: false, why: 'too-far', names: [name] }
}

/** The passes as dates. */
export function scheduleOf(compiled: CompiledPlan, passes: Passes): Schedule & { ok: true } {
  const hasStarted = startedSummaries(compiled)
  const { start, finish } = spanOf(compiled, passes)
  return {
    ok: true,
    start: localDateTimeOf(start),
    finish: localDateTimeOf(finish),
    tasks: compiled.plan.tasks.map((_, task) => scheduledTask(compiled, passes, hasStarted, task)),
  }
}

/** First start and last finish of what is active; the plan's start twice where there is nothing. */
export function spanOf(
  compiled: CompiledPlan,
  { scheduled, planStart }: Passes,
): { start: number; finish: number } {
  let [start, finish] = [Infinity, -Infinity]
  for (let task = 0; task < compiled.count; task++) {
    if (!compiled.isActive[task]) continue
    start = Math.min(start, scheduled.start[task]!)
    finish = Math.max(finish, scheduled.finish[task]!)
  }
  return start === Infinity ? { start: planStart, finish: planStart } : { start, finish }
}

export function scheduledTask(
  compiled: CompiledPlan,
  passes: Passes,
  hasStarted: Uint8Array,
  task: number,
): ScheduledTask {
  const { plan } = compiled
  const { early, late, scheduled } = passes
  const totalFloat = totalFloatOf(compiled, task, early, late, hasStarted)
  const float = totalFloat / TENTHS_PER_MINUTE
  return {
    uid: plan.tasks[task]!.uid,
    start: localDateTimeOf(scheduled.start[task]!),
    finish: localDateTimeOf(scheduled.finish[task]!),
    earlyStart: localDateTimeOf(early.start[task]!),
    earlyFinish: localDateTimeOf(early.finish[task]!),
    lateStart: localDateTimeOf(late.start[task]!),
    lateFinish: localDateTimeOf(late.finish[task]!),
    isCritical: isCriticalWith(compiled, task, totalFloat),
    totalFloatMinutes: float,
    freeFloatMinutes: freeFloatOf(compiled, task, scheduled, totalFloat) / TENTHS_PER_MINUTE,
    driver: driverOf(compiled, early, task),
  }
}

/** Recorded dates are to the minute, so less than a minute of float is none. */
export function isCriticalWith(compiled: CompiledPlan, task: number, totalFloat: number): boolean {
  const minutes = Math.trunc(totalFloat / TENTHS_PER_MINUTE)
  return canBeCritical(compiled, task) && minutes <= compiled.plan.criticalFloatMinutes
}

/**
 * Not what is done, nor what Project takes for a note without dates: dated by hand at the very start of the plan,
 * neither begun nor linked. So all 1,687 such tasks of public files.
 */
function canBeCritical(
  { isComplete, mode, network, plan, planStart, fixedStart }: CompiledPlan,
  task: number,
): boolean {
  if (isComplete[task]) return false
  const { percentComplete, actualStart } = plan.tasks[task]!
  if (mode[task] !== MANUAL || fixedStart[task] !== planStart || percentComplete > 0 || actualStart)
    return true
  const isLinked = ({ first }: { first: Int32Array }) => first[task] !== first[task + 1]
  return isLinked(network.entering) || isLinked(network.leaving)
}

/** What put a task where it is. */
export function driverOf(
  { plan, mode, planFinish, constraint }: CompiledPlan,
  early: EarlyDates,
  task: number,
): Driver {
  const stands = mode[task]!
  if (stands === SUMMARY) return { kind: 'children' }
  if (stands === STARTED || stands === DONE) return { kind: 'actual' }
  if (stands === MANUAL) return { kind: 'manual' }
  if (planFinish !== null && constraint[task] === ALAP) return { kind: 'plan-finish' }
  const by = early.driver[task]!
  if (by >= 0) {
    const { fromUid, type } = plan.links[by]!
    return { kind: 'link', fromUid, type }
  }
  if (by === BY_LEVELLING) return { kind: 'levelling' }
  if (by <= CONSTRAINT) {
    const on = plan.tasks[CONSTRAINT - by]!
    return { kind: 'constraint', type: on.constraint.type, onUid: on.uid }
  }
  return { kind: 'plan-start' }
}
