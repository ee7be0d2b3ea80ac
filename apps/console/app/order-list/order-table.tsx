import type { OrderState as State } from '@countersign/domain/purchase'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { LinkButton } from '@countersign/ui/button'
import { EmptyState } from '@countersign/ui/empty-state'
import { useMessages } from '@countersign/ui/i18n-context'
import { DataTable } from '@countersign/ui/table'
import { Amount, Day } from '@countersign/ui/values'
import { createColumnHelper, getCoreRowModel, useReactTable } from '@tanstack/react-table'
import { OrderState } from '../order-state'
import { useListAddress } from '../listing'
import { buyingMessages } from '../messages/buying'
import type { BuyingMessages } from '../messages/buying-en'

export type OrderRow = {
  id: string
  number: string
  vendor: string
  project: string | null
  title: string
  orderedOn: string
  deliverOn: string | null
  value: MoneyText
  received: MoneyText
  invoiced: MoneyText
  committed: MoneyText | null
  state: State
}

const column = createColumnHelper<OrderRow>()
const money = (header: string) => ({
  header,
  cell: ({ getValue }: { getValue: () => MoneyText | null }) => {
    const value = getValue()
    return value ? <Amount value={value} /> : null
  },
  meta: { numeric: true },
})

function columnsOf({ orders: t }: BuyingMessages) {
  return [
    column.accessor('number', {
      header: t.number,
      cell: ({ row: { original } }) => (
        <a className="cn-number" href={`/orders/${original.id}`}>
          {original.number}
        </a>
      ),
    }),
    column.accessor('title', {
      header: t.forWhat,
      cell: ({ row: { original } }) => (
        <>
          <span className="cn-task">{original.title}</span>
          {original.project ? <span className="cn-under">{original.project}</span> : null}
        </>
      ),
      meta: { wide: true },
    }),
    column.accessor('vendor', { header: t.vendor }),
    column.accessor('orderedOn', {
      id: 'ordered',
      header: t.ordered,
      cell: ({ getValue }) => <Day on={getValue()} short />,
    }),
    column.accessor('deliverOn', {
      id: 'deliver',
      header: t.deliver,
      cell: ({ getValue }) => {
        const day = getValue()
        return day ? <Day on={day} short /> : '–'
      },
    }),
    column.accessor('value', money(t.value)),
    column.accessor('received', money(t.received)),
    column.accessor('invoiced', money(t.invoiced)),
    column.accessor('committed', { ...money(t.committed), enableSorting: false }),
    column.accessor('state', {
      header: t.state,
      enableSorting: false,
      cell: ({ getValue }) => <OrderState state={getValue()} />,
    }),
  ]
}

/** Orders of everybody or of one project; a vendor sees neither itself nor what we are committed to. */
export function OrderTable(props: {
  rows: OrderRow[]
  sorted: { column: string; descending: boolean }
  isVendor: boolean
  committed: { currency: string; committed: MoneyText }[]
}) {
  const { rows, sorted, isVendor, committed } = props
  const t = useMessages(buyingMessages)
  const href = useListAddress()
  const isFiltered = /[?&](q|state)=[^&]/.test(href({}))
  const table = useReactTable({
    data: rows,
    columns: columnsOf(t),
    getCoreRowModel: getCoreRowModel(),
    getRowId: ({ id }) => id,
    manualSorting: true,
    state: {
      sorting: [{ id: sorted.column, desc: sorted.descending }],
      columnVisibility: { vendor: !isVendor, committed: !isVendor },
    },
  })
  const path = href({}).replace(/\?.*/, '')
  return (
    <DataTable
      table={table}
      caption={t.orders.caption}
      sortHref={(id, descending) => href({ sort: descending ? `-${id}` : id })}
      empty={
        <EmptyState
          title={t.orders.empty}
          action={isFiltered ? <LinkButton href={path}>{t.orders.showAll}</LinkButton> : null}
        >
          {t.orders.emptyHint[isVendor ? 'vendor' : 'staff']}
        </EmptyState>
      }
      feet={committed.map(({ currency, committed }) => ({
        key: currency,
        cells: [
          t.orders.total(currency),
          '',
          '',
          '',
          '',
          '',
          '',
          '',
          <Amount key="sum" value={committed} />,
          '',
        ],
      }))}
    />
  )
}
