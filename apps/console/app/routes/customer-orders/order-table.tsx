import { StateBadge } from '@countersign/ui/badge'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import type { SerializeFrom } from '@remix-run/node'
import { contractMessages } from '../../messages/contract'
import type { loader } from './route'

type Order = SerializeFrom<typeof loader>['orders'][number]

/** Each order with what was billed under it and what is left. */
export function OrderTable({ orders, today }: { orders: readonly Order[]; today: string }) {
  const t = useMessages(contractMessages).orders
  return (
    <SimpleTable
      caption={t.title}
      captionHidden
      columns={[
        { key: 'number', label: t.number },
        { key: 'received', label: t.receivedOn },
        { key: 'until', label: t.validUntil },
        { key: 'value', label: t.value, numeric: true },
        { key: 'billed', label: t.billed, numeric: true },
        { key: 'left', label: t.left, numeric: true },
      ]}
      rows={orders.map((order) => ({
        key: order.id,
        cells: [
          <>
            {order.number} {order.isUsedUp ? <StateBadge tone="overdue" label={t.exhausted} /> : null}
          </>,
          <Day key="received" on={order.receivedOn} short />,
          order.validUntil ? (
            <>
              <Day on={order.validUntil} short />{' '}
              {order.validUntil < today ? <StateBadge tone="overdue" label={t.expired} /> : null}
            </>
          ) : (
            '–'
          ),
          <Amount key="value" value={order.value} />,
          <Amount key="billed" value={order.billed} />,
          <Amount key="left" value={order.left} />,
        ],
      }))}
    />
  )
}
