import { DataTable } from '@countersign/ui/table'
import { createColumnHelper, getCoreRowModel, useReactTable } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { useListAddress } from '../listing'
import type { Cell, TableColumn, TableRow, TableView } from './cells'
import { CellContent } from './cell-content'

const column = createColumnHelper<TableRow>()

/** A table whose sorting, columns and pages stand in its address and whose sums are of the whole result. */
export function ConsoleTable(props: {
  caption: string
  columns: readonly TableColumn[]
  labels: Record<string, string>
  view: TableView
  rows: TableRow[]
  totals: { key: string; label: string; cells: Record<string, Cell> }[]
  empty: ReactNode
}) {
  const { caption, columns, labels, view, rows, totals, empty } = props
  const href = useListAddress()
  const shown = columns.filter(({ id }) => view.shown.includes(id))
  const table = useReactTable({
    data: rows,
    columns: shown.map(({ id, kind, wide }) =>
      column.accessor(({ cells }) => cells[id], {
        id,
        header: labels[id] ?? id,
        cell: ({ row }) => <CellContent cell={row.original.cells[id]} />,
        meta: { numeric: kind !== 'text' && kind !== 'day', wide: wide ?? false },
      }),
    ),
    getCoreRowModel: getCoreRowModel(),
    getRowId: ({ key }) => key,
    manualSorting: true,
    state: { sorting: [{ id: view.column, desc: view.descending }] },
  })
  return (
    <DataTable
      table={table}
      caption={caption}
      sortHref={(id, descending) => href({ sort: descending ? `-${id}` : id })}
      empty={empty}
      feet={totals.map(({ key, label, cells }) => ({
        key,
        cells: shown.map(({ id }, index) =>
          index === 0 ? label : cells[id] ? <CellContent key={id} cell={cells[id]} /> : '',
        ),
      }))}
    />
  )
}
