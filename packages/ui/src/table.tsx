import { flexRender, type Header, type RowData, type Table } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { useUiMessages } from './i18n-context'
import { Icon } from './icon'
import { TableCell, TableScroll, tableClass } from './simple-table'

declare module '@tanstack/react-table' {
  // The parameters must be named as in the library for the declarations to merge.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface ColumnMeta<TData extends RowData, TValue> {
    /** Right-aligned with tabular figures. */
    numeric?: boolean
    /** May wrap and takes the room that is left. */
    wide?: boolean
  }
}

/**
 * A TanStack Table instance as HTML. Sorting is done in SQL: the headers are links to `sortHref`, the arrows show
 * the instance's sorting state.
 */
export function DataTable<Row>(props: {
  table: Table<Row>
  caption: string
  sortHref?: (columnId: string, descending: boolean) => string
  empty?: ReactNode
  foot?: readonly ReactNode[]
  /** Several rows of sums, one a currency: amounts of two currencies are never added. */
  feet?: readonly { key: string; cells: readonly ReactNode[] }[]
  rowHeader?: string
}) {
  const { table, caption, sortHref, empty, foot, rowHeader } = props
  const feet = props.feet ?? (foot ? [{ key: 'foot', cells: foot }] : [])
  const messages = useUiMessages()
  const columns = table.getVisibleLeafColumns()
  const headerId = rowHeader ?? columns[0]?.id
  const rows = table.getRowModel().rows
  return (
    <TableScroll caption={caption}>
      <table className={tableClass(columns.length, 'cs-table-sticky')} role="table">
        <caption className="cs-visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row" data-label={messages.sortBy}>
              {group.headers.map((header) => (
                <ColumnHeader key={header.id} header={header} sortHref={sortHref} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.id} role="row">
              {row.getVisibleCells().map((cell) => (
                <TableCell
                  key={cell.id}
                  header={cell.column.id === headerId}
                  label={cell.column.columnDef.header as ReactNode}
                  className={cellClass(cell.column.columnDef.meta)}
                >
                  {flexRender(cell.column.columnDef.cell, cell.getContext())}
                </TableCell>
              ))}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr role="row">
              <td role="cell" className="cs-table-empty" colSpan={columns.length}>
                {empty ?? messages.noEntries}
              </td>
            </tr>
          ) : null}
        </tbody>
        {feet.length > 0 ? (
          <tfoot role="rowgroup">
            {feet.map(({ key, cells }) => (
              <tr key={key} role="row">
                {cells.map((cell, index) => (
                  <TableCell
                    key={index}
                    header={columns[index]?.id === headerId}
                    label={columns[index]?.columnDef.header as ReactNode}
                    className={cellClass(columns[index]?.columnDef.meta)}
                  >
                    {cell}
                  </TableCell>
                ))}
              </tr>
            ))}
          </tfoot>
        ) : null}
      </table>
    </TableScroll>
  )
}

function ColumnHeader<Row>(props: {
  header: Header<Row, unknown>
  sortHref?: (columnId: string, descending: boolean) => string
}) {
  const { header, sortHref } = props
  const { column } = header
  const label = header.isPlaceholder ? null : flexRender(column.columnDef.header, header.getContext())
  const sorted = column.getIsSorted()
  const sortable = sortHref && column.getCanSort() && !header.isPlaceholder
  return (
    <th
      scope="col"
      role="columnheader"
      colSpan={header.colSpan > 1 ? header.colSpan : undefined}
      className={cellClass(column.columnDef.meta)}
      aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {sortable ? (
        <a className="cs-sort" href={sortHref(column.id, sorted === 'asc')}>
          {label}
          <Icon name={sorted === 'asc' ? 'arrow-up' : sorted === 'desc' ? 'arrow-down' : 'up-down'} />
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function cellClass(meta: { numeric?: boolean; wide?: boolean } | undefined): string | undefined {
  return classNames(meta?.numeric && 'cs-numeric', meta?.wide && 'cs-wide') || undefined
}
