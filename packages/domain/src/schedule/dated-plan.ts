import { BackwardPass } from './backward-pass'
import { ALAP, PERCENT, PLANNED, type CompiledPlan } from './compile-plan'
import { freeFloatOf, startedSummaries, totalFloatOf } from './float'
import { ForwardPass } from './forward-pass'
import { eachDependent } from './network'
import { NodeSet } from './node-set'
import type { Driver, ScheduledTask } from './plan'
import type { ScheduleRefusal } from './refusal'
import {
  driverOf,
  isCriticalWith,
  passesOf,
  scheduledTask,
  scheduleOf,
  spanOf,
  whyStuck,
  type Passes,
  type Schedule,
} from './schedule-plan'

/**
 * A compiled plan with its dates, which can follow a change of one task or link. Where one pass does not settle a
 * plan (tasks as late as possible, plans from their finish, several critical paths) each change takes whole passes.
 */
export class DatedPlan {
  compiled: CompiledPlan
  #passes: Passes
  #steps: { forward: ForwardPass; backward: BackwardPass } | null
  #hasStarted: Uint8Array
  #totalFloat: Float64Array
  #freeFloat: Float64Array
  #isTouched: Uint8Array
  #touched: number[] = []
  #changed: number[] = []

  static of(compiled: CompiledPlan): { ok: true; dated: DatedPlan } | ScheduleRefusal {
    const settled = settle(compiled)
    return settled.ok ? { ok: true, dated: new DatedPlan(compiled, settled) } : settled
  }

  private constructor(compiled: CompiledPlan, settled: Settled) {
    const { count } = compiled
    this.compiled = compiled
    this.#passes = settled.passes
    this.#steps = settled.steps
    this.#hasStarted = startedSummaries(compiled)
    this.#totalFloat = new Float64Array(count)
    this.#freeFloat = new Float64Array(count)
    this.#isTouched = new Uint8Array(count)
    for (let task = 0; task < count; task++) this.#setFloat(task)
  }

  schedule(): Schedule & { ok: true } {
    return scheduleOf(this.compiled, this.#passes)
  }

  taskAt(task: number): ScheduledTask {
    return scheduledTask(this.compiled, this.#passes, this.#hasStarted, task)
  }

  /** First start and last finish, as moments. */
  span(): { start: number; finish: number } {
    return spanOf(this.compiled, this.#passes)
  }

  /** Index of each task whose dates or float the last change moved, and of what was changed itself. */
  takeChanged(): number[] {
    const changed = this.#changed
    this.#changed = []
    return changed
  }

  /** Whether a task stands as another plan's does. */
  isSame(task: number, other: DatedPlan, theirs: number): boolean {
    const [a, b] = [this.#passes, other.#passes]
    return (
      a.scheduled.start[task] === b.scheduled.start[theirs] &&
      a.scheduled.finish[task] === b.scheduled.finish[theirs] &&
      a.early.start[task] === b.early.start[theirs] &&
      a.early.finish[task] === b.early.finish[theirs] &&
      a.late.start[task] === b.late.start[theirs] &&
      a.late.finish[task] === b.late.finish[theirs] &&
      this.#totalFloat[task] === other.#totalFloat[theirs] &&
      this.#freeFloat[task] === other.#freeFloat[theirs] &&
      this.#isCritical(task) === other.#isCritical(theirs) &&
      isSameDriver(this.#driverOf(task), other.#driverOf(theirs))
    )
  }

  #isCritical(task: number): boolean {
    return isCriticalWith(this.compiled, task, this.#totalFloat[task]!)
  }

  #driverOf(task: number): Driver {
    return driverOf(this.compiled, this.#passes.early, task)
  }

  /** After the task's fields were compiled anew. */
  followTask(task: number): ScheduleRefusal | null {
    const { compiled } = this
    this.#hasStarted = startedSummaries(compiled)
    if (!this.#steps || !settlesInOnePass(compiled)) return this.#settleAnew(task)
    const { network, count } = compiled
    const { parent, entering, leaving, from, to } = network
    const wanted = this.#wanted()
    wanted.ahead.add(task)
    if (network.hasChildren[task]) wanted.ahead.add(count + task)
    for (let at = leaving.first[task]!; at < leaving.first[task + 1]!; at++)
      wanted.ahead.add(to[leaving.list[at]!]!)
    if (parent[task]! >= 0) wanted.ahead.add(count + parent[task]!)

    this.#wantCap(wanted.back, task)
    wanted.back.add(task)
    for (let at = entering.first[task]!; at < entering.first[task + 1]!; at++) {
      this.#wantCap(wanted.back, from[entering.list[at]!]!)
      // Its levelling delay, its calendar and whether it is done are in their free float, though no date moves.
      this.#touch(from[entering.list[at]!]!)
    }
    if (parent[task]! >= 0) wanted.back.add(parent[task]!)
    this.#touch(task)
    for (let above = parent[task]!; above >= 0; above = parent[above]!) this.#touch(above)
    return this.#sweep(wanted)
  }

  /** After a link came (`removedAt` -1) or went; `compiled` is the plan with the links as they are now. */
  followLink(
    compiled: CompiledPlan,
    source: number,
    target: number,
    removedAt: number,
  ): ScheduleRefusal | null {
    this.compiled = compiled
    if (!this.#steps || !settlesInOnePass(compiled)) return this.#settleAnew(target)
    const { forward, backward } = this.#steps
    forward.use(compiled)
    backward.use(compiled)
    if (removedAt >= 0) forward.linkRemoved(removedAt)
    const wanted = this.#wanted()
    wanted.ahead.add(target)
    this.#wantCap(wanted.back, source)
    this.#wantSourcesOf(wanted.back, source)
    this.#touch(source)
    this.#touch(target)
    return this.#sweep(wanted)
  }

  #wanted() {
    const { order, position } = this.compiled.network
    return { ahead: new NodeSet(order, position), back: new NodeSet(order, position) }
  }

  #sweep(wanted: { ahead: NodeSet; back: NodeSet }): ScheduleRefusal | null {
    const { compiled } = this
    const { network, count } = compiled
    const { forward, backward } = this.#steps!
    let stuck = -1
    wanted.ahead.forwards((node) => {
      const task = node < count ? node : node - count
      if (!forward.visit(node)) return
      if (node >= count || !network.hasChildren[node]) this.#dateMoved(task, wanted.back)
      if (!Number.isFinite(forward.early.finish[task]!) && !network.hasChildren[task]) stuck = task
      eachDependent(network, node, (dependent) => wanted.ahead.add(dependent))
    })
    if (stuck >= 0) return whyStuck(compiled, stuck)

    const planFinish = forward.lastFinish()
    if (planFinish !== backward.planFinish) {
      backward.planFinish = planFinish
      for (let task = 0; task < count; task++) if (network.parent[task]! < 0) this.#wantCap(wanted.back, task)
    }
    wanted.back.backwards((node) => {
      if (!backward.visit(node)) return
      const task = node < count ? node : node - count
      if (node >= count) {
        for (let at = network.children.first[task]!; at < network.children.first[task + 1]!; at++)
          this.#wantCap(wanted.back, network.children.list[at]!)
        return
      }
      this.#touch(task)
      this.#wantSourcesOf(wanted.back, task)
      if (network.parent[task]! >= 0) wanted.back.add(network.parent[task]!)
    })
    this.#passes.planFinish = planFinish
    this.#settleFloats()
    return null
  }

  /** What else hangs on early dates: float, the free float before it, who starts first below a summary, per cent. */
  #dateMoved(task: number, back: NodeSet): void {
    const { network, lagUnit } = this.compiled
    const { backward } = this.#steps!
    this.#touch(task)
    const { entering, leaving, from, parent, hasChildren, children } = network
    for (let at = entering.first[task]!; at < entering.first[task + 1]!; at++)
      this.#touch(from[entering.list[at]!]!)
    if (parent[task]! >= 0 && backward.bindsFirstOf(parent[task]!)) this.#wantCap(back, task)
    if (!hasChildren[task]) return
    for (let at = leaving.first[task]!; at < leaving.first[task + 1]!; at++)
      if (lagUnit[leaving.list[at]!]! >= PERCENT) this.#wantCap(back, task)
    if (!backward.bindsFirstOf(task)) return
    for (let at = children.first[task]!; at < children.first[task + 1]!; at++)
      this.#wantCap(back, children.list[at]!)
  }

  /** The node at which a task learns what those after it leave it. */
  #wantCap(back: NodeSet, task: number): void {
    const { count, network } = this.compiled
    back.add(network.hasChildren[task] ? count + task : task)
  }

  #wantSourcesOf(back: NodeSet, task: number): void {
    const { entering, from } = this.compiled.network
    for (let at = entering.first[task]!; at < entering.first[task + 1]!; at++)
      this.#wantCap(back, from[entering.list[at]!]!)
  }

  #touch(task: number): void {
    if (this.#isTouched[task]) return
    this.#isTouched[task] = 1
    this.#touched.push(task)
  }

  #settleFloats(): void {
    for (const task of this.#touched) {
      this.#isTouched[task] = 0
      this.#setFloat(task)
    }
    this.#changed = this.#touched
    this.#touched = []
  }

  #setFloat(task: number): void {
    const { early, late, scheduled } = this.#passes
    const total = totalFloatOf(this.compiled, task, early, late, this.#hasStarted)
    this.#totalFloat[task] = total
    this.#freeFloat[task] = freeFloatOf(this.compiled, task, scheduled, total)
  }

  #settleAnew(changed: number): ScheduleRefusal | null {
    const settled = settle(this.compiled)
    if (!settled.ok) return settled
    const before = new DatedPlan(this.compiled, { ok: true, passes: this.#passes, steps: this.#steps })
    before.#totalFloat = this.#totalFloat.slice()
    before.#freeFloat = this.#freeFloat.slice()
    this.#passes = settled.passes
    this.#steps = settled.steps
    this.#changed = []
    for (let task = 0; task < this.compiled.count; task++) {
      this.#setFloat(task)
      if (task === changed || !this.isSame(task, before, task)) this.#changed.push(task)
    }
    return null
  }
}

function isSameDriver(one: Driver, other: Driver): boolean {
  return one.kind === other.kind && JSON.stringify(one) === JSON.stringify(other)
}

type Settled = { ok: true; passes: Passes; steps: { forward: ForwardPass; backward: BackwardPass } | null }

function settle(compiled: CompiledPlan): Settled | ScheduleRefusal {
  if (!settlesInOnePass(compiled)) {
    const passes = passesOf(compiled)
    return passes.ok ? { ...passes, steps: null } : passes
  }
  const { planStart } = compiled
  const forward = new ForwardPass(compiled, planStart)
  const stuck = forward.run()
  if (stuck >= 0) return whyStuck(compiled, stuck)
  const planFinish = forward.lastFinish()
  const backward = new BackwardPass(compiled, forward.early)
  backward.run(planFinish)
  const passes = { early: forward.early, late: backward.late, scheduled: forward.seen, planStart, planFinish }
  return { ok: true, passes, steps: { forward, backward } }
}

function settlesInOnePass({ plan, planFinish, constraint, mode, count }: CompiledPlan): boolean {
  if (planFinish !== null || plan.hasSeveralCriticalPaths) return false
  for (let task = 0; task < count; task++)
    if (constraint[task] === ALAP && mode[task] === PLANNED) return false
  return true
}
