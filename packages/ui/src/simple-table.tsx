import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { useUiMessages } from './i18n-context'

type Column = { key: string; label: ReactNode; numeric?: boolean }

/** A table without sorting or pages. The first cell of each row is its header. */
export function SimpleTable(props: {
  caption: string
  captionHidden?: boolean
  columns: readonly Column[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  foot?: readonly ReactNode[]
}) {
  const { caption, captionHidden, columns, rows, foot } = props
  const numeric = (index: number) => classNames(columns[index]?.numeric && 'cs-numeric') || undefined
  return (
    <TableScroll caption={caption}>
      <table className="cs-table">
        <caption className={captionHidden ? 'cs-visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column.key} scope="col" className={numeric(index)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                <TableCell key={index} header={index === 0} className={numeric(index)}>
                  {cell}
                </TableCell>
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            <tr>
              {foot.map((cell, index) => (
                <TableCell key={index} header={index === 0} className={numeric(index)}>
                  {cell}
                </TableCell>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </TableScroll>
  )
}

/** A wide table scrolls in itself, not the page; focusable, so that the keyboard can scroll it too. */
export function TableScroll(props: { caption: string; children: ReactNode }) {
  const messages = useUiMessages()
  return (
    <div className="cs-scroll" role="region" aria-label={messages.scrollable(props.caption)} tabIndex={0}>
      {props.children}
    </div>
  )
}

export function TableCell(props: { header: boolean; className?: string; children: ReactNode }) {
  const { header, className, children } = props
  return header ? (
    <th scope="row" className={className}>
      {children}
    </th>
  ) : (
    <td className={className}>{children}</td>
  )
}
