import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import type { AgeingPage } from './queries.server'

/** Invoices of which more came in than a credit note left of them: what we owe. */
export function ToPayBack({ toPayBack }: Pick<AgeingPage, 'toPayBack'>) {
  const t = useMessages(invoicingMessages).ageing
  if (toPayBack.length === 0) return null
  return (
    <Section title={t.toPayBack} note={t.toPayBackNote}>
      <SimpleTable
        caption={t.toPayBack}
        captionHidden
        columns={[
          { key: 'invoice', label: t.invoice },
          { key: 'customer', label: t.customer },
          { key: 'amount', label: t.toPayBack, numeric: true },
          { key: 'act', label: t.payBack },
        ]}
        rows={toPayBack.map(({ id, number, customer, amount }) => ({
          key: id,
          cells: [
            <a key="invoice" className="cn-number" href={`/invoices/${id}`}>
              {number}
            </a>,
            customer,
            <Amount key="amount" value={amount} />,
            <a key="act" href={`/invoices/${id}/refund`}>
              {t.payBack}
            </a>,
          ],
        }))}
      />
    </Section>
  )
}
