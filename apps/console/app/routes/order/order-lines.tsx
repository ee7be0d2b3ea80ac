import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { KeyFigures } from '@countersign/ui/key-figures'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { buyingMessages } from '../../messages/buying'
import type { OrderPage } from './queries.server'

export function OrderFigures({ order }: { order: OrderPage }) {
  const t = useMessages(buyingMessages).order
  const format = useFormat()
  return (
    <KeyFigures
      figures={[
        { label: t.value, value: <Amount value={order.value} /> },
        {
          label: t.received,
          value: <Amount value={order.received} />,
          note: t.stillToCome(format.amount(order.toCome)),
        },
        { label: t.invoiced, value: <Amount value={order.invoiced} /> },
        { label: t.openToInvoice, value: <Amount value={order.openToInvoice} /> },
        ...(order.ours
          ? [
              {
                label: t.committed,
                value: <Amount value={order.ours.committed} />,
                note: t.committedNote,
              },
            ]
          : []),
      ]}
    />
  )
}

export function OrderLines({ order }: { order: OrderPage }) {
  const t = useMessages(buyingMessages).order
  return (
    <Section title={t.lines}>
      <SimpleTable
        caption={t.lines}
        captionHidden
        columns={[
          { key: 'line', label: t.description },
          { key: 'ordered', label: t.ordered, numeric: true },
          { key: 'received', label: t.received, numeric: true },
        ]}
        rows={order.lines.map(({ id, position, description, amount, received }) => ({
          key: id,
          cells: [
            `${position}. ${description}`,
            <Amount key="ordered" value={amount} />,
            <Amount key="received" value={received} />,
          ],
        }))}
        foot={[
          t.sum,
          <Amount key="ordered" value={order.value} />,
          <Amount key="received" value={order.received} />,
        ]}
      />
    </Section>
  )
}

export function Receipts({ order }: { order: OrderPage }) {
  const t = useMessages(buyingMessages).order
  return (
    <Section title={t.receipts} note={order.receipts.length === 0 ? t.noReceipts : undefined}>
      {order.receipts.length === 0 ? null : (
        <SimpleTable
          caption={t.receipts}
          captionHidden
          columns={[
            { key: 'receivedOn', label: t.receivedOn },
            { key: 'line', label: t.line },
            { key: 'amount', label: t.amount, numeric: true },
          ]}
          rows={order.receipts.map(({ id, receivedOn, line, amount }) => ({
            key: id,
            cells: [<Day key="day" on={receivedOn} />, line, <Amount key="amount" value={amount} />],
          }))}
        />
      )}
    </Section>
  )
}
