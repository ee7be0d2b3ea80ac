import {
  DONE,
  FF,
  FNLT,
  FS,
  MANUAL,
  MFO,
  MSO,
  PLANNED,
  SNLT,
  SS,
  STARTED,
  type CompiledPlan,
} from './compile-plan'
import { isOnTheWall, lagOf, shiftedBack, type Dates } from './lag'
import { finishAt, finishFrom, startFor, startOfRestFor, type TaskRun } from './task-run'

/** Late dates: how late each can be before what is promised moves. Moments by task index. */
export type LateDates = { start: Float64Array; finish: Float64Array }

/** Each task as late as its successors, constraints, deadline and the end of the plan let it be. */
export class BackwardPass {
  readonly late: LateDates
  planFinish = Infinity
  #compiled: CompiledPlan
  readonly #early: Dates
  /** What links to a task may demand: the start of what is left of it; nothing of what is done. */
  readonly #tiedStart: Float64Array
  /** Likewise its finish: up to the next working moment after its late finish. */
  readonly #tiedFinish: Float64Array
  /** What those after it leave a task, or all that hangs below it. */
  readonly #finishCap: Float64Array
  readonly #startCap: Float64Array

  constructor(compiled: CompiledPlan, early: Dates) {
    const { count } = compiled
    this.#compiled = compiled
    this.#early = early
    this.late = { start: new Float64Array(count), finish: new Float64Array(count) }
    this.#tiedStart = new Float64Array(count)
    this.#tiedFinish = new Float64Array(count)
    this.#finishCap = new Float64Array(count)
    this.#startCap = new Float64Array(count)
  }

  run(planFinish: number): void {
    this.planFinish = planFinish
    const { order } = this.#compiled.network
    for (let at = order.length - 1; at >= 0; at--) this.visit(order[at]!)
  }

  /** Goes on with the same tasks and other links. */
  use(compiled: CompiledPlan): void {
    this.#compiled = compiled
  }

  /** One node after all that waits for it; whether what others see of it has changed. */
  visit(node: number): boolean {
    const { count, network } = this.#compiled
    const task = node < count ? node : node - count
    if (network.hasChildren[task]) {
      if (node < count) return this.#gather(task)
      const oldFinish = this.#finishCap[task]!
      const oldStart = this.#startCap[task]!
      this.#cap(task)
      return oldFinish !== this.#finishCap[task] || oldStart !== this.#startCap[task]
    }
    const { start, finish } = this.late
    const oldStart = start[task]!
    const oldFinish = finish[task]!
    const oldTiedStart = this.#tiedStart[task]!
    const oldTiedFinish = this.#tiedFinish[task]!
    this.#cap(task)
    this.#place(task)
    return (
      oldStart !== start[task] ||
      oldFinish !== finish[task] ||
      oldTiedStart !== this.#tiedStart[task] ||
      oldTiedFinish !== this.#tiedFinish[task]
    )
  }

  /** Whether what hangs right below a summary may start no later than something: then it matters who starts first. */
  bindsFirstOf(summary: number): boolean {
    return this.#startCap[summary]! < Infinity
  }

  /** Only the first to start sets a summary's start, so what follows that start binds only it. */
  #cap(task: number): void {
    const compiled = this.#compiled
    const { network, plan, isActive, mode, linkType } = compiled
    const above = network.parent[task]!
    const early = this.#early
    let finish = above < 0 ? this.planFinish : this.#finishCap[above]!
    let start = above >= 0 && early.start[task] === early.start[above] ? this.#startCap[above]! : Infinity
    const isOpen = this.#isOpenEnd(task)
    if (plan.hasSeveralCriticalPaths && isOpen) finish = Math.min(finish, early.finish[task]!)
    if (isActive[task]) {
      const end = network.leaving.first[task + 1]!
      for (let at = network.leaving.first[task]!; at < end; at++) {
        const link = network.leaving.list[at]!
        const target = network.to[link]!
        if (!isActive[target]) continue
        const type = linkType[link]!
        const bindsFinish = type === FS || type === FF
        // What has started cannot start later; nor does what a person dated.
        if (!bindsFinish && (mode[task] === STARTED || mode[task] === MANUAL)) continue
        const anchor = this.#anchor(type, target)
        if (anchor === Infinity) continue
        const lag = compiled.lag[link] === 0 ? 0 : lagOf(compiled, link, early)
        const calendar = compiled.lagsOn[target]!
        const bound = lag === 0 ? anchor : shiftedBack(anchor, lag, isOnTheWall(compiled, link), calendar)
        if (bindsFinish) finish = Math.min(finish, bound)
        else start = Math.min(start, bound)
      }
    }
    if (network.hasChildren[task]) {
      if (compiled.constraint[task] === FNLT) finish = Math.min(finish, compiled.constraintAt[task]!)
      // NaN where nobody dated the summary by hand.
      if (compiled.fixedFinish[task]! < finish) finish = compiled.fixedFinish[task]!
    }
    this.#finishCap[task] = finish
    this.#startCap[task] = start
  }

  #isOpenEnd(task: number): boolean {
    const { leaving } = this.#compiled.network
    return leaving.first[task] === leaving.first[task + 1]
  }

  #anchor(type: number, target: number): number {
    const { mode, runs, fixedStart } = this.#compiled
    if (type === SS && mode[target] === STARTED) {
      // As Project has it: the predecessor's start may lag what is done of a successor that others wait for.
      if (this.#isOpenEnd(target)) return Infinity
      return finishFrom(doneOf(runs[target]!), fixedStart[target]!)
    }
    return type === FS || type === SS ? this.#tiedStart[target]! : this.#tiedFinish[target]!
  }

  #place(task: number): void {
    const { mode, runs, fixedStart, fixedFinish, isActive } = this.#compiled
    const { late } = this
    if (mode[task] === DONE) {
      late.start[task] = fixedStart[task]!
      late.finish[task] = fixedFinish[task]!
      this.#tiedStart[task] = this.#tiedFinish[task] = Infinity
      return
    }
    const run = runs[task]!
    if (mode[task] === PLANNED && this.#isPlain(task)) {
      this.#precede(task)
      return
    }
    let ends = this.#finishCap[task]!
    let tied = ends
    const startCap = this.#startCap[task]!
    // What a person dated stays where the next task leaves it, and is not drawn back to an evening.
    if (run.span === 0 || mode[task] === MANUAL) ends = tied = Math.min(ends, startCap)
    else {
      ends = finishAt(run, ends)
      if (startCap < Infinity) {
        ends = Math.min(ends, finishFrom(run, startCap))
        const { calendar, span, parts } = run
        tied = Math.min(tied, parts ? ends : calendar.latestAt(calendar.workAt(startCap) + span))
      }
    }
    const limit = this.#limit(task, ends)
    if (limit !== ends) {
      ends = finishAt(run, limit)
      tied = limit
    }
    late.start[task] = this.#lateStart(task, ends)
    late.finish[task] = ends
    this.#tiedStart[task] = isActive[task] ? this.#heldStart(task, ends) : Infinity
    this.#tiedFinish[task] = isActive[task] ? tied : Infinity
  }

  /** As most tasks are: nothing but what comes after it binds its finish. */
  #isPlain(task: number): boolean {
    const { runs, isActive, constraint, deadline, levellingDelay } = this.#compiled
    const { parts, span } = runs[task]!
    const isBound = constraint[task]! >= MSO || deadline[task]! < Infinity || levellingDelay[task]! > 0
    return !isBound && !parts && span > 0 && isActive[task] === 1 && this.#startCap[task] === Infinity
  }

  /** The same as for any task, with one look into the calendar less. */
  #precede(task: number): void {
    const { calendar, span } = this.#compiled.runs[task]!
    const { late } = this
    const cap = this.#finishCap[task]!
    const work = calendar.workAt(cap)
    late.finish[task] = calendar.earliestAt(work)
    late.start[task] = this.#tiedStart[task] = calendar.latestAt(work - span)
    this.#tiedFinish[task] = cap
  }

  #lateStart(task: number, ends: number): number {
    const { mode, runs, fixedStart, calendarOf } = this.#compiled
    if (mode[task] === STARTED) return fixedStart[task]!
    const early = this.#early
    const isFixed = mode[task] === MANUAL && calendarOf[task]!.between(early.finish[task]!, ends) === 0
    return isFixed ? early.start[task]! : startFor(runs[task]!, ends)
  }

  /**
   * What those before the task are held by: its late start less what levelling keeps free before it. What has started
   * holds them where it goes on; so 24 links of public files, without exception.
   */
  #heldStart(task: number, ends: number): number {
    const { mode, runs, resumesAt, levellingDelay } = this.#compiled
    if (mode[task] === PLANNED) return this.late.start[task]! - levellingDelay[task]!
    if (mode[task] !== STARTED) return this.late.start[task]!
    if (runs[task]!.span === 0) return ends
    const resumes = resumesAt[task]!
    return Number.isNaN(resumes) ? startOfRestFor(runs[task]!, ends) : resumes
  }

  /** What constraints and a deadline make of a late finish. */
  #limit(task: number, ends: number): number {
    const { constraint, constraintAt, deadline, runs } = this.#compiled
    const at = constraintAt[task]!
    const run = runs[task]!
    const until = Math.min(ends, deadline[task]!)
    switch (constraint[task]) {
      // A date that is honoured is late as it is early, whatever the deadline.
      case MSO:
        return finishFrom(run, at)
      case MFO:
        return at
      case SNLT:
        return Math.min(until, finishFrom(run, at))
      case FNLT:
        return Math.min(until, at)
      default:
        return until
    }
  }

  #gather(task: number): boolean {
    const { network, isActive, mode, fixedStart } = this.#compiled
    const { late } = this
    let [start, finish, tiedStart, tiedFinish] = [Infinity, -Infinity, Infinity, Infinity]
    for (const counts of [1, 0]) {
      for (let at = network.children.first[task]!; at < network.children.first[task + 1]!; at++) {
        const child = network.children.list[at]!
        if (isActive[child] !== counts) continue
        // What a person dated counts in its summary with the dates that it has.
        const dates = mode[child] === MANUAL ? this.#early : late
        start = Math.min(start, dates.start[child]!)
        finish = Math.max(finish, dates.finish[child]!)
        const began = mode[child] === STARTED ? fixedStart[child]! : Infinity
        tiedStart = Math.min(tiedStart, this.#tiedStart[child]!, began)
        tiedFinish = Math.min(tiedFinish, this.#tiedFinish[child]!)
      }
      if (start < Infinity) break
    }
    const changed =
      late.start[task] !== start ||
      late.finish[task] !== finish ||
      this.#tiedStart[task] !== tiedStart ||
      this.#tiedFinish[task] !== tiedFinish
    late.start[task] = start
    late.finish[task] = finish
    this.#tiedStart[task] = tiedStart
    this.#tiedFinish[task] = tiedFinish
    return changed
  }
}

function doneOf(run: TaskRun): TaskRun {
  return { calendar: run.calendar, span: run.span - run.remaining, remaining: 0, parts: null }
}
