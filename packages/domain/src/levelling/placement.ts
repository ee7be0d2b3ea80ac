import { startAt } from '../schedule/task-run'
import type { CompiledPlan } from '../schedule/compile-plan'
import { ForwardPass } from '../schedule/forward-pass'
import { eachDependent } from '../schedule/network'
import type { Bookings } from './bookings'
import type { Need } from './demand'

const MOST_TRIES = 40

/** Who goes first among those that could: the lower number. */
export type Rank = ArrayLike<number>

/** What both schemes work on: the plan compiled for itself, since the delays in it are changed. */
export type Bench = {
  compiled: CompiledPlan
  needs: Need[][]
  movable: Uint8Array
  people: () => Map<number, Bookings>
}

/**
 * Places the nodes of a network one by one, each after all that it waits for: the scheduler itself dates every task,
 * so no link, calendar or constraint is broken by it. What is placed stays.
 */
export class Placement {
  readonly pass: ForwardPass
  /** Tasks in the order in which they were placed. */
  readonly placed: number[] = []
  /** Tasks whose predecessors are placed. */
  readonly ready = new Set<number>()
  readonly #bench: Bench
  readonly #people: Map<number, Bookings>
  readonly #waitsFor: Int32Array

  constructor(bench: Bench) {
    const { network, count, planStart, levellingDelay } = bench.compiled
    this.#bench = bench
    this.#people = bench.people()
    this.pass = new ForwardPass(bench.compiled, planStart)
    this.#waitsFor = new Int32Array(2 * count)
    for (let task = 0; task < count; task++) if (bench.movable[task]) levellingDelay[task] = 0
    for (const node of network.order)
      eachDependent(network, node, (dependent) => this.#waitsFor[dependent]!++)
    for (const node of network.order) if (this.#waitsFor[node] === 0) this.#reach(node)
  }

  /** The end of the first clash that a ready task runs into where it stands; `null` where everybody has time. */
  clashEnd(task: number): number | null {
    const { start, finish } = this.pass.early
    let latest: number | null = null
    for (const { resourceUid, units } of this.#needs(task)) {
      const clash = this.#people.get(resourceUid)?.clash(start[task]!, finish[task]!, units)
      if (clash) latest = Math.max(latest ?? -Infinity, clash.to)
    }
    return latest
  }

  /** Delays a ready task so that it starts no earlier than a moment; false where it cannot be moved there. */
  delayTo(task: number, moment: number): boolean {
    const { compiled } = this.#bench
    const { start } = this.pass.early
    const target = startAt(compiled.runs[task]!, moment)
    if (!Number.isFinite(target)) return false
    const before = compiled.levellingDelay[task]!
    // A date of the task's own may hide a delay until that is longer; one it must start or finish by never gives way.
    for (let tries = 0; start[task]! < target && tries < MOST_TRIES; tries++) {
      compiled.levellingDelay[task]! += target - start[task]!
      this.pass.visit(task)
    }
    if (start[task]! >= target && Number.isFinite(this.pass.early.finish[task]!)) return true
    compiled.levellingDelay[task] = before
    this.pass.visit(task)
    return false
  }

  /** Takes its people's time and lets go what waited for it. */
  place(task: number): void {
    const { start, finish } = this.pass.early
    for (const { resourceUid, units } of this.#needs(task))
      this.#people.get(resourceUid)?.take(start[task]!, finish[task]!, units)
    this.ready.delete(task)
    this.placed.push(task)
    this.#letGo(task)
  }

  /** A need above all there is clashes with nobody: it is told, and no delay would help. */
  #needs(task: number): Need[] {
    return this.#bench.needs[task]!.filter(
      ({ resourceUid, units }) => units <= (this.#people.get(resourceUid)?.maxUnits ?? -1),
    )
  }

  /** What has no people of its own, or may not move, is placed at once; the rest waits for its turn. */
  #reach(node: number): void {
    const { compiled, needs, movable } = this.#bench
    const { count, network } = compiled
    this.pass.visit(node)
    if (node >= count || network.hasChildren[node]) return this.#letGo(node)
    if (needs[node]!.length === 0 || !movable[node]) return this.place(node)
    this.ready.add(node)
  }

  #letGo(node: number): void {
    const reached: number[] = []
    eachDependent(this.#bench.compiled.network, node, (dependent) => {
      if (--this.#waitsFor[dependent]! === 0) reached.push(dependent)
    })
    for (const each of reached) this.#reach(each)
  }
}

/** The first of some tasks by rank, by the plan's order where that says nothing. */
export function firstBy(rank: Rank, tasks: Iterable<number>): number {
  let first = -1
  for (const task of tasks) {
    if (first < 0 || rank[task]! < rank[first]! || (rank[task] === rank[first] && task < first)) first = task
  }
  return first
}
