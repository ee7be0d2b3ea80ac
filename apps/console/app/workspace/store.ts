import { withEdits } from '@countersign/domain/workspace/apply-edits'
import { cellText, typeCell, type BadCell, type Reading } from '@countersign/domain/workspace/cells'
import type { CommandRefusal } from '@countersign/domain/workspace/commands'
import { insertTask } from '@countersign/domain/workspace/outline-commands'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { CellWords } from './cell-words'
import { OpenPlan, type PlanRefusal } from './open-plan'
import type { PlanServer } from './plan-server'
import { Saving, type Confirmed } from './saving'
import { NEW_ROW, single, type CellPlace, type Selection, type Sheet } from './selection'
import { isTyped, type SheetColumn } from './sheet-columns'
import { shownRows, summariesAbove, type TaskFilter } from './shown-rows'

export type Refused = PlanRefusal | (BadCell & { isOfBlock?: true }) | { ok: false; why: CommandRefusal }
export type Place = CellPlace<SheetColumn>
/** A cell that is being typed in; `start` is what was typed to begin, null where its text is to be changed. */
export type Typing = Place & { start: string | null }
/** What was refused, and where it was typed. */
export type Complaint = Partial<Place> & { refusal: Refused }

export type AgreedBaseline = {
  name: string
  /** In moments, by task. */
  spans: ReadonlyMap<number, { start: number; finish: number }>
}
export type StoreWords = { newTask: string }

export type Opening = {
  confirmed: Confirmed
  server: PlanServer<Confirmed>
  reading: Pick<Reading, 'dayOrder'>
  words: StoreWords
  columns: readonly SheetColumn[]
  agreed: AgreedBaseline | null
  likely: ReadonlyMap<number, number> | null
  /** The project's local date and time. */
  now: string
}

/**
 * All that the workspace knows: the plan as edited, what of it is saved, where the cursor is, what is shown. Components
 * read it through `useStore` and are told of a change by its version.
 */
export class WorkspaceStore {
  readonly plan: OpenPlan
  readonly saving: Saving
  readonly words: CellWords
  readonly now: string
  selection: Selection<SheetColumn> = single({ uid: NEW_ROW, column: 'name' })
  typing: Typing | null = null
  complaint: Complaint | null = null
  filter: TaskFilter = { kind: 'all' }
  collapsed: ReadonlySet<number> = new Set()
  columns: readonly SheetColumn[]
  /** The uids of the rows, and the empty one at the end where a new task can be typed. */
  rows: readonly number[] = []
  /** What was agreed last, as spans by task. */
  readonly agreed: AgreedBaseline | null
  /** What lies behind the bars: what was agreed last, or a baseline of the plan's file by its number. */
  baseline: number | 'agreed' | null
  showsFloat = false
  /** By when eight of ten runs of the forecast kept last reach each milestone. */
  readonly likely: ReadonlyMap<number, number> | null
  /** Those that are drawn. */
  p80: ReadonlyMap<number, number> | null
  /** Only tasks: what the timeline draws. */
  shown: readonly number[] = []
  version = 0
  #rowOf = new Map<number, number>()
  #rowsAt = { epoch: -1, filter: this.filter, collapsed: this.collapsed }
  #listeners = new Set<() => void>()
  #newTaskName: string
  #dayOrder: Reading['dayOrder']

  constructor({ confirmed, server, reading, words, columns, agreed, likely, now }: Opening) {
    this.likely = likely
    this.p80 = likely
    this.agreed = agreed
    this.baseline = agreed && 'agreed'
    this.plan = new OpenPlan(confirmed.workspace)
    this.words = new CellWords(this.plan)
    this.saving = new Saving(this.plan, server, confirmed, () => this.#changed())
    this.#newTaskName = words.newTask
    this.#dayOrder = reading.dayOrder
    this.columns = columns
    this.now = now
    this.#arrange()
    this.selection = single({ uid: this.rows[0] ?? NEW_ROW, column: 'name' })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  getVersion = (): number => this.version

  get sheet(): Sheet<SheetColumn> {
    return { rows: this.rows, columns: this.columns, rowOf: this.rowOf }
  }

  get reading(): Reading {
    return { dayOrder: this.#dayOrder, plannedOf: (uid) => this.plan.dateOf(uid) }
  }

  /** Row among those shown; -1 for a task that is not. */
  rowOf = (uid: number): number => this.#rowOf.get(uid) ?? -1

  /** Does the edits, or says at the place why not. True when it was done. */
  do(answer: WorkspaceEdit[] | { ok: true; edits: WorkspaceEdit[] } | Refused, place?: Place): boolean {
    const edits = Array.isArray(answer) ? answer : answer.ok ? answer.edits : null
    const refusal = edits === null ? (answer as Refused) : edits.length > 0 ? this.plan.do(edits) : null
    if (refusal) return this.complain(refusal, place)
    this.complaint = null
    this.saving.add(edits!)
    this.#changed()
    return true
  }

  complain(refusal: Refused, place?: Place): false {
    this.complaint = { ...place, refusal }
    this.#changed()
    return false
  }

  dropComplaint() {
    this.complaint = null
    this.#changed()
  }

  undo() {
    this.#after(this.plan.undo())
  }

  redo() {
    this.#after(this.plan.redo())
  }

  /** Shows what the edits would do; null, or the engine's refusal. */
  preview(answer: WorkspaceEdit[] | Refused): Refused | null {
    const refusal = Array.isArray(answer) ? this.plan.preview(answer) : answer
    this.#changed()
    return refusal
  }

  endPreview() {
    this.plan.endPreview()
    this.#changed()
  }

  select(selection: Selection<SheetColumn>) {
    this.selection = selection
    this.#changed()
  }

  /** The tasks of the chosen block, in the order of the rows. */
  get chosen(): number[] {
    const { focus, anchor } = this.selection
    const [from, to] = [this.rowOf(focus.uid), this.rowOf(anchor.uid)].sort((a, b) => a - b)
    return this.rows.slice(Math.max(0, from!), to! + 1).filter((uid) => uid !== NEW_ROW)
  }

  type(start: string | null) {
    const { focus } = this.selection
    if (!isTyped(focus.column)) return
    this.typing = { ...focus, start }
    this.complaint = null
    this.#changed()
  }

  stopTyping() {
    this.typing = null
    this.complaint = null
    this.#changed()
  }

  /** Takes what was typed in a cell. False, with the reason beside the cell, where it cannot be. */
  enter({ uid, column }: Place, text: string): boolean {
    if (!isTyped(column)) return false
    if (uid === NEW_ROW) {
      if (text.trim() === '') return this.#entered()
      const added = this.#newTask(column, text)
      return this.do(added, { uid, column }) && this.#entered(added)
    }
    if (text === this.textOf(uid, column)) return this.#entered()
    const answer = typeCell(this.plan.workspace, { uid, column, text }, this.reading)
    return this.do(answer, { uid, column }) && this.#entered()
  }

  /** What a cell says as text: what its editor begins with and what is copied. */
  textOf(uid: number, column: SheetColumn): string {
    if (column === 'number') return uid === NEW_ROW ? '' : String(this.plan.positionOf(uid) + 1)
    if (uid === NEW_ROW || !isTyped(column)) return ''
    return cellText(this.plan.workspace, uid, column, this.plan.dateOf(uid)!)
  }

  setDrawn(drawn: Partial<Pick<WorkspaceStore, 'baseline' | 'showsFloat' | 'p80'>>) {
    Object.assign(this, drawn)
    this.#changed()
  }

  setFilter(filter: TaskFilter) {
    this.filter = filter
    this.#changed()
  }

  setCollapsed(collapsed: ReadonlySet<number>) {
    this.collapsed = collapsed
    this.#changed()
  }

  setColumns(columns: readonly SheetColumn[]) {
    this.columns = columns
    if (!columns.includes(this.selection.focus.column))
      this.selection = single({ uid: this.selection.focus.uid, column: 'name' })
    this.#changed()
  }

  /** Puts the cursor on a task, opening what hides it. */
  goTo(uid: number, column: SheetColumn = 'name') {
    const at = this.plan.positionOf(uid)
    if (at < 0) return
    if (this.rowOf(uid) < 0) this.filter = { kind: 'all' }
    const above = summariesAbove(this.plan.workspace.plan.tasks, at)
    if (above.some((summary) => this.collapsed.has(summary)))
      this.collapsed = new Set([...this.collapsed].filter((each) => !above.includes(each)))
    this.selection = single({ uid, column })
    this.#changed()
  }

  #newTask(column: SheetColumn, text: string): { ok: true; edits: WorkspaceEdit[]; uid: number } | Refused {
    const { workspace } = this.plan
    const last = workspace.plan.tasks.at(-1)
    const name = column === 'name' ? text.trim() : this.#newTaskName
    const added = insertTask(workspace.plan, {
      afterUid: last?.uid ?? null,
      outlineLevel: last?.outlineLevel ?? 1,
      task: { name },
    })
    const next = withEdits(workspace, added.edits)
    if (!next.ok) return next
    if (column === 'name' || !isTyped(column)) return { ok: true, ...added }
    const typed = typeCell(next.workspace, { uid: added.uid, column, text }, this.reading)
    return typed.ok ? { ok: true, edits: [...added.edits, ...typed.edits], uid: added.uid } : typed
  }

  #entered(added?: { ok: true; uid: number } | Refused): true {
    this.typing = null
    if (added?.ok) this.selection = single({ uid: added.uid, column: this.selection.focus.column })
    this.#changed()
    return true
  }

  #after(done: WorkspaceEdit[] | Refused | null) {
    if (done === null) return
    if (!Array.isArray(done)) return void this.complain(done)
    this.complaint = null
    this.saving.add(done)
    const [first] = done
    const uid = first && 'uid' in first ? first.uid : first?.kind === 'add-task' ? first.task.uid : null
    this.#changed()
    if (uid !== null && this.rowOf(uid) >= 0)
      this.select(single({ uid, column: this.selection.focus.column }))
  }

  #changed() {
    this.#arrange()
    this.version++
    for (const listener of this.#listeners) listener()
  }

  /** The rows as they are shown, where tasks came or went, or something else is to be shown. */
  #arrange() {
    const { epoch } = this.plan
    const at = this.#rowsAt
    if (at.epoch === epoch && at.filter === this.filter && at.collapsed === this.collapsed) return
    const before = this.rowOf(this.selection.focus.uid)
    this.#rowsAt = { epoch, filter: this.filter, collapsed: this.collapsed }
    const { plan } = this.plan.workspace
    const workers = this.filter.kind === 'person' ? workersOf(plan.assignments) : new Map<number, number[]>()
    this.shown = shownRows(plan.tasks, this.collapsed, this.filter, {
      dateOf: (uid) => this.plan.dateOf(uid),
      workersOf: (uid) => workers.get(uid) ?? [],
      now: this.now,
    })
    this.rows = this.filter.kind === 'all' ? [...this.shown, NEW_ROW] : this.shown
    this.#rowOf = new Map(this.rows.map((uid, row) => [uid, row]))
    this.#keepCursor(before)
  }

  /** Where the cursor's task is gone, it goes to the row that took its place. */
  #keepCursor(before: number) {
    const { focus, anchor } = this.selection
    if (this.rowOf(focus.uid) < 0) {
      const uid = this.rows[Math.min(Math.max(0, before), this.rows.length - 1)] ?? NEW_ROW
      this.selection = single({ uid, column: focus.column })
    } else if (this.rowOf(anchor.uid) < 0) this.selection = single(focus)
    if (this.typing && this.rowOf(this.typing.uid) < 0) this.typing = null
  }
}

function workersOf(assignments: readonly { taskUid: number; resourceUid: number }[]): Map<number, number[]> {
  const workers = new Map<number, number[]>()
  for (const { taskUid, resourceUid } of assignments)
    workers.set(taskUid, [...(workers.get(taskUid) ?? []), resourceUid])
  return workers
}
