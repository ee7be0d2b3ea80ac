import type { ExpenseCategory, ExpenseState as State } from '@countersign/domain/expense'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { LinkButton } from '@countersign/ui/button'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { DataTable } from '@countersign/ui/table'
import { Amount, Day } from '@countersign/ui/values'
import { createColumnHelper, getCoreRowModel, useReactTable } from '@tanstack/react-table'
import { ExpenseState } from '../../expense-state'
import { useListAddress } from '../../listing'
import { spendingMessages } from '../../messages/spending'
import type { SpendingMessages } from '../../messages/spending-en'
import type { Show } from './queries.server'

type Row = {
  id: string
  spentOn: string
  description: string
  category: ExpenseCategory
  project: string
  person: string
  gross: MoneyText
  cost: MoneyText | null
  isBillable: boolean
  hasReceipt: boolean
  state: State
}

const column = createColumnHelper<Row>()

function columnsOf({ list: t, categories }: SpendingMessages) {
  return [
    column.accessor('description', {
      id: 'what',
      header: t.what,
      cell: ({ row: { original } }) => (
        <>
          <a className="cn-task" href={`/expenses/${original.id}`}>
            {original.description}
          </a>
          <span className="cn-under">
            {[
              categories[original.category],
              original.isBillable ? t.billable : null,
              original.hasReceipt ? null : t.noReceipt,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
      meta: { wide: true },
    }),
    column.accessor('gross', {
      header: t.gross,
      cell: ({ getValue }) => <Amount value={getValue()} />,
      meta: { numeric: true },
    }),
    column.accessor('state', {
      header: t.state,
      cell: ({ getValue }) => <ExpenseState state={getValue()} />,
    }),
    column.accessor('spentOn', {
      id: 'day',
      header: t.day,
      cell: ({ getValue }) => <Day on={getValue()} short />,
    }),
    column.accessor('person', { header: t.person }),
    column.accessor('project', { header: t.project, meta: { wide: true } }),
    column.accessor('cost', {
      header: t.cost,
      enableSorting: false,
      cell: ({ getValue }) => {
        const cost = getValue()
        return cost ? <Amount value={cost} /> : <span className="cn-flag">{t.noRate}</span>
      },
      meta: { numeric: true },
    }),
  ]
}

export function ExpenseTable(props: {
  rows: Row[]
  totals: { currency: string; gross: MoneyText }[]
  sorted: { column: string; descending: boolean }
  show: Show
  seesCost: boolean
}) {
  const { rows, totals, sorted, show, seesCost } = props
  const t = useMessages(spendingMessages)
  const href = useListAddress()
  const isFiltered = /[?&](q|state)=[^&]/.test(href({}))
  const columnVisibility = { person: show !== 'mine', cost: seesCost }
  const table = useReactTable({
    data: rows,
    columns: columnsOf(t),
    getCoreRowModel: getCoreRowModel(),
    getRowId: ({ id }) => id,
    manualSorting: true,
    state: { sorting: [{ id: sorted.column, desc: sorted.descending }], columnVisibility },
  })
  return (
    <DataTable
      table={table}
      caption={t.list.caption}
      rowHeader="what"
      sortHref={(id, descending) => href({ sort: descending ? `-${id}` : id })}
      empty={
        <EmptyState
          title={t.list.empty}
          action={
            isFiltered ? (
              <LinkButton href={`/expenses?show=${show}`}>{t.list.showAll}</LinkButton>
            ) : show === 'mine' ? (
              <LinkButton href="/expenses/new" variant="primary" icon="plus">
                {t.list.add}
              </LinkButton>
            ) : null
          }
        >
          {t.list.emptyHint[isFiltered ? 'all' : show]}
        </EmptyState>
      }
      feet={totals.map(({ currency, gross }) => ({
        key: currency,
        cells: [
          t.list.total(currency),
          <Amount key="gross" value={gross} />,
          ...Array.from(table.getVisibleLeafColumns().slice(2), () => ''),
        ],
      }))}
    />
  )
}
