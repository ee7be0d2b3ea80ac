import { flexRender, type Row } from '@tanstack/react-table'
import { memo, useLayoutEffect, useRef, type PointerEvent } from 'react'
import { CellEditor, type TypedBy } from './cell-editor'
import { Complaint } from './complaint'
import { isGroup, isTask, single } from './selection'
import { frozenColumns, isTyped, type SheetColumn } from './sheet-columns'
import type { Typing } from './store'
import { useWorkspace } from './use-store'

export type RowProps = {
  row: Row<number>
  /** From the top, in pixels. */
  top: number
  /** Another value whenever what the row shows may have changed; the columns' is one. */
  look: string
  focus: SheetColumn | null
  /** The columns that lie in the chosen block: from and to, counted as shown. */
  from: number
  to: number
  typing: Typing | null
  complaint: SheetColumn | null
  afterTyping: (by: TypedBy) => void
}

/** One task. It is drawn anew only where something of it changed. */
export const TableRow = memo(function TableRow(props: RowProps) {
  const { row, top } = props
  const uid = row.original
  const store = useWorkspace()
  const element = useRef<HTMLDivElement>(null)
  // By way of the object model, which the content security policy lets through.
  useLayoutEffect(() => element.current!.style.setProperty('transform', `translateY(${top}px)`), [top])
  const task = isTask(uid) ? store.plan.taskOf(uid) : undefined
  const isFoldable = isGroup(uid) || task?.isSummary
  const cells = row.getVisibleCells()
  const isFrozen = (id: string) => frozenColumns.includes(id as SheetColumn)
  return (
    <div
      ref={element}
      role="row"
      className={looks({
        'cw-row': true,
        'cw-summary': isFoldable,
        'cw-group': isGroup(uid),
        'cw-inactive': task?.isActive === false,
        'cw-critical': task && store.plan.dateOf(uid)?.isCritical,
      })}
      aria-rowindex={row.index + 2}
      aria-level={task && store.tasks.isGrouped ? 2 : (task?.outlineLevel ?? 1)}
      aria-expanded={isFoldable ? !store.collapsed.has(uid) : undefined}
      aria-selected={props.from >= 0}
    >
      {cells.map((cell, at) =>
        isFrozen(cell.column.id) ? <Cell key={cell.id} at={at} cell={cell} {...props} /> : null,
      )}
      <div className="cw-rest" role="presentation">
        <div className="cw-moved" role="presentation">
          {cells.map((cell, at) =>
            isFrozen(cell.column.id) ? null : <Cell key={cell.id} at={at} cell={cell} {...props} />,
          )}
        </div>
      </div>
    </div>
  )
})

type CellProps = RowProps & { cell: ReturnType<Row<number>['getVisibleCells']>[number]; at: number }

function Cell({ cell, at, row, focus, from, to, typing, complaint, afterTyping }: CellProps) {
  const store = useWorkspace()
  const uid = row.original
  const column = cell.column.id as SheetColumn
  const place = { uid, column }
  const isFocus = focus === column
  const isChosen = from >= 0 && at >= from && at <= to
  const isTypedIn = typing?.column === column
  const isWrong = complaint === column
  const complaintId = isWrong ? 'cw-complaint' : undefined

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0 || (event.target as Element).closest('button, input')) return
    const { anchor } = store.selection
    // A finger has no double click that a keyboard would follow.
    const isAgain = isFocus && event.pointerType === 'touch'
    store.select(event.shiftKey ? { focus: place, anchor } : single(place))
    if (isAgain) store.type(null)
  }

  function onPointerEnter(event: PointerEvent) {
    if (event.buttons !== 1 || event.pointerType !== 'mouse' || store.typing) return
    store.select({ focus: place, anchor: store.selection.anchor })
  }

  return (
    <div
      role={column === 'name' ? 'rowheader' : 'gridcell'}
      className={looks({
        [`cw-cell cw-cell-${column}`]: true,
        'cw-chosen': isChosen,
        'cw-focus': isFocus,
        'cw-wrong': isWrong,
      })}
      aria-colindex={at + 1}
      aria-selected={isChosen}
      aria-readonly={isTyped(column) && !isGroup(uid) ? undefined : true}
      aria-describedby={complaintId}
      data-column={column}
      tabIndex={isFocus && !isTypedIn ? 0 : -1}
      onPointerDown={onPointerDown}
      onPointerEnter={onPointerEnter}
      onDoubleClick={() => store.type(null)}
    >
      {isTypedIn ? (
        <CellEditor place={place} start={typing.start} complaintId={complaintId} afterTyping={afterTyping} />
      ) : (
        flexRender(cell.column.columnDef.cell, cell.getContext())
      )}
      {isWrong ? <Complaint id="cw-complaint" /> : null}
    </div>
  )
}

function looks(classes: Record<string, boolean | undefined>): string {
  return Object.keys(classes)
    .filter((name) => classes[name])
    .join(' ')
}
