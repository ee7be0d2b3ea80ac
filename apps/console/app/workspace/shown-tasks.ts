import { momentOf } from '@countersign/domain/schedule/moment'
import { progressOf } from '@countersign/domain/schedule/progress'
import { inOrder, keyOf, type Group, type Grouping } from './grouping'
import type { OpenPlan } from './open-plan'
import { NEW_ROW } from './selection'
import { judged, outlineRows, summariesAbove, type Judgement } from './shown-rows'
import type { TaskFacts, TaskFilter } from './task-filter'

/** A row that stands for the tasks under it. */
export type GroupRow = { id: number; group: Group; uids: readonly number[] }

/** What a group's row shows of its tasks: their span in moments, and how much of them is done. */
export type GroupFacts = { start: number; finish: number; percentDone: number }

type Chosen = { filter?: TaskFilter; grouping?: Grouping }

const FIRST_GROUP = NEW_ROW - 1
const everything: TaskFilter = { kind: 'all' }

/**
 * Which tasks have a row, and in what order. A filter and a grouping are judged when they are chosen and then hold:
 * no row leaves under the hand that changes it. `stale` says for how many they would be judged differently by now.
 */
export class ShownTasks {
  filter = everything
  grouping: Grouping = 'none'
  /** The uids of tasks, and the numbers of groups, which are below those of tasks. */
  rows: readonly number[] = []
  #groups: ReadonlyMap<number, GroupRow> = new Map()
  #plan: OpenPlan
  #now: string
  /** `null` where every task is wanted in its place. */
  #judgements: Map<number, Judgement> | null = null
  #collapsed: ReadonlySet<number> = new Set()
  /** Who filters or groups wants to see what is found, and begins with all of it open. */
  #folded: ReadonlySet<number> = new Set()
  #numbers = new Map<string, number>()
  #arranged = { epoch: -1, edition: -1 }
  #edition = 0
  #staleAt = { changes: -1, edition: -1, count: 0 }
  #factsAt = { changes: -1, of: new Map<number, GroupFacts>() }

  constructor(plan: OpenPlan, now: string) {
    this.#plan = plan
    this.#now = now
  }

  /** Whether the rows are the plan's own breakdown, in which a row can be typed at the end. */
  get isWhole(): boolean {
    return this.filter.kind === 'all' && this.grouping === 'none'
  }

  get isGrouped(): boolean {
    return this.grouping !== 'none'
  }

  /** Summaries and groups that are closed, in what is shown now. */
  get folded(): ReadonlySet<number> {
    return this.isWhole ? this.#collapsed : this.#folded
  }

  fold(folded: ReadonlySet<number>) {
    if (this.isWhole) this.#collapsed = folded
    else this.#folded = folded
    this.#edition++
  }

  /** All that can be closed. */
  get foldable(): number[] {
    if (this.isGrouped) return [...this.#groups.keys()]
    return this.#plan.workspace.plan.tasks.filter(({ isSummary }) => isSummary).map(({ uid }) => uid)
  }

  /** Also judges anew where filter and grouping stay as they are. */
  choose({ filter = this.filter, grouping = this.grouping }: Chosen = {}) {
    this.filter = filter
    this.grouping = grouping
    this.#judgements = this.isWhole ? null : this.#judge()
    this.#folded = new Set()
    this.#edition++
  }

  /** Shows a task that is about to be added beside another one, whatever the filter says of it. */
  showBeside(uid: number, neighbour: number) {
    const judgement = this.#judgements?.get(neighbour)
    if (judgement) this.#judgements!.set(uid, judgement)
  }

  /** Opens what hides a task and shows it, also one that the filter does not want. */
  reveal(uid: number) {
    if (this.#judgements && !this.#judgements.get(uid)) {
      const found = judged(this.#plan.workspace.plan.tasks, everything, this.grouping, this.#facts()).get(uid)
      // A summary has no row among groups: then it is looked at where it stands.
      if (!found) return this.choose({ filter: everything, grouping: 'none' })
      this.#judgements.set(uid, found)
    }
    const group = this.#judgements?.get(uid)?.group
    const { tasks } = this.#plan.workspace.plan
    const over = group ? [this.#numberOf(group)] : summariesAbove(tasks, this.#plan.positionOf(uid))
    if (over.some((each) => this.folded.has(each)))
      this.fold(new Set([...this.folded].filter((each) => !over.includes(each))))
    this.#edition++
  }

  groupAt(id: number): GroupRow | undefined {
    return this.#groups.get(id)
  }

  /** Whether the rows are others than before. */
  arrange(): boolean {
    const { epoch } = this.#plan
    if (this.#arranged.epoch === epoch && this.#arranged.edition === this.#edition) return false
    const isOtherPlan = this.#arranged.epoch !== epoch
    this.#arranged = { epoch, edition: this.#edition }
    if (isOtherPlan && this.#judgements) this.#judgeNewcomers(this.#judgements)
    const { tasks } = this.#plan.workspace.plan
    if (this.isGrouped) this.#arrangeGroups()
    else this.rows = outlineRows(tasks, this.folded, this.#isWanted)
    return true
  }

  /** How many tasks do not stand any more where filter and grouping would put them. */
  get stale(): number {
    const { changes, isPreviewing } = this.#plan
    const at = this.#staleAt
    if (!this.#judgements || isPreviewing) return at.edition === this.#edition ? at.count : 0
    if (at.changes === changes && at.edition === this.#edition) return at.count
    let count = 0
    for (const [uid, now] of this.#judge())
      if (placeIn(now) !== placeIn(this.#judgements.get(uid) ?? null)) count++
    this.#staleAt = { changes, edition: this.#edition, count }
    return count
  }

  /** Worked out once for every state of the plan. */
  factsOf({ id, uids }: GroupRow): GroupFacts {
    const { changes } = this.#plan
    if (this.#factsAt.changes !== changes) this.#factsAt = { changes, of: new Map() }
    let facts = this.#factsAt.of.get(id)
    if (!facts) this.#factsAt.of.set(id, (facts = this.#workedOut(uids)))
    return facts
  }

  #isWanted = (uid: number): boolean => !this.#judgements || !!this.#judgements.get(uid)

  #judge(): Map<number, Judgement> {
    return judged(this.#plan.workspace.plan.tasks, this.filter, this.grouping, this.#facts())
  }

  #judgeNewcomers(known: Map<number, Judgement>) {
    const { tasks } = this.#plan.workspace.plan
    if (tasks.every(({ uid }) => known.has(uid))) return
    for (const [uid, judgement] of this.#judge()) if (!known.has(uid)) known.set(uid, judgement)
  }

  #arrangeGroups() {
    const { plan } = this.#plan.workspace
    const byKey = new Map<string, { group: Group; uids: number[] }>()
    for (const { uid, isSummary } of plan.tasks) {
      const group = this.#judgements?.get(uid)?.group
      // What got tasks below it since has become a summary.
      if (!group || isSummary) continue
      const known = byKey.get(keyOf(group))
      if (known) known.uids.push(uid)
      else byKey.set(keyOf(group), { group, uids: [uid] })
    }
    const rows: number[] = []
    const groups = new Map<number, GroupRow>()
    for (const { group, uids } of inOrder([...byKey.values()], plan)) {
      const id = this.#numberOf(group)
      groups.set(id, { id, group, uids })
      rows.push(id)
      if (!this.#folded.has(id)) rows.push(...uids)
    }
    this.#groups = groups
    this.#factsAt.changes = -1
    this.rows = rows
  }

  #numberOf(group: Group): number {
    const key = keyOf(group)
    const number = this.#numbers.get(key) ?? FIRST_GROUP - this.#numbers.size
    this.#numbers.set(key, number)
    return number
  }

  #facts(): TaskFacts {
    const { resources, assignments } = this.#plan.workspace.plan
    const order = new Map(
      resources.filter(({ kind }) => kind === 'work').map(({ uid }, at) => [uid, at] as const),
    )
    const workers = new Map<number, number[]>()
    for (const { taskUid, resourceUid } of assignments) {
      if (!order.has(resourceUid)) continue
      const known = workers.get(taskUid)
      if (!known) workers.set(taskUid, [resourceUid])
      else if (!known.includes(resourceUid)) known.push(resourceUid)
    }
    for (const uids of workers.values()) uids.sort((a, b) => order.get(a)! - order.get(b)!)
    return {
      dateOf: (uid) => this.#plan.dateOf(uid),
      workersOf: (uid) => workers.get(uid) ?? [],
      now: this.#now,
    }
  }

  #workedOut(uids: readonly number[]): GroupFacts {
    let [start, finish] = ['~', '']
    const tasks = []
    for (const uid of uids) {
      const dates = this.#plan.dateOf(uid)!
      if (dates.start < start) start = dates.start
      if (dates.finish > finish) finish = dates.finish
      const { durationMinutes, percentComplete } = this.#plan.taskOf(uid)!
      tasks.push({ outlineLevel: 1, durationMinutes, percentComplete })
    }
    return { start: momentOf(start), finish: momentOf(finish), percentDone: progressOf(tasks) }
  }
}

function placeIn(judgement: Judgement): string | null {
  return judgement && (judgement.group ? keyOf(judgement.group) : '')
}
