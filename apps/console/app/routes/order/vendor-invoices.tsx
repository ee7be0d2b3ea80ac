import { Section } from '@countersign/ui/card'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { buyingMessages } from '../../messages/buying'
import { VendorInvoiceState } from '../../vendor-invoice-state'
import type { OrderPage } from './queries.server'

/** The vendor's invoices with what became of them; those that we did not take with the reason. */
export function VendorInvoices({ order, isVendor }: { order: OrderPage; isVendor: boolean }) {
  const t = useMessages(buyingMessages).order
  const format = useFormat()
  return (
    <Section title={t.invoices} note={order.invoices.length === 0 ? t.noInvoices : undefined}>
      {order.invoices.length === 0 ? null : (
        <SimpleTable
          caption={t.invoices}
          captionHidden
          columns={[
            { key: 'number', label: t.number },
            { key: 'invoicedOn', label: t.invoicedOn },
            { key: 'dueOn', label: t.dueOn },
            { key: 'net', label: t.net, numeric: true },
            { key: 'gross', label: t.gross, numeric: true },
            { key: 'state', label: t.state },
          ]}
          rows={order.invoices.map(({ id, number, invoicedOn, dueOn, net, gross, state }) => ({
            key: id,
            cells: [
              <a key="number" href={`/orders/${order.id}/invoices/${id}`}>
                {number}
              </a>,
              <Day key="day" on={invoicedOn} short />,
              <Day key="due" on={dueOn} short />,
              <Amount key="net" value={net} />,
              <Amount key="gross" value={gross} />,
              <VendorInvoiceState key="state" state={state} />,
            ],
          }))}
          foot={[t.sum, '', '', <Amount key="net" value={order.invoiced} />, '', '']}
        />
      )}
      {order.refusals.length === 0 ? null : (
        <Notice tone={isVendor ? 'warning' : 'info'} title={t.refused}>
          <ul>
            {order.refusals.map(({ id, number, invoicedOn, reason, documentSha256, documentName }) => (
              <li key={id}>
                {t.refusedBecause(number, format.date(invoicedOn), reason)}{' '}
                {documentSha256 ? <a href={`/files/${documentSha256}`}>{documentName}</a> : null}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Section>
  )
}
