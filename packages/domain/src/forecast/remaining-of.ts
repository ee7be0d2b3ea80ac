import {
  DONE,
  ELAPSED,
  ELAPSED_PERCENT,
  FNET,
  LINK_TYPES,
  MANUAL,
  MFO,
  MSO,
  PERCENT,
  SNET,
  STARTED,
  SUMMARY,
  type CompiledPlan,
} from '../schedule/compile-plan'
import { TENTHS_PER_DAY, tenthsOf } from '../schedule/moment'
import { finishAt, startAt, startFor, startOfRestFor, type TaskRun } from '../schedule/task-run'
import { wallClock, type Clock } from './clock'
import { tabulated } from './clock-table'
import type { Levelling, Part, RemainingLink, RemainingNetwork, RemainingTask } from './remaining-network'

/**
 * What is left of a compiled plan, set out from `startsAt`. Open work does not start before `statusAt`, begun work
 * goes on there. A date that must not be passed (SNLT, FNLT) holds nothing back, and must-start and must-finish dates
 * are only floors: a wish does not make late work early. `days` is how far the calendars' tables reach from
 * `firstDay`.
 */
export function remainingOf(
  compiled: CompiledPlan,
  startsAt: number,
  statusAt: number | null,
  firstDay: number,
  days: number,
): RemainingNetwork {
  const tables = new Map<Clock, Clock>([[compiled.calendars.wall, wallClock]])
  const around = { compiled, startsAt, statusAt, tableOf }
  return {
    network: compiled.network,
    tasks: compiled.runs.map((_, task) => remainingTask(around, task)),
    links: compiled.plan.links.map((_, link) => remainingLink(compiled, link)),
  }

  function tableOf(clock: Clock): Clock {
    let table = tables.get(clock)
    if (!table) tables.set(clock, (table = tabulated(clock, firstDay, days)))
    return table
  }
}

/** Where the calendars' tables begin: before everything that happened and any lead may reach back to. */
export function firstDayOf({ fixedStart, mode }: CompiledPlan, startsAt: number): number {
  let first = startsAt
  for (let task = 0; task < mode.length; task++) {
    const isDated = mode[task] === DONE || mode[task] === STARTED || mode[task] === MANUAL
    if (isDated && fixedStart[task]! < first) first = fixedStart[task]!
  }
  return Math.floor(first / TENTHS_PER_DAY) - DAYS_BEFORE
}

const DAYS_BEFORE = 120

type Around = {
  compiled: CompiledPlan
  startsAt: number
  statusAt: number | null
  tableOf: (clock: Clock) => Clock
}

function remainingTask(around: Around, task: number): RemainingTask {
  const { compiled, statusAt, tableOf } = around
  const clock = tableOf(compiled.calendarOf[task]!)
  const run = compiled.runs[task]!
  const [start, finish] = [compiled.fixedStart[task]!, compiled.fixedFinish[task]!]
  if (!countsForAnything(compiled, task)) return { kind: 'outside', clock, beside: 0 }
  switch (compiled.mode[task]!) {
    case SUMMARY: {
      const held = compiled.constraint[task] === SNET ? compiled.constraintAt[task]! : -Infinity
      return { kind: 'summary', clock, beside: 0, startFloor: held, finishFloor: -Infinity }
    }
    case DONE:
    case MANUAL:
      return { kind: 'fixed', clock, beside: run.span, start, finish }
    case STARTED: {
      const { resumesAt } = compiled.plan.tasks[task]!
      const asPlanned = startOfRestFor(run, finish)
      const paused = resumesAt === null ? -Infinity : compiled.resumesAt[task]!
      return {
        kind: 'running',
        clock,
        beside: Math.max(0, run.span - run.remaining),
        start,
        resumes: statusAt === null ? asPlanned : Math.max(statusAt, paused),
        waits: compiled.plan.splitsInProgress,
        workClock: tableOf(run.calendar),
        planned: run.remaining,
        parts: partsLeft(run, true, tableOf),
      }
    }
    default: {
      const planned = tenthsOf(compiled.plan.tasks[task]!.durationMinutes)
      return {
        kind: 'open',
        clock,
        beside: run.span - planned,
        ...floorsOf(around, task),
        workClock: tableOf(run.calendar),
        planned,
        parts: partsLeft(run, false, tableOf),
      }
    }
  }
}

/** A summary is active with what is below it. */
function countsForAnything(
  { isActive, network }: Pick<CompiledPlan, 'isActive' | 'network'>,
  task: number,
): boolean {
  if (!isActive[task]) return false
  if (!network.hasChildren[task]) return true
  const { first, list } = network.children
  for (let at = first[task]!; at < first[task + 1]!; at++) {
    if (countsForAnything({ isActive, network }, list[at]!)) return true
  }
  return false
}

function partsLeft(run: TaskRun, isRunning: boolean, tableOf: (clock: Clock) => Clock): Part[] | null {
  if (!run.parts) return null
  // What is left of a running task is its remaining duration, on the hours of everybody who still has work.
  if (isRunning) {
    const open = run.parts.filter(({ isOpen }) => isOpen)
    return open.length === 0
      ? null
      : open.map(({ calendar }) => ({ clock: tableOf(calendar), delay: 0, span: run.remaining }))
  }
  return run.parts.map(({ calendar, delay, span }) => ({ clock: tableOf(calendar), delay, span }))
}

/** As in the scheduler, a date of its own puts a task that waits for nobody before the plan's start, too. */
function floorsOf(
  { compiled, startsAt, statusAt }: Around,
  task: number,
): { startFloor: number; finishFloor: number; levelling: Levelling | null } {
  const kind = compiled.constraint[task]!
  const at = compiled.constraintAt[task]!
  const run = compiled.runs[task]!
  const delay = compiled.levellingDelay[task]!
  const status = statusAt ?? -Infinity
  const waits = waitsForOthers(compiled, task)
  const startsOn = kind === SNET || kind === MSO ? startAt(run, at) : -Infinity
  const endsOn = kind === FNET || kind === MFO ? finishAt(run, at) : -Infinity
  const ownDate = Math.max(startsOn, endsOn === -Infinity ? endsOn : startFor(run, endsOn))
  const startFloor = Math.max(ownDate > -Infinity && !waits ? ownDate : startsAt, status)
  if (delay > 0) return { startFloor, finishFloor: -Infinity, levelling: { delay, notBefore: ownDate } }
  const isBoundByFinish = endsOn > -Infinity && !waits
  const floor = isBoundByFinish ? status : Math.max(startFloor, startsOn)
  return { startFloor: floor, finishFloor: endsOn, levelling: null }
}

function waitsForOthers({ network, isActive, constraint }: CompiledPlan, task: number): boolean {
  const { first, list } = network.entering
  for (let at = task; at >= 0; at = network.parent[at]!) {
    if (at !== task && constraint[at] === SNET) return true
    for (let place = first[at]!; place < first[at + 1]!; place++) {
      if (isActive[network.from[list[place]!]!]) return true
    }
  }
  return false
}

function remainingLink({ linkType, lag, lagUnit }: CompiledPlan, link: number): RemainingLink {
  const type = LINK_TYPES[linkType[link]!]!
  const [amount, unit] = [lag[link]!, lagUnit[link]!]
  if (amount === 0) return { type, lag: null }
  const isElapsed = unit === ELAPSED || unit === ELAPSED_PERCENT
  const isShare = unit === PERCENT || unit === ELAPSED_PERCENT
  return {
    type,
    lag: { tenths: isShare ? 0 : amount, percentOfPredecessor: isShare ? amount : 0, isElapsed },
  }
}
