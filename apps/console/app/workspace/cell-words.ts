import { predecessorText } from '@countersign/domain/plan-text/predecessor-text'
import { shortDuration } from '@countersign/domain/plan-text/duration-text'
import { endOfBranch } from '@countersign/domain/schedule/outline'
import type { PlanAssignment, PlanLink, PlanResource } from '@countersign/domain/schedule/plan'
import { progressOf } from '@countersign/domain/schedule/progress'
import type { OpenPlan } from './open-plan'

/**
 * What the cells of a row show. The domain's `cellText` says the same for one cell, at the cost of the whole plan; here
 * what is looked up stays looked up until links or assignments change, since forty rows ask at once.
 */
export class CellWords {
  #plan: OpenPlan
  #links = new Lookup<PlanLink>(({ toUid }) => toUid)
  #work = new Lookup<PlanAssignment>(({ taskUid }) => taskUid)
  #names: { of: unknown; names: Map<number, string> } = { of: null, names: new Map() }

  constructor(plan: OpenPlan) {
    this.#plan = plan
  }

  /** '3FS+2d; 5' */
  predecessors(uid: number): string {
    const { plan } = this.#plan.workspace
    return this.#links
      .of(plan.links, uid)
      .map((link) =>
        predecessorText({ ...link, reference: String(this.#plan.positionOf(link.fromUid) + 1) }, plan),
      )
      .join('; ')
  }

  /** 'Ana; Ben 50%' */
  people(uid: number): string {
    const { plan } = this.#plan.workspace
    const names = this.#namesOf(plan.resources)
    return this.#work
      .of(plan.assignments, uid)
      .map(({ resourceUid, unitsPercent }) => {
        const name = names.get(resourceUid) ?? ''
        return unitsPercent === 100 ? name : `${name} ${Math.round(unitsPercent)}%`
      })
      .join('; ')
  }

  /** 'Ana; Ben' */
  names(resourceUids: readonly number[]): string {
    const names = this.#namesOf(this.#plan.workspace.plan.resources)
    return resourceUids.map((uid) => names.get(uid) ?? '').join('; ')
  }

  /** '3d'; a summary's is that of its tasks, and not said. */
  duration(uid: number): string {
    const task = this.#plan.taskOf(uid)
    if (!task || task.isSummary) return ''
    const { plan } = this.#plan.workspace
    return `${shortDuration(task.durationMinutes, task.isElapsed, plan)}${task.isEstimated ? '?' : ''}`
  }

  /** 0 to 100; of a summary what its tasks have. */
  percent(uid: number): number {
    const { tasks } = this.#plan.workspace.plan
    const at = this.#plan.positionOf(uid)
    const task = tasks[at]
    if (!task) return 0
    return task.isSummary ? progressOf(tasks.slice(at + 1, endOfBranch(tasks, at))) : task.percentComplete
  }

  #namesOf(resources: readonly PlanResource[]): Map<number, string> {
    if (this.#names.of !== resources)
      this.#names = { of: resources, names: new Map(resources.map(({ uid, name }) => [uid, name])) }
    return this.#names.names
  }
}

/** A list by one of its numbers, made anew only when the list is another. */
class Lookup<Item> {
  #keyOf: (item: Item) => number
  #of: readonly Item[] = []
  #items = new Map<number, Item[]>()

  constructor(keyOf: (item: Item) => number) {
    this.#keyOf = keyOf
  }

  of(items: readonly Item[], key: number): readonly Item[] {
    if (this.#of !== items) {
      this.#of = items
      this.#items = new Map()
      for (const item of items) {
        const known = this.#items.get(this.#keyOf(item))
        if (known) known.push(item)
        else this.#items.set(this.#keyOf(item), [item])
      }
    }
    return this.#items.get(key) ?? []
  }
}
