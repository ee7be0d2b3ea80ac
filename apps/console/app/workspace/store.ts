import { withEdits } from '@countersign/domain/workspace/apply-edits'
import { cellText, typeCell, type BadCell, type Reading } from '@countersign/domain/workspace/cells'
import type { CommandRefusal } from '@countersign/domain/workspace/commands'
import { insertTask } from '@countersign/domain/workspace/outline-commands'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { CellWords } from './cell-words'
import { editedTasks } from './edited-tasks'
import { OpenPlan, type PlanRefusal } from './open-plan'
import type { PlanServer } from './plan-server'
import { Saving, type Confirmed } from './saving'
import { isGroup, isTask, NEW_ROW, single, type CellPlace, type Selection, type Sheet } from './selection'
import { isTyped, type SheetColumn } from './sheet-columns'
import type { Grouping } from './grouping'
import { ShownTasks } from './shown-tasks'
import type { TaskFilter } from './task-filter'

export type Refused =
  PlanRefusal | (BadCell & { isOfBlock?: true }) | { ok: false; why: CommandRefusal | OutlineRefusal }
/** What no row can do where it stands. */
export type OutlineRefusal = 'only-in-breakdown' | 'nothing-above' | 'at-the-top' | 'first-or-last'
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
  readonly tasks: ShownTasks
  columns: readonly SheetColumn[]
  /** The uids of tasks, the numbers of groups, and the empty row at the end where a new task can be typed. */
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
  version = 0
  /** A new one whenever somebody goes to a task from elsewhere: it is to be seen in the timeline, too. */
  goneTo: { uid: number } | null = null
  #rowOf = new Map<number, number>()
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
    this.tasks = new ShownTasks(this.plan, now)
    this.#arrange()
    this.selection = single({ uid: this.rows[0] ?? NEW_ROW, column: 'name' })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  getVersion = (): number => this.version

  get filter(): TaskFilter {
    return this.tasks.filter
  }

  /** The rows that the timeline draws. */
  get shown(): readonly number[] {
    return this.tasks.rows
  }

  get collapsed(): ReadonlySet<number> {
    return this.tasks.folded
  }

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
    // What a button could not do was said; it is not about what comes now.
    if (this.complaint && !this.complaint.column) this.complaint = null
    this.#changed()
  }

  /** The tasks of the chosen block, in the order of the rows. */
  get chosen(): number[] {
    const { focus, anchor } = this.selection
    const [from, to] = [this.rowOf(focus.uid), this.rowOf(anchor.uid)].sort((a, b) => a - b)
    return this.rows.slice(Math.max(0, from!), to! + 1).filter(isTask)
  }

  type(start: string | null) {
    const { focus } = this.selection
    if (!isTyped(focus.column) || isGroup(focus.uid)) return
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
    if (!isTyped(column) || isGroup(uid)) return false
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
    if (column === 'number') return isTask(uid) ? String(this.plan.positionOf(uid) + 1) : ''
    if (!isTask(uid) || !isTyped(column)) return ''
    return cellText(this.plan.workspace, uid, column, this.plan.dateOf(uid)!)
  }

  setDrawn(drawn: Partial<Pick<WorkspaceStore, 'baseline' | 'showsFloat' | 'p80'>>) {
    Object.assign(this, drawn)
    this.#changed()
  }

  /** Filters and groups; with nothing given, once more as before. */
  choose(chosen: { filter?: TaskFilter; grouping?: Grouping } = {}) {
    this.tasks.choose(chosen)
    this.#changed()
  }

  setCollapsed(collapsed: ReadonlySet<number>) {
    this.tasks.fold(collapsed)
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
    if (this.plan.positionOf(uid) < 0) return
    if (this.rowOf(uid) < 0) this.tasks.reveal(uid)
    this.selection = single({ uid, column })
    this.goneTo = { uid }
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
    this.#changed()
    const touched = new Set(done.flatMap(editedTasks))
    if (touched.has(this.selection.focus.uid)) return
    const uid = this.rows.find((row) => touched.has(row))
    if (uid !== undefined) this.select(single({ uid, column: this.selection.focus.column }))
  }

  #changed() {
    this.#arrange()
    this.version++
    for (const listener of this.#listeners) listener()
  }

  /** The rows as they are shown, where tasks came or went, or something else is to be shown. */
  #arrange() {
    const before = this.rowOf(this.selection.focus.uid)
    if (!this.tasks.arrange()) return
    this.rows = this.tasks.isWhole ? [...this.shown, NEW_ROW] : this.shown
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
