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
import { startOfRestFor, type TaskRun } from '../schedule/task-run'
import { wallClock, type Clock } from './clock'
import { tabulated } from './clock-table'
import type { Part, RemainingLink, RemainingNetwork, RemainingTask, Special } from './remaining-network'

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
    planStart: startsAt,
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
  const lagClock = tableOf(compiled.lagsOn[task]!)
  const run = compiled.runs[task]!
  const [start, finish] = [compiled.fixedStart[task]!, compiled.fixedFinish[task]!]
  if (!countsForAnything(compiled, task)) return { kind: 'outside', clock, lagClock, beside: 0 }
  switch (compiled.mode[task]!) {
    case SUMMARY: {
      const dated = { start: numberOrNull(start), finish: numberOrNull(finish) }
      return { kind: 'summary', clock, lagClock, beside: 0, startFloor: heldBelow(compiled, task), dated }
    }
    case DONE:
    case MANUAL:
      return { kind: 'fixed', clock, lagClock, beside: run.span, start, finish }
    case STARTED: {
      const { resumesAt } = compiled.plan.tasks[task]!
      const asPlanned = startOfRestFor(run, finish)
      const paused = resumesAt === null ? -Infinity : compiled.resumesAt[task]!
      return {
        kind: 'running',
        clock,
        lagClock,
        beside: Math.max(0, run.span - run.remaining),
        start,
        resumes: statusAt === null ? asPlanned : Math.max(statusAt, paused),
        waits: compiled.plan.splitsInProgress,
        finishFloor: compiled.constraint[task] === FNET ? compiled.constraintAt[task]! : -Infinity,
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
        lagClock,
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

/**
 * As in the scheduler, the plan's start holds only what nobody else lets start, and a date of its own puts a task
 * that waits for nobody before it, too.
 */
function floorsOf(
  { compiled, startsAt, statusAt }: Around,
  task: number,
): { startFloor: number; special: Special | null } {
  const kind = compiled.constraint[task]!
  const at = compiled.constraintAt[task]!
  const levelling = compiled.levellingDelay[task]!
  const notBefore = statusAt ?? -Infinity
  const startsOn = kind === SNET || kind === MSO ? at : -Infinity
  const endsOn = kind === FNET || kind === MFO ? at : -Infinity
  const waits = whatItWaitsFor(compiled, task)
  const hasOwnDate = startsOn > -Infinity || endsOn > -Infinity
  const startFloor = waits.toStart || (hasOwnDate && !waits.toFinish) ? -Infinity : startsAt
  if (levelling === 0 && endsOn === -Infinity && !compiled.runs[task]!.parts)
    return { startFloor: Math.max(startFloor, startsOn, notBefore), special: null }
  return { startFloor, special: { levelling, startsOn, endsOn, notBefore } }
}

/** Whether links, or what holds a summary above, say when a task may start or end. */
function whatItWaitsFor(compiled: CompiledPlan, task: number): { toStart: boolean; toFinish: boolean } {
  const { network, linkType } = compiled
  const { first, list } = network.entering
  const waits = { toStart: false, toFinish: false }
  for (let at = task; at >= 0; at = network.parent[at]!) {
    if (!countsForAnything(compiled, at)) continue
    if (at !== task && heldBelow(compiled, at) > -Infinity) waits.toStart = true
    for (let place = first[at]!; place < first[at + 1]!; place++) {
      const link = list[place]!
      if (!countsForAnything(compiled, network.from[link]!)) continue
      const type = LINK_TYPES[linkType[link]!]!
      if (type === 'FS' || type === 'SS') waits.toStart = true
      else waits.toFinish = true
    }
  }
  return waits
}

/** Before when nothing below a summary starts: its own constraint, or the start that a person gave it. */
function heldBelow({ constraint, constraintAt, fixedStart }: CompiledPlan, summary: number): number {
  const dated = fixedStart[summary]!
  return Math.max(
    constraint[summary] === SNET ? constraintAt[summary]! : -Infinity,
    Number.isNaN(dated) ? -Infinity : dated,
  )
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
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
