import { fillDown, pasteBlock } from '@countersign/domain/workspace/cells'
import { linkInOrder, unlinkTasks } from '@countersign/domain/workspace/commands'
import {
  deleteTasks,
  indentTasks,
  insertTask,
  moveTasks,
  outdentTasks,
} from '@countersign/domain/workspace/outline-commands'
import { blockOf, NEW_ROW, single } from './selection'
import { isTyped, type SheetColumn } from './sheet-columns'
import type { WorkspaceStore } from './store'

/** What the buttons and the keys do to the chosen rows. */

export function indent(store: WorkspaceStore) {
  store.do(indentTasks(store.plan.workspace.plan, store.chosen), store.selection.focus)
}

export function outdent(store: WorkspaceStore) {
  store.do(outdentTasks(store.plan.workspace.plan, store.chosen), store.selection.focus)
}

export function moveRows(store: WorkspaceStore, direction: 1 | -1) {
  const { plan } = store.plan.workspace
  store.do(moveTasks(plan, store.chosen, direction === 1 ? 'down' : 'up'), store.selection.focus)
}

export function removeRows(store: WorkspaceStore) {
  const uids = store.chosen
  if (uids.length > 0) store.do(deleteTasks(store.plan.workspace.plan, uids), store.selection.focus)
}

/** A new row above the cursor, at its level, with its name ready to be typed. */
export function insertRow(store: WorkspaceStore, name: string) {
  const { focus } = store.selection
  const { plan } = store.plan.workspace
  if (focus.uid !== NEW_ROW) {
    const at = store.plan.positionOf(focus.uid)
    const added = insertTask(plan, {
      afterUid: plan.tasks[at - 1]?.uid ?? null,
      outlineLevel: plan.tasks[at]!.outlineLevel,
      task: { name },
    })
    if (!store.do(added.edits, focus)) return
    store.select(single({ uid: added.uid, column: 'name' }))
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
  const uids = store.rows.slice(Math.max(0, top), block.bottom + 1).filter((uid) => uid !== NEW_ROW)
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
    if (focus.uid !== NEW_ROW) store.enter(focus, '')
    return
  }
  const columns = store.columns.slice(block.left, block.right + 1).filter(isTyped)
  const empty = store.chosen.map(() => columns.map(() => '').join('\t')).join('\n')
  store.do(
    pasteBlock(store.plan.workspace, { text: empty, fromUid: store.chosen[0]!, columns }, store.reading),
  )
}

/** The chosen block as a spreadsheet takes it. */
export function copiedText(store: WorkspaceStore): string {
  const block = blockOf(store.selection, store.sheet)
  const columns = store.columns.slice(block.left, block.right + 1)
  return store.rows
    .slice(block.top, block.bottom + 1)
    .filter((uid) => uid !== NEW_ROW)
    .map((uid) => columns.map((column) => quoted(store.textOf(uid, column))).join('\t'))
    .join('\n')
}

/** A block from a spreadsheet, from the cursor's cell on; rows behind the last task become tasks. */
export function pasteText(store: WorkspaceStore, text: string) {
  const block = blockOf(store.selection, store.sheet)
  const from = { uid: store.rows[block.top]!, column: store.columns[block.left]! }
  const columns = store.columns.slice(block.left).filter(isTyped)
  if (!isTyped(from.column) || text === '') return
  const fromUid = from.uid === NEW_ROW ? null : from.uid
  const pasted = pasteBlock(store.plan.workspace, { text, fromUid, columns }, store.reading)
  if (!pasted.ok) return void store.complain({ ...pasted, isOfBlock: true }, from)
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

/** Opens or closes the summary under the cursor; `undefined` turns it round. */
export function fold(store: WorkspaceStore, uid: number, isCollapsed?: boolean) {
  if (!store.plan.taskOf(uid)?.isSummary) return
  const collapsed = new Set(store.collapsed)
  if (isCollapsed ?? !collapsed.has(uid)) collapsed.add(uid)
  else collapsed.delete(uid)
  store.setCollapsed(collapsed)
}

export function foldAll(store: WorkspaceStore, isCollapsed: boolean) {
  const { tasks } = store.plan.workspace.plan
  const summaries = tasks.filter(({ isSummary }) => isSummary).map(({ uid }) => uid)
  store.setCollapsed(new Set(isCollapsed ? summaries : []))
}
