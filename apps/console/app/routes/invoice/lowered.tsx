import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import type { InvoicePage } from './queries.server'

/** Credit notes and write-offs: what lowered the invoice besides payments. */
export function Lowered({ lowered }: Pick<InvoicePage, 'lowered'>) {
  const t = useMessages(invoicingMessages).invoice
  if (lowered.length === 0) return null
  return (
    <Section title={t.notes}>
      <SimpleTable
        caption={t.notes}
        captionHidden
        columns={[
          { key: 'what', label: t.what },
          { key: 'day', label: t.day },
          { key: 'reason', label: t.reason },
          { key: 'amount', label: t.amount, numeric: true },
        ]}
        rows={lowered.map(({ id, number, on, reason, amount }) => ({
          key: id,
          cells: [
            number ? (
              <a key="what" href={`/invoices/${id}`}>
                {t.creditTitle(number)}
              </a>
            ) : (
              t.writtenOff
            ),
            <Day key="day" on={on} />,
            reason,
            <Amount key="amount" value={amount} />,
          ],
        }))}
      />
    </Section>
  )
}
