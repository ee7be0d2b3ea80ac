/** The row under the last task, where a new one is typed. */
export const NEW_ROW = -1

/** Whether a row is a task's: the empty one's number and those of groups are below theirs. */
export function isTask(row: number): boolean {
  return row > NEW_ROW
}

/** Whether a row stands for a group of tasks. */
export function isGroup(row: number): boolean {
  return row < NEW_ROW
}

export type CellPlace<Column extends string = string> = { uid: number; column: Column }

/** Where the cursor is, and the corner that a block was begun from: the same cell where none is chosen. */
export type Selection<Column extends string = string> = {
  focus: CellPlace<Column>
  anchor: CellPlace<Column>
}

export type Block = { top: number; bottom: number; left: number; right: number }

/** The rows and columns as they are shown now: what moves and blocks are counted in. */
export type Sheet<Column extends string = string> = {
  rows: readonly number[]
  columns: readonly Column[]
  rowOf: (uid: number) => number
}

export function single<Column extends string>(focus: CellPlace<Column>): Selection<Column> {
  return { focus, anchor: focus }
}

/** So many rows and columns on, at most to the edge; `extends` keeps the other corner where it is. */
export function moved<Column extends string>(
  selection: Selection<Column>,
  sheet: Sheet<Column>,
  by: { rows?: number; columns?: number },
  extend = false,
): Selection<Column> {
  const { focus, anchor } = selection
  const row = clamp(sheet.rowOf(focus.uid) + (by.rows ?? 0), sheet.rows.length)
  const column = clamp(sheet.columns.indexOf(focus.column) + (by.columns ?? 0), sheet.columns.length)
  const to = { uid: sheet.rows[row] ?? NEW_ROW, column: sheet.columns[column] ?? focus.column }
  return extend ? { focus: to, anchor } : single(to)
}

/** The block between the two corners, in rows and columns as shown, edges included. */
export function blockOf<Column extends string>(selection: Selection<Column>, sheet: Sheet<Column>): Block {
  const rows = [selection.focus, selection.anchor].map(({ uid }) => Math.max(0, sheet.rowOf(uid)))
  const columns = [selection.focus, selection.anchor].map(({ column }) =>
    Math.max(0, sheet.columns.indexOf(column)),
  )
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  }
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}
