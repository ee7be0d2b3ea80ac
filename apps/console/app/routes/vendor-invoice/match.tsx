import { Card, Section } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day, Instant } from '@countersign/ui/values'
import { buyingMessages } from '../../messages/buying'
import type { VendorInvoicePage } from './queries.server'

/** What was ordered, what came of it, what was invoiced of that. */
export function ThreeWayMatch({ invoice }: { invoice: VendorInvoicePage }) {
  const { invoice: t, order } = useMessages(buyingMessages)
  const rows = [
    { key: 'ordered', label: t.ordered, value: invoice.ordered },
    { key: 'received', label: t.received, value: invoice.received },
    { key: 'before', label: t.invoicedBefore, value: invoice.invoicedBefore },
    { key: 'this', label: t.thisOne, value: invoice.net },
  ]
  return (
    <Section title={t.match}>
      <SimpleTable
        caption={t.match}
        captionHidden
        columns={[
          { key: 'what', label: order.description },
          { key: 'amount', label: order.amount, numeric: true },
        ]}
        rows={rows.map(({ key, label, value }) => ({
          key,
          cells: [label, <Amount key="amount" value={value} />],
        }))}
        foot={[t.left, <Amount key="left" value={invoice.left} />]}
      />
    </Section>
  )
}

export function InvoiceFacts({ invoice }: { invoice: VendorInvoicePage }) {
  const t = useMessages(buyingMessages).invoice
  const { ours, documentSha256, documentName, approvedAt, paidOn } = invoice
  return (
    <Card title={t.facts} level={2}>
      <Facts
        facts={[
          { label: t.invoicedOn, value: <Day on={invoice.invoicedOn} /> },
          { label: t.dueOn, value: <Day on={invoice.dueOn} /> },
          { label: t.tax, value: <Amount value={invoice.tax} /> },
          { label: t.gross, value: <Amount value={invoice.gross} /> },
          {
            label: t.document,
            value: documentSha256 ? <a href={`/files/${documentSha256}`}>{documentName}</a> : t.noDocument,
          },
          { label: t.approvedAt, value: approvedAt ? <Instant at={approvedAt} /> : t.notYet },
          { label: t.paidOn, value: paidOn ? <Day on={paidOn} /> : t.notYet },
          ...(ours
            ? [
                { label: t.recordedBy, value: ours.recordedBy },
                { label: t.cost, value: <Amount value={ours.cost} /> },
                { label: t.billable, value: ours.isBillable ? t.yes : t.no },
              ]
            : []),
        ]}
      />
    </Card>
  )
}
