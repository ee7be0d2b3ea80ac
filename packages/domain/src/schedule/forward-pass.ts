import {
  ALAP,
  FF,
  FNET,
  FNLT,
  FS,
  MFO,
  MSO,
  PLANNED,
  SNET,
  SNLT,
  SS,
  STARTED,
  type CompiledPlan,
} from './compile-plan'
import { isOnTheWall, lagOf, shifted, type Dates } from './lag'
import { finishFrom, finishOfRest, startAt, startFor } from './task-run'

/** What put a start where it is: a link from 0 on, else one of these, else a constraint on task `CONSTRAINT - at`. */
export const BY_PLAN = -1
export const BY_LEVELLING = -2
export const CONSTRAINT = -3

/** Early dates, moments by task index; a summary's are those of what hangs below it. */
export type EarlyDates = Dates & {
  /** Where its predecessors would let a task start if no constraint held it earlier: what float is measured from. */
  pushed: Float64Array
  driver: Int32Array
}

/** Dates that tasks keep although they could be earlier: those as late as possible, in a second pass. */
export type HeldDates = { isHeld: Uint8Array; start: Float64Array; finish: Float64Array }

/** Each task as early as its calendars, predecessors, constraints and progress let it be. */
export class ForwardPass {
  readonly early: EarlyDates
  /** What successors and summaries see: the early dates, or those that a task is held at. */
  readonly seen: Dates
  #planStart: number
  #compiled: CompiledPlan
  readonly #held: HeldDates | null
  readonly #startBound: Float64Array
  readonly #finishBound: Float64Array
  readonly #boundBy: Int32Array

  constructor(compiled: CompiledPlan, planStart: number, held: HeldDates | null = null) {
    const { count } = compiled
    this.#compiled = compiled
    this.#planStart = planStart
    this.#held = held
    this.early = {
      start: new Float64Array(count),
      finish: new Float64Array(count),
      pushed: new Float64Array(count),
      driver: new Int32Array(count),
    }
    this.seen = held
      ? { start: new Float64Array(count), finish: new Float64Array(count) }
      : { start: this.early.start, finish: this.early.finish }
    this.#startBound = new Float64Array(count)
    this.#finishBound = new Float64Array(count)
    this.#boundBy = new Int32Array(count)
  }

  /** All nodes in order. The task that has no end within the horizon, or -1. */
  run(): number {
    const { order } = this.#compiled.network
    for (let at = 0; at < order.length; at++) {
      this.visit(order[at]!)
      const task = order[at]!
      if (task < this.#compiled.count && !Number.isFinite(this.early.finish[task]!)) return task
    }
    return -1
  }

  /** Goes on with the same tasks and other links. */
  use(compiled: CompiledPlan): void {
    this.#compiled = compiled
  }

  /** One node after all it waits for; whether what others see of it has changed. */
  visit(node: number): boolean {
    const { count, network } = this.#compiled
    if (node >= count) return this.#gather(node - count)
    if (!network.hasChildren[node]) {
      const { start, finish } = this.seen
      const { pushed, driver } = this.early
      const oldStart = start[node]!
      const oldFinish = finish[node]!
      const oldPushed = pushed[node]!
      const oldDriver = driver[node]!
      this.#bind(node)
      this.#place(node)
      return (
        oldStart !== start[node] ||
        oldFinish !== finish[node] ||
        oldPushed !== pushed[node] ||
        oldDriver !== driver[node]
      )
    }
    const oldStart = this.#startBound[node]!
    const oldFinish = this.#finishBound[node]!
    const oldBy = this.#boundBy[node]!
    this.#bind(node)
    return (
      oldStart !== this.#startBound[node] ||
      oldFinish !== this.#finishBound[node] ||
      oldBy !== this.#boundBy[node]
    )
  }

  /** After a link was taken out, the links behind it have moved up by one. */
  linkRemoved(link: number): void {
    for (const drivers of [this.early.driver, this.#boundBy])
      for (let task = 0; task < drivers.length; task++) if (drivers[task]! > link) drivers[task]!--
  }

  /** The latest finish of all that counts; the plan's start where nothing does. */
  lastFinish(): number {
    const { count, network, isActive } = this.#compiled
    let last = -Infinity
    for (let task = 0; task < count; task++)
      if (isActive[task] && !network.hasChildren[task]) last = Math.max(last, this.seen.finish[task]!)
    return last === -Infinity ? this.#planStart : last
  }

  /** What the task, or all that hangs below it, has to wait for. */
  #bind(task: number): void {
    const compiled = this.#compiled
    const { network, linkType, isActive, constraint, lagsOn } = compiled
    const above = network.parent[task]!
    let start = above < 0 ? -Infinity : this.#startBound[above]!
    let finish = above < 0 ? -Infinity : this.#finishBound[above]!
    let boundBy = above < 0 ? BY_PLAN : this.#boundBy[above]!
    if (isActive[task]) {
      if (network.hasChildren[task] && constraint[task] === SNET && compiled.constraintAt[task]! > start) {
        start = compiled.constraintAt[task]!
        boundBy = CONSTRAINT - task
      }
      // The start that a person gave a summary holds for all below it.
      if (network.hasChildren[task] && compiled.fixedStart[task]! > start) {
        start = compiled.fixedStart[task]!
        boundBy = BY_PLAN
      }
      const end = network.entering.first[task + 1]!
      for (let at = network.entering.first[task]!; at < end; at++) {
        const link = network.entering.list[at]!
        const source = network.from[link]!
        if (!isActive[source]) continue
        const type = linkType[link]!
        const dates = this.#datesSeenBy(task, source)
        const anchor = type === FS || type === FF ? dates.finish[source]! : dates.start[source]!
        const lag = compiled.lag[link] === 0 ? 0 : lagOf(compiled, link, this.seen)
        let bound = lag === 0 ? anchor : shifted(anchor, lag, isOnTheWall(compiled, link), lagsOn[task]!)
        // A lead does not reach back beyond the plan's start; what follows a task from before it may.
        if (bound < this.#planStart) bound = Math.max(bound, Math.min(anchor, this.#planStart))
        if (type === FS || type === SS) {
          if (bound > start) {
            start = bound
            boundBy = link
          }
        } else if (bound > finish) {
          finish = bound
          if (start === -Infinity) boundBy = link
        }
      }
    }
    this.#startBound[task] = start
    this.#finishBound[task] = finish
    this.#boundBy[task] = boundBy
  }

  /** Two tasks that are both as late as possible move together: one's late dates do not push the other's early ones. */
  #datesSeenBy(task: number, source: number): Dates {
    const held = this.#held
    return held && held.isHeld[source] && this.#compiled.constraint[task] === ALAP ? this.early : this.seen
  }

  #place(task: number): void {
    const { mode, fixedStart, fixedFinish } = this.#compiled
    const { early } = this
    const stands = mode[task]!
    early.driver[task] = BY_PLAN
    if (stands === PLANNED) this.#plan(task)
    else {
      early.start[task] = early.pushed[task] = fixedStart[task]!
      early.finish[task] = fixedFinish[task]!
      if (stands === STARTED) this.#goOn(task)
    }
    const held = this.#held
    if (!held) return
    const isHeld = held.isHeld[task] === 1
    this.seen.start[task] = isHeld ? held.start[task]! : early.start[task]!
    this.seen.finish[task] = isHeld ? held.finish[task]! : early.finish[task]!
  }

  #plan(task: number): void {
    const { runs, constraint, constraintAt, levellingDelay } = this.#compiled
    const { early } = this
    const run = runs[task]!
    const type = constraint[task]!
    const at = constraintAt[task]!
    const mustStart = this.#startBound[task]!
    const mustFinish = this.#finishBound[task]!
    const waits = mustStart > -Infinity || mustFinish > -Infinity
    let by = BY_PLAN
    let begins = mustStart > -Infinity ? mustStart : this.#planStart
    if (begins === mustStart) by = this.#boundBy[task]!
    if (type <= ALAP && mustFinish === -Infinity && !run.parts && levellingDelay[task] === 0) {
      // As most tasks are: the same as below with one look into the calendar less.
      this.#follow(task, begins, by)
      return
    }
    // A date of its own puts a task that waits for nobody before the plan's start, too.
    if (!waits && type === SNET) begins = at
    else if (!waits && type === FNET) begins = startFor(run, at)
    begins = startAt(run, begins)
    if (mustFinish > -Infinity) {
      const forFinish = startFor(run, mustFinish)
      if (forFinish > begins) {
        begins = forFinish
        by = this.#boundBy[task]!
      }
    }
    if (levellingDelay[task]! > 0) {
      begins = startAt(run, begins + levellingDelay[task]!)
      by = BY_LEVELLING
    }
    if (type === SNET || type === FNET) {
      const own = type === SNET ? startAt(run, at) : startFor(run, at)
      if (own >= begins) {
        begins = own
        by = CONSTRAINT - task
      }
    }
    early.pushed[task] = begins
    early.start[task] = begins
    // A finish that a link demands lies where the link says, be it the morning after the last working minute.
    early.finish[task] = Math.max(finishFrom(run, begins), mustFinish)
    early.driver[task] = by
    if (type >= MSO && type !== SNET && type !== FNET) this.#honour(task)
  }

  #follow(task: number, bound: number, by: number): void {
    const { calendar, span } = this.#compiled.runs[task]!
    const { early } = this
    const work = span === 0 ? 0 : calendar.workAt(bound)
    early.start[task] = early.pushed[task] = span === 0 ? bound : calendar.latestAt(work)
    early.finish[task] = span === 0 ? bound : calendar.earliestAt(work + span)
    early.driver[task] = by
  }

  /** Tasks always honour their constraint dates, Project's default, though their predecessors end later. */
  #honour(task: number): void {
    const { runs, constraint, constraintAt } = this.#compiled
    const { early } = this
    const run = runs[task]!
    const at = constraintAt[task]!
    const type = constraint[task]!
    if (type === MSO || (type === SNLT && early.start[task]! > at)) {
      early.start[task] = startAt(run, at)
      early.finish[task] = finishFrom(run, early.start[task]!)
    } else if (type === MFO || (type === FNLT && early.finish[task]! > at)) {
      early.start[task] = startFor(run, at)
      early.finish[task] = at
    } else return
    early.driver[task] = CONSTRAINT - task
  }

  /** A task in progress starts where it started; what is left may have to wait. */
  #goOn(task: number): void {
    const { plan, runs, resumesAt, constraint, constraintAt } = this.#compiled
    const { early } = this
    const bound = this.#startBound[task]!
    // NaN compares as false: without a moment to go on at, what is left may always have to wait.
    if (plan.splitsInProgress && bound > early.start[task]! && !(resumesAt[task]! >= bound)) {
      const run = runs[task]!
      early.finish[task] = Math.max(early.finish[task]!, finishOfRest(run, startAt(run, bound)))
    }
    if (constraint[task] === FNET) early.finish[task] = Math.max(early.finish[task]!, constraintAt[task]!)
  }

  /** A summary spans what is active below it, unless a person dated it. */
  #gather(task: number): boolean {
    const changed = this.#spanInto(this.early, task)
    return this.#held ? this.#spanInto(this.seen, task) || changed : changed
  }

  #spanInto(dates: Dates, task: number): boolean {
    const { network, isActive, fixedStart, fixedFinish } = this.#compiled
    const { first, list } = network.children
    let start = Infinity
    let finish = -Infinity
    for (const counts of [1, 0]) {
      for (let at = first[task]!; at < first[task + 1]!; at++) {
        const child = list[at]!
        if (isActive[child] !== counts) continue
        start = Math.min(start, dates.start[child]!)
        finish = Math.max(finish, dates.finish[child]!)
      }
      if (start < Infinity) break
    }
    if (!Number.isNaN(fixedStart[task]!)) start = fixedStart[task]!
    if (!Number.isNaN(fixedFinish[task]!)) finish = fixedFinish[task]!
    finish = Math.max(start, finish)
    const changed = dates.start[task] !== start || dates.finish[task] !== finish
    dates.start[task] = start
    dates.finish[task] = finish
    return changed
  }
}
