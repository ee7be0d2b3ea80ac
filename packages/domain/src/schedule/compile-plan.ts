import type { LocalDateTime } from '../calendar-day'
import { momentOf, tenthsOf } from './moment'
import { networkOf, type Network } from './network'
import type { ConstraintType, LagUnit, LinkType, Plan, PlanAssignment, PlanResource } from './plan'
import { planCalendarsOf, type PlanCalendars } from './plan-calendars'
import type { ScheduleRefusal } from './refusal'
import { delayOf, runOf } from './run-of-task'
import { finishFrom, finishOfRest, startFor, type TaskRun } from './task-run'
import type { WorkingTime } from './working-time'

/** How a task stands, which says who sets its dates. */
export const SUMMARY = 0
export const PLANNED = 1
export const STARTED = 2
export const DONE = 3
export const MANUAL = 4

export const CONSTRAINTS: readonly ConstraintType[] = [
  'ASAP',
  'ALAP',
  'MSO',
  'MFO',
  'SNET',
  'SNLT',
  'FNET',
  'FNLT',
]
export const [ASAP, ALAP, MSO, MFO, SNET, SNLT, FNET, FNLT] = [0, 1, 2, 3, 4, 5, 6, 7] as const
export const LINK_TYPES: readonly LinkType[] = ['FS', 'SS', 'FF', 'SF']
export const [FS, SS, FF, SF] = [0, 1, 2, 3] as const
const LAG_UNITS: readonly LagUnit[] = ['working', 'elapsed', 'percent', 'elapsed-percent']
export const [WORKING, ELAPSED, PERCENT, ELAPSED_PERCENT] = [0, 1, 2, 3] as const

/** A plan with everything looked up, parsed and put in order once. Arrays go by task index, or by link index. */
export type CompiledPlan = {
  plan: Plan
  count: number
  index: ReadonlyMap<number, number>
  network: Network
  calendars: PlanCalendars
  planStart: number
  /** `null` unless the plan is scheduled from its finish. */
  planFinish: number | null
  mode: Uint8Array
  isActive: Uint8Array
  /** Counts the float: time on the wall where the duration is elapsed. */
  calendarOf: WorkingTime[]
  /** Runs the lags before the task, be its duration elapsed or not. */
  lagsOn: WorkingTime[]
  runs: TaskRun[]
  constraint: Uint8Array
  constraintAt: Float64Array
  deadline: Float64Array
  levellingDelay: Float64Array
  /** Dates that are not for the scheduler to set: actual and manual ones. NaN where there are none. */
  fixedStart: Float64Array
  fixedFinish: Float64Array
  /** Where what is left of a task in progress goes on; NaN where nobody said. */
  resumesAt: Float64Array
  isComplete: Uint8Array
  linkType: Uint8Array
  lag: Float64Array
  lagUnit: Uint8Array
  assignmentsOf: ReadonlyMap<number, PlanAssignment[]>
  resources: ReadonlyMap<number, PlanResource>
}

/** Microsoft Project's own range, which is also what a plan can mean. */
const FIRST_DATE = '1984-01-01T00:00'
const LAST_DATE = '2149-12-31T23:59'

/**
 * Refuses what cannot be scheduled, by name: 'cycle' and 'self-link' the tasks, 'unknown-task' the number a link
 * points at, 'bad-duration' the task, 'bad-date' the task (or nothing: the plan) and the date, 'bad-units' the task
 * and the resource. Throws RangeError for a date that is not one.
 */
export function compilePlan(plan: Plan): { ok: true; compiled: CompiledPlan } | ScheduleRefusal {
  return compiledWith(plan, null)
}

/** Takes over the calendars of an earlier compilation, which must be the same. */
export function compiledWith(
  plan: Plan,
  known: PlanCalendars | null,
): { ok: true; compiled: CompiledPlan } | ScheduleRefusal {
  const index = new Map<number, number>()
  for (let at = 0; at < plan.tasks.length; at++) index.set(plan.tasks[at]!.uid, at)
  const bad = [plan.startsAt, plan.finishesAt].find((date) => date !== null && !isInRange(date))
  if (bad) return { ok: false, why: 'bad-date', names: [bad] }
  const network = networkOf(plan, index)
  if (!network.ok) return network
  const count = plan.tasks.length
  const compiled: CompiledPlan = {
    plan,
    count,
    index,
    network: network.network,
    calendars: known ?? planCalendarsOf(plan),
    planStart: momentOf(plan.startsAt),
    planFinish: plan.finishesAt === null ? null : momentOf(plan.finishesAt),
    mode: new Uint8Array(count),
    isActive: new Uint8Array(count),
    calendarOf: new Array<WorkingTime>(count),
    lagsOn: new Array<WorkingTime>(count),
    runs: new Array<TaskRun>(count),
    constraint: new Uint8Array(count),
    constraintAt: new Float64Array(count),
    deadline: new Float64Array(count),
    levellingDelay: new Float64Array(count),
    fixedStart: new Float64Array(count),
    fixedFinish: new Float64Array(count),
    resumesAt: new Float64Array(count),
    isComplete: new Uint8Array(count),
    ...compiledLinks(plan),
    assignmentsOf: assignmentsByTask(plan),
    resources: new Map(plan.resources.map((resource) => [resource.uid, resource])),
  }
  for (let task = 0; task < count; task++) {
    const refused = compileTask(compiled, task)
    if (refused) return refused
  }
  return { ok: true, compiled }
}

/** Takes the task's fields as they are in the plan now. */
export function compileTask(compiled: CompiledPlan, task: number): ScheduleRefusal | null {
  const { plan, network } = compiled
  const given = plan.tasks[task]!
  const refused = whyNot(compiled, task)
  if (refused) return refused
  const { constraint, actualStart, actualFinish, manual } = given
  const calendar = compiled.calendars.ofTask(given.calendarUid)
  const run = runOf(compiled, task, calendar)
  compiled.calendarOf[task] = given.isElapsed ? compiled.calendars.wall : calendar
  compiled.lagsOn[task] = calendar
  compiled.runs[task] = run
  compiled.isActive[task] = given.isActive ? 1 : 0
  compiled.constraint[task] =
    constraint.at === null && constraint.type !== 'ALAP' ? ASAP : CONSTRAINTS.indexOf(constraint.type)
  compiled.constraintAt[task] = constraint.at === null ? NaN : momentOf(constraint.at)
  compiled.deadline[task] = given.deadline === null ? Infinity : momentOf(given.deadline)
  compiled.levellingDelay[task] = tenthsOf(given.levellingDelayMinutes)
  compiled.isComplete[task] = actualFinish !== null || given.percentComplete >= 100 ? 1 : 0
  if (network.hasChildren[task]) {
    fix(compiled, task, SUMMARY, NaN, NaN)
    if (manual?.start) compiled.fixedStart[task] = momentOf(manual.start)
    if (manual?.finish) compiled.fixedFinish[task] = momentOf(manual.finish)
  } else if (actualFinish !== null) {
    const finish = momentOf(actualFinish)
    fix(compiled, task, DONE, actualStart === null ? startFor(run, finish) : momentOf(actualStart), finish)
  } else if (manual && (manual.start ?? manual.finish) !== null) {
    const finish = manual.finish === null ? null : momentOf(manual.finish)
    const start = manual.start === null ? startFor(run, finish!) : momentOf(manual.start)
    dateByHand(compiled, task, start, finish ?? finishFrom(run, start))
  } else if (actualStart !== null) startAsRecorded(compiled, task, momentOf(actualStart))
  else fix(compiled, task, PLANNED, NaN, NaN)
  return null
}

/** What a person dated runs on its own calendar, whoever works on it. */
function dateByHand(compiled: CompiledPlan, task: number, start: number, finish: number): void {
  fix(compiled, task, MANUAL, start, finish)
  compiled.runs[task] = { ...compiled.runs[task]!, parts: null, calendar: compiled.calendarOf[task]! }
}

function fix(compiled: CompiledPlan, task: number, mode: number, start: number, finish: number): void {
  compiled.mode[task] = mode
  compiled.fixedStart[task] = start
  compiled.fixedFinish[task] = finish
  compiled.resumesAt[task] = NaN
}

/**
 * What is left of a task ends when it has run from where it goes on; without such a moment the whole task runs from
 * its start. So it is in 224 of 231 tasks in progress of public files; where people begin at different times the whole
 * task runs.
 */
function startAsRecorded(compiled: CompiledPlan, task: number, start: number): void {
  const { resumesAt, percentComplete } = compiled.plan.tasks[task]!
  const run = compiled.runs[task]!
  if (percentComplete >= 100) {
    fix(compiled, task, DONE, start, finishFrom(run, start))
    return
  }
  const resumes = resumesAt === null ? NaN : momentOf(resumesAt)
  const { assignmentsOf, plan } = compiled
  const delays = new Set(assignmentsOf.get(plan.tasks[task]!.uid)?.map(delayOf))
  const isStaggered = delays.size > 1
  const isWhole = isStaggered || !(resumes >= start)
  fix(compiled, task, STARTED, start, isWhole ? finishFrom(run, start) : finishOfRest(run, resumes))
  compiled.resumesAt[task] = resumes
}

export function compiledLinks(plan: Pick<Plan, 'links'>) {
  const { links } = plan
  const linkType = new Uint8Array(links.length)
  const lag = new Float64Array(links.length)
  const lagUnit = new Uint8Array(links.length)
  for (let at = 0; at < links.length; at++) {
    const link = links[at]!
    linkType[at] = LINK_TYPES.indexOf(link.type)
    lagUnit[at] = LAG_UNITS.indexOf(link.lagUnit)
    lag[at] = lagUnit[at]! < PERCENT ? tenthsOf(link.lag) : link.lag
  }
  return { linkType, lag, lagUnit }
}

function whyNot(
  { plan, network, assignmentsOf, resources }: CompiledPlan,
  task: number,
): ScheduleRefusal | null {
  const given = plan.tasks[task]!
  const { name, durationMinutes } = given
  const century = given.isElapsed
    ? 100 * 365 * 1440
    : 1200 * (plan.daysPerMonth || 20) * (plan.minutesPerDay || 480)
  if (!network.hasChildren[task] && !(durationMinutes >= 0 && durationMinutes < century))
    return { ok: false, why: 'bad-duration', names: [name] }
  const bad = strayDateOf(given)
  if (bad !== null) return { ok: false, why: 'bad-date', names: [name, bad] }
  if (given.type === 'fixed-duration') return null
  for (const part of assignmentsOf.get(given.uid) ?? []) {
    const resource = resources.get(part.resourceUid)
    if (resource?.kind === 'work' && part.workMinutes > 0 && !(part.unitsPercent > 0))
      return { ok: false, why: 'bad-units', names: [name, resource.name] }
  }
  return null
}

function strayDateOf(task: Plan['tasks'][number]): LocalDateTime | null {
  const { constraint, deadline, actualStart, actualFinish, stoppedAt, resumesAt, manual } = task
  return (
    stray(constraint.at) ??
    stray(deadline) ??
    stray(actualStart) ??
    stray(actualFinish) ??
    stray(stoppedAt) ??
    stray(resumesAt) ??
    (manual ? (stray(manual.start) ?? stray(manual.finish)) : null)
  )
}

function stray(date: LocalDateTime | null): LocalDateTime | null {
  return date === null || isInRange(date) ? null : date
}

/** Dates sort as text; one that is no date at all is left for `momentOf` to throw. */
function isInRange(date: LocalDateTime): boolean {
  return !/^\d{4}-/.test(date) || (date >= FIRST_DATE && date <= LAST_DATE)
}

function assignmentsByTask({ assignments }: Plan): Map<number, PlanAssignment[]> {
  const byTask = new Map<number, PlanAssignment[]>()
  for (const assignment of assignments) {
    const known = byTask.get(assignment.taskUid)
    if (known) known.push(assignment)
    else byTask.set(assignment.taskUid, [assignment])
  }
  return byTask
}
