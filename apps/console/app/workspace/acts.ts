import type { Plan } from '@countersign/domain/schedule/plan'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { fillDown, pasteBlock } from '@countersign/domain/workspace/cells'
import { linkInOrder, unlinkTasks } from '@countersign/domain/workspace/commands'
import {
  deleteTasks,
  indentTasks,
  insertTask,
  moveTasks,
  outdentTasks,
} from '@countersign/domain/workspace/outline-commands'
import { blockOf, isGroup, isTask, NEW_ROW, single } from './selection'
import { isTyped, type SheetColumn } from './sheet-columns'
import type { OutlineRefusal, WorkspaceStore } from './store'

/** What the buttons and the keys do to the chosen rows. */

export function indent(store: WorkspaceStore) {
  toPlace(store, indentTasks, 'nothing-above')
}

export function outdent(store: WorkspaceStore) {
  toPlace(store, outdentTasks, 'at-the-top')
}

export function moveRows(store: WorkspaceStore, direction: 1 | -1) {
  const move: Moving = (plan, uids) => moveTasks(plan, uids, direction === 1 ? 'down' : 'up')
  toPlace(store, move, 'first-or-last')
}

type Moving = (plan: Plan, uids: readonly number[]) => WorkspaceEdit[]

/** Among groups the rows do not stand where the breakdown has them: what changes their place is done there. */
function toPlace(store: WorkspaceStore, move: Moving, whyNot: OutlineRefusal) {
  if (store.chosen.length === 0) return
  if (store.tasks.isGrouped) return void store.complain({ ok: false, why: 'only-in-breakdown' })
  const edits = move(store.plan.workspace.plan, store.chosen)
  if (edits.length === 0) return void store.complain({ ok: false, why: whyNot })
  store.do(edits, store.selection.focus)
}

export function removeRows(store: WorkspaceStore) {
  const uids = store.chosen
  if (uids.length > 0) store.do(deleteTasks(store.plan.workspace.plan, uids), store.selection.focus)
}

/** A new row above the cursor, at its level, with its name ready to be typed. On a group it begins the group. */
export function insertRow(store: WorkspaceStore, name: string) {
  const { focus } = store.selection
  const { plan } = store.plan.workspace
  const uid = isGroup(focus.uid) ? store.tasks.groupAt(focus.uid)!.uids[0]! : focus.uid
  if (uid !== NEW_ROW) {
    const at = store.plan.positionOf(uid)
    const added = insertTask(plan, {
      afterUid: plan.tasks[at - 1]?.uid ?? null,
      outlineLevel: plan.tasks[at]!.outlineLevel,
      task: { name },
    })
    store.tasks.showBeside(added.uid, uid)
    if (!store.do(added.edits, focus)) return
    store.goTo(added.uid)
  } else store.select(single({ uid: NEW_ROW, column: 'name' }))
  store.type(null)
}

/** Each after the one above it; where they already are, no longer. */
export function linkRows(store: WorkspaceStore) {
  const { plan } = store.plan.workspace
  store.do(linkInOrder(plan, store.chosen), store.selection.focus)
}

export function unlinkRows(store: WorkspaceStore) {
  const { plan } = store.plan.workspace
  store.do(unlinkTasks(plan, store.chosen), store.selection.focus)
}

/** The block's first row into its others, column by column; with one row, the row above into it. */
export function fillRows(store: WorkspaceStore) {
  const block = blockOf(store.selection, store.sheet)
  const top = block.top === block.bottom ? block.top - 1 : block.top
  const uids = store.rows.slice(Math.max(0, top), block.bottom + 1).filter(isTask)
  const columns = store.columns.slice(block.left, block.right + 1).filter(isTyped)
  if (uids.length < 2) return
  const edits = []
  for (const column of columns) {
    const filled = fillDown(store.plan.workspace, { uids, column }, store.reading)
    if (!filled.ok) return void store.do(filled, { uid: uids[0]!, column })
    edits.push(...filled.edits)
  }
  store.do(edits, store.selection.focus)
}

/** Empties the chosen cells; a name and a length cannot be empty, and that is said. */
export function clearCells(store: WorkspaceStore) {
  const block = blockOf(store.selection, store.sheet)
  if (block.top === block.bottom && block.left === block.right) {
    const { focus } = store.selection
    if (isTask(focus.uid)) store.enter(focus, '')
    return
  }
  const columns = store.columns.slice(block.left, block.right + 1).filter(isTyped)
  const into = store.chosen
  if (into.length === 0) return
  const empty = into.map(() => columns.map(() => '').join('\t')).join('\n')
  store.do(pasteBlock(store.plan.workspace, { text: empty, into, columns }, store.reading))
}

/** The chosen block as a spreadsheet takes it. */
export function copiedText(store: WorkspaceStore): string {
  const block = blockOf(store.selection, store.sheet)
  const columns = store.columns.slice(block.left, block.right + 1)
  return store.rows
    .slice(block.top, block.bottom + 1)
    .filter(isTask)
    .map((uid) => columns.map((column) => quoted(store.textOf(uid, column))).join('\t'))
    .join('\n')
}

/** A block from a spreadsheet, into the rows in sight from the cursor's on; those behind the last become tasks. */
export function pasteText(store: WorkspaceStore, text: string) {
  const block = blockOf(store.selection, store.sheet)
  const [uid, column] = [store.rows[block.top], store.columns[block.left]]
  const columns = store.columns.slice(block.left).filter(isTyped)
  if (uid === undefined || !column || !isTyped(column) || text === '') return
  const from = { uid, column }
  const into = store.rows.slice(block.top).filter(isTask)
  const pasted = pasteBlock(store.plan.workspace, { text, into, columns }, store.reading)
  if (!pasted.ok) return void store.complain({ ...pasted, isOfBlock: true }, from)
  const beside = into.at(-1)
  if (beside !== undefined)
    for (const uid of pasted.uids.slice(into.length)) store.tasks.showBeside(uid, beside)
  if (!store.do(pasted, from)) return
  const last = pasted.uids.at(-1)
  if (last === undefined) return
  const width = text.split('\n')[0]!.split('\t').length
  const right = columns[Math.min(width, columns.length) - 1] as SheetColumn
  store.select({ anchor: { ...from, uid: pasted.uids[0]! }, focus: { uid: last, column: right } })
}

function quoted(text: string): string {
  return /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Opens or closes the summary or the group under the cursor; `undefined` turns it round. */
export function fold(store: WorkspaceStore, row: number, isFolded?: boolean) {
  if (!isGroup(row) && !store.plan.taskOf(row)?.isSummary) return
  const folded = new Set(store.collapsed)
  if (isFolded ?? !folded.has(row)) folded.add(row)
  else folded.delete(row)
  store.setCollapsed(folded)
}

export function foldAll(store: WorkspaceStore, isFolded: boolean) {
  store.setCollapsed(new Set(isFolded ? store.tasks.foldable : []))
}
