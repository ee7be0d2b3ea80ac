import type { InvoiceState } from '@countersign/domain/billing'
import { StateBadge, type Tone } from '@countersign/ui/badge'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { paymentsMessages } from '../../messages/payments'
import type { PaymentFacts } from './queries.server'

const tones: Record<InvoiceState, Tone> = {
  paid: 'paid',
  open: 'invoiced',
  overdue: 'overdue',
  credited: 'neutral',
  // What we write off among ourselves stays open here: no column of the portal's view says so.
  'written-off': 'invoiced',
  'credit-note': 'neutral',
}

type Invoice = PaymentFacts['invoices'][number]

/** Invoices with their documents and what is open; two columns, so that it fits a phone. */
export function InvoiceTable({ invoices }: { invoices: readonly Invoice[] }) {
  const t = useMessages(paymentsMessages)
  const format = useFormat()
  return (
    <SimpleTable
      caption={t.invoices}
      captionHidden
      columns={[
        { key: 'invoice', label: t.invoice },
        { key: 'gross', label: t.gross, numeric: true },
      ]}
      rows={invoices.map((invoice) => ({
        key: invoice.id,
        cells: [
          <InvoiceDocument key="invoice" invoice={invoice} />,
          <div className="stacked" key="gross">
            <Amount value={invoice.gross} />
            <StateBadge tone={tones[invoice.state]} label={t.invoiceState[invoice.state]} />
            {invoice.state === 'open' || invoice.state === 'overdue' ? (
              <span className="cs-note">{t.open(format.amount(invoice.open))}</span>
            ) : null}
          </div>,
        ],
      }))}
    />
  )
}

function InvoiceDocument({ invoice }: { invoice: Invoice }) {
  const t = useMessages(paymentsMessages)
  const format = useFormat()
  const { id, number, bytes, issuedOn, dueOn, net, tax, kind, refersToNumber, hasTwin } = invoice
  const isCredit = kind === 'credit-note'
  return (
    <div className="stacked">
      {bytes === null ? (
        number
      ) : (
        <a href={`/invoices/${id}/pdf`} download={`${number}.pdf`}>
          {isCredit ? t.creditPdf(number) : t.pdf(number)}
        </a>
      )}
      <span className="cs-note">{bytes === null ? t.pdfSoon : format.fileSize(bytes)}</span>
      {hasTwin ? (
        <span className="cs-note">
          <a href={`/invoices/${id}/ubl`} download={`${number}.ubl.xml`}>
            {t.ubl(number)}
          </a>
          {' · '}
          <a href={`/invoices/${id}/cii`} download={`${number}.cii.xml`}>
            {t.cii(number)}
          </a>
        </span>
      ) : null}
      <span className="cs-note">
        {isCredit
          ? t.issuedFor(format.date(issuedOn), refersToNumber ?? '')
          : t.issuedAndDue(format.date(issuedOn), format.date(dueOn))}
      </span>
      <span className="cs-note">{t.netAndTax(format.amount(net), format.amount(tax))}</span>
    </div>
  )
}
