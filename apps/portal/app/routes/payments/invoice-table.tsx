import type { InvoiceState } from '@countersign/domain/billing'
import { StateBadge, type Tone } from '@countersign/ui/badge'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { paymentsMessages } from '../../messages/payments'
import type { PaymentFacts } from './queries.server'

const tones: Record<InvoiceState, Tone> = { paid: 'paid', open: 'invoiced', overdue: 'overdue' }

export function InvoiceTable({ invoices }: { invoices: PaymentFacts['invoices'] }) {
  const t = useMessages(paymentsMessages)
  const format = useFormat()
  return (
    <SimpleTable
      caption={t.invoices}
      captionHidden
      columns={[
        { key: 'number', label: t.number },
        { key: 'issued', label: t.issued },
        { key: 'due', label: t.due },
        { key: 'net', label: t.net, numeric: true },
        { key: 'tax', label: t.tax, numeric: true },
        { key: 'gross', label: t.gross, numeric: true },
        { key: 'open', label: t.open, numeric: true },
        { key: 'state', label: t.state },
      ]}
      rows={invoices.map((invoice) => ({
        key: invoice.id,
        cells: [
          invoice.bytes === null ? (
            <>
              {invoice.number} <span className="cs-note">{t.pdfSoon}</span>
            </>
          ) : (
            <>
              <a href={`/invoices/${invoice.id}/pdf`} download={`${invoice.number}.pdf`}>
                {t.pdf(invoice.number)}
              </a>{' '}
              <span className="cs-note">{format.fileSize(invoice.bytes)}</span>
            </>
          ),
          <Day key="issued" on={invoice.issuedOn} short />,
          <Day key="due" on={invoice.dueOn} short />,
          <Amount key="net" value={invoice.net} />,
          <Amount key="tax" value={invoice.tax} />,
          <Amount key="gross" value={invoice.gross} />,
          <Amount key="open" value={invoice.open} />,
          <StateBadge key="state" tone={tones[invoice.state]} label={t.invoiceState[invoice.state]} />,
        ],
      }))}
    />
  )
}
