import type { InvoiceState as State } from '@countersign/domain/billing'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { LinkButton } from '@countersign/ui/button'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { DataTable } from '@countersign/ui/table'
import { Amount, Day } from '@countersign/ui/values'
import { createColumnHelper, getCoreRowModel, useReactTable } from '@tanstack/react-table'
import { InvoiceState } from '../../invoice-state'
import { useListAddress } from '../../listing'
import { moneyMessages } from '../../messages/money'
import type { MoneyMessages } from '../../messages/money-en'
import type { InvoiceSums } from './invoice-totals'

type InvoiceRow = {
  id: string
  number: string
  customer: string
  project: string
  issuedOn: string
  dueOn: string
  gross: MoneyText
  open: MoneyText
  state: State
}

const column = createColumnHelper<InvoiceRow>()

function columnsOf({ customer, invoices: t }: MoneyMessages) {
  return [
    column.accessor('number', {
      header: t.number,
      cell: ({ row: { original } }) => (
        <a className="cn-number" href={`/invoices/${original.id}`}>
          {original.number}
        </a>
      ),
    }),
    column.accessor('customer', { header: customer }),
    column.accessor('project', { header: t.project, meta: { wide: true } }),
    column.accessor('issuedOn', {
      id: 'issued',
      header: t.issued,
      cell: ({ getValue }) => <Day on={getValue()} short />,
    }),
    column.accessor('dueOn', {
      id: 'due',
      header: t.due,
      cell: ({ getValue }) => <Day on={getValue()} short />,
    }),
    column.accessor('gross', {
      header: t.gross,
      cell: ({ getValue }) => <Amount value={getValue()} />,
      meta: { numeric: true },
    }),
    column.accessor('open', {
      header: t.open,
      cell: ({ getValue }) => <Amount value={getValue()} />,
      meta: { numeric: true },
    }),
    column.accessor('state', {
      header: t.state,
      cell: ({ getValue }) => <InvoiceState state={getValue()} />,
    }),
  ]
}

export function InvoiceTable(props: {
  rows: InvoiceRow[]
  totals: InvoiceSums[]
  sorted: { column: string; descending: boolean }
  mayBill: boolean
}) {
  const { rows, totals, sorted, mayBill } = props
  const t = useMessages(moneyMessages)
  const href = useListAddress()
  const isFiltered = rows.length === 0 && href({}).match(/[?&](q|customer|state)=[^&]/) !== null
  const table = useReactTable({
    data: rows,
    columns: columnsOf(t),
    getCoreRowModel: getCoreRowModel(),
    getRowId: ({ id }) => id,
    manualSorting: true,
    state: { sorting: [{ id: sorted.column, desc: sorted.descending }] },
  })
  return (
    <DataTable
      table={table}
      caption={t.invoices.caption}
      sortHref={(id, descending) => href({ sort: descending ? `-${id}` : id })}
      empty={
        <EmptyState
          title={t.invoices.empty}
          action={
            isFiltered ? (
              <LinkButton href="/invoices">{t.invoices.showAll}</LinkButton>
            ) : mayBill ? (
              <LinkButton href="/billing">{t.invoices.toBilling}</LinkButton>
            ) : null
          }
        >
          {t.invoices.emptyHint}
        </EmptyState>
      }
      feet={totals.map(({ currency, gross, open }) => ({
        key: currency,
        cells: [
          t.total(currency),
          '',
          '',
          '',
          '',
          <Amount key="gross" value={gross} />,
          <Amount key="open" value={open} />,
          '',
        ],
      }))}
    />
  )
}
