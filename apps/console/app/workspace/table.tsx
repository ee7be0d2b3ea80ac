import { useMessages } from '@countersign/ui/i18n-context'
import { getCoreRowModel, useReactTable, type ColumnSizingState, type Header } from '@tanstack/react-table'
import type { Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { workspaceMessages } from '../messages/workspace'
import { columns } from './columns'
import { kept, keep } from './kept'
import { blockOf, isGroup } from './selection'
import { frozenColumns, sheetColumns, type SheetColumn } from './sheet-columns'
import type { WorkspaceStore } from './store'
import { TableRow } from './table-row'
import type { useTableKeys } from './use-table-keys'
import { useSideways } from './use-sideways'
import { useStore } from './use-store'

type Rows = Virtualizer<HTMLDivElement, Element>

/** The breakdown: a tree of rows that is typed in like a spreadsheet. Only the rows in sight are there. */
export function PlanTable(props: {
  rows: Rows
  keys: ReturnType<typeof useTableKeys>
  width: number
  grid: RefObject<HTMLDivElement>
}) {
  const { rows, keys, width, grid } = props
  const store = useStore()
  const t = useMessages(workspaceMessages)
  const [columnSizing, setColumnSizing] = useState<ColumnSizingState>(() => kept('widths', {}))
  const table = useReactTable<number>({
    data: store.rows as number[],
    columns,
    state: { columnSizing, columnVisibility: visibilityOf(store.columns) },
    onColumnSizingChange: (update) =>
      setColumnSizing((before) => keep('widths', typeof update === 'function' ? update(before) : update)),
    columnResizeMode: 'onChange',
    getCoreRowModel: getCoreRowModel(),
    getRowId: String,
  })
  const shape = useColumnWidths(grid, table.getVisibleLeafColumns(), width)
  const sideways = useSideways(grid, shape.movedWidth, shape.room)
  useFocusedCell(grid, rows, store, sideways.reveal)
  const model = table.getRowModel().rows
  const block = blockOf(store.selection, store.sheet)
  const height = rows.getTotalSize()
  const body = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => body.current!.style.setProperty('block-size', `${height}px`), [height])
  return (
    <div className="cw-table" onWheel={sideways.onWheel} {...sideways.touch}>
      <div
        ref={grid}
        className="cw-grid"
        role="treegrid"
        aria-label={t.table}
        aria-rowcount={store.rows.length + 1}
        aria-colcount={store.columns.length}
        aria-multiselectable
        onKeyDown={keys.onKeyDown}
        onCopy={keys.onCopy}
        onCut={keys.onCut}
        onPaste={keys.onPaste}
      >
        <Head headers={table.getLeafHeaders()} />
        <div ref={body} role="rowgroup" className="cw-body">
          {rows.getVirtualItems().map(({ index, start }) => {
            const row = model[index]
            if (!row) return null
            const uid = row.original
            const isChosen = index >= block.top && index <= block.bottom
            const isFocus = store.selection.focus.uid === uid
            return (
              <TableRow
                key={uid}
                row={row}
                top={start}
                look={`${lookOf(store, uid)} ${shape.key}`}
                focus={isFocus ? store.selection.focus.column : null}
                from={isChosen ? block.left : -1}
                to={isChosen ? block.right : -1}
                typing={store.typing?.uid === uid ? store.typing : null}
                complaint={store.complaint?.uid === uid ? (store.complaint.column ?? null) : null}
                afterTyping={keys.afterTyping}
              />
            )
          })}
        </div>
      </div>
      <div className="cw-sideways" ref={sideways.bar} onScroll={sideways.onScroll}>
        <div className="cw-sideways-width" />
      </div>
    </div>
  )
}

/** A group shows something of all that is in it. */
function lookOf({ plan, tasks, collapsed }: WorkspaceStore, row: number): string {
  const stamp = isGroup(row) ? plan.changes : plan.stampOf(row)
  return `${plan.epoch} ${stamp} ${collapsed.has(row)} ${tasks.grouping}`
}

function Head({ headers }: { headers: Header<number, unknown>[] }) {
  const isFrozen = (id: string) => frozenColumns.includes(id as SheetColumn)
  return (
    <div role="rowgroup" className="cw-head">
      <div role="row" className="cw-row cw-head-row" aria-rowindex={1}>
        {headers.map((header, at) =>
          isFrozen(header.id) ? <HeadCell key={header.id} header={header} at={at} /> : null,
        )}
        <div className="cw-rest" role="presentation">
          <div className="cw-moved" role="presentation">
            {headers.map((header, at) =>
              isFrozen(header.id) ? null : <HeadCell key={header.id} header={header} at={at} />,
            )}
          </div>
        </div>
      </div>
    </div>
  )
}

function HeadCell({ header, at }: { header: Header<number, unknown>; at: number }) {
  const t = useMessages(workspaceMessages)
  const id = header.id as SheetColumn
  return (
    <div
      role="columnheader"
      className={`cw-cell cw-cell-${id}`}
      aria-colindex={at + 1}
      title={t.columnHints[id]}
    >
      <span>{t.columns[id]}</span>
      <span
        className="cw-resize"
        aria-hidden
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        onDoubleClick={() => header.column.resetSize()}
      />
    </div>
  )
}

function visibilityOf(shown: readonly SheetColumn[]): Record<string, boolean> {
  return Object.fromEntries(sheetColumns.map((id) => [id, shown.includes(id)]))
}

const NARROWEST_REST = 90

/** The columns' widths as the rows' grid takes them, set by the object model because of the content security policy. */
function useColumnWidths(
  grid: RefObject<HTMLDivElement>,
  visible: { id: string; getSize: () => number }[],
  width: number,
) {
  const sizes = visible.map((column) => ({ id: column.id as SheetColumn, size: column.getSize() }))
  const moved = sizes.filter(({ id }) => !frozenColumns.includes(id))
  const number = sizes.find(({ id }) => id === 'number')?.size ?? 0
  const wishedName = sizes.find(({ id }) => id === 'name')?.size ?? 0
  // Where there is little room, the name gives way so that one more column is in sight.
  const name = Math.max(110, Math.min(wishedName, width - number - NARROWEST_REST))
  const movedWidth = moved.reduce((sum, { size }) => sum + size, 0)
  const wholeWidth = number + name + movedWidth
  const movedColumns = moved.map(({ size }) => `${size}px`).join(' ')
  useLayoutEffect(() => {
    grid.current!.style.setProperty('--frozen', `${number}px ${name}px`)
    grid.current!.style.setProperty('--moved', movedColumns || '0')
    grid.current!.parentElement!.style.setProperty('--whole', `${wholeWidth}px`)
  }, [grid, number, name, movedColumns, wholeWidth])
  return {
    movedWidth,
    room: Math.max(0, width - number - name),
    key: sizes.map(({ id }) => id).join(),
  }
}

/** The cursor's cell is in sight, and has the keyboard while the table has it. */
function useFocusedCell(
  grid: RefObject<HTMLDivElement>,
  rows: Rows,
  store: WorkspaceStore,
  reveal: (column: SheetColumn) => void,
) {
  const { focus } = store.selection
  const isTyping = store.typing !== null
  const row = store.rowOf(focus.uid)
  const hasKeyboard = useHasKeyboard(grid)
  useLayoutEffect(() => {
    if (row < 0) return
    rows.scrollToIndex(row, { align: 'auto' })
    reveal(focus.column)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only where the cursor moves, not where the view does
  }, [row, focus.uid, focus.column])
  useLayoutEffect(() => {
    if (isTyping || !hasKeyboard.current) return
    grid.current!.querySelector<HTMLElement>('.cw-cell[tabindex="0"]')?.focus({ preventScroll: true })
  }, [grid, hasKeyboard, isTyping, row, focus.uid, focus.column, store.rows])
}

/** Whether the table has the keyboard, also while the cell that had it is being drawn anew. */
function useHasKeyboard(grid: RefObject<HTMLDivElement>) {
  const has = useRef(false)
  useLayoutEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      has.current = grid.current?.contains(target as Node) ?? false
    }
    const leave = ({ target }: PointerEvent) => {
      if (!grid.current?.contains(target as Node)) has.current = false
    }
    document.addEventListener('focusin', follow)
    document.addEventListener('pointerdown', leave)
    return () => {
      document.removeEventListener('focusin', follow)
      document.removeEventListener('pointerdown', leave)
    }
  }, [grid])
  return has
}
