import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Day } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import { moneyMessages } from '../../messages/money'
import type { InvoicePage } from './queries.server'

export function InvoiceFacts({ invoice }: { invoice: InvoicePage }) {
  const t = useMessages(moneyMessages).invoice
  const own = useMessages(invoicingMessages).invoice
  const format = useFormat()
  const { issuedOn, issuedBy, dueOn, project, hasDocument, hasTwin, refersTo } = invoice
  const from = invoice.periodFromOn ?? invoice.periodToOn
  const to = invoice.periodToOn ?? from
  return (
    <Card title={t.facts} level={2} footer={hasDocument ? (hasTwin ? undefined : own.noTwin) : t.pending}>
      <Facts
        facts={[
          { label: t.issuedOn, value: <Day on={issuedOn} /> },
          { label: t.issuedBy, value: issuedBy },
          ...(invoice.kind === 'invoice' ? [{ label: t.dueOn, value: <Day on={dueOn} /> }] : []),
          ...(refersTo
            ? [
                {
                  label: own.refersTo,
                  value: <a href={`/invoices/${refersTo}`}>{invoice.refersToNumber}</a>,
                },
                { label: own.reason, value: invoice.reason },
              ]
            : []),
          { label: t.project, value: project },
          ...(from && to
            ? [
                {
                  label: own.period,
                  value: from === to ? format.date(from) : own.between(format.date(from), format.date(to)),
                },
              ]
            : []),
          ...(invoice.orderNumber ? [{ label: own.order, value: invoice.orderNumber }] : []),
        ]}
      />
    </Card>
  )
}
