import { isValidElement, type ReactNode } from 'react'
import { classNames } from './class-names'
import { useUiMessages } from './i18n-context'

/** `name` is what a card says before the value where the label is more than words. */
type Column = { key: string; label: ReactNode; name?: string; numeric?: boolean }

/** From this many columns on a table has no room on a phone: each row is a card there. */
const CARDS_FROM = 4

/** The classes of a table with so many columns. */
export function tableClass(columns: number, more?: string): string {
  return classNames('cs-table', more, columns >= CARDS_FROM && 'cs-table-cards')
}

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
  const label = (index: number) => columns[index]?.name ?? columns[index]?.label
  return (
    <TableScroll caption={caption}>
      <table className={tableClass(columns.length)} role="table">
        <caption className={captionHidden ? 'cs-visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column, index) => (
              <th key={column.key} scope="col" role="columnheader" className={numeric(index)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row">
              {row.cells.map((cell, index) => (
                <TableCell key={index} header={index === 0} label={label(index)} className={numeric(index)}>
                  {cell}
                </TableCell>
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot role="rowgroup">
            <tr role="row">
              {foot.map((cell, index) => (
                <TableCell key={index} header={index === 0} label={label(index)} className={numeric(index)}>
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

/**
 * `label` is the column's, shown before the value where the row is a card. The roles are said because a browser may
 * forget them with the table's layout.
 */
export function TableCell(props: {
  header: boolean
  label?: ReactNode
  className?: string
  children: ReactNode
}) {
  const { header, label, className, children } = props
  // A link or button that says what its column says needs no label before it.
  const isSaid = isValidElement<{ children?: ReactNode }>(children) && children.props.children === label
  return header ? (
    <th scope="row" role="rowheader" className={className}>
      {children}
    </th>
  ) : (
    <td
      role="cell"
      className={className}
      data-label={typeof label === 'string' && !isSaid ? label : undefined}
    >
      {children}
    </td>
  )
}
