import type { MoneyText } from '@countersign/ui/i18n/format'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { invoicingMessages } from './messages/invoicing'
import { moneyMessages } from './messages/money'

type Lines = {
  lines: { id: string; description: string; unit: 'C62' | 'HUR'; thousandths: number; amount: MoneyText }[]
  net: MoneyText
  taxes: { taxBasisPoints: number; tax: MoneyText }[]
  gross: MoneyText
}

/** What is billed, and what it comes to with tax by rate: of an invoice, a credit note, a draft. */
export function InvoiceLines({ lines, net, taxes, gross }: Lines) {
  const t = useMessages(moneyMessages).newInvoice
  const own = useMessages(invoicingMessages).invoice
  const format = useFormat()
  const sums = [
    { key: 'net', label: t.net, amount: net },
    ...taxes.map(({ taxBasisPoints, tax }) => ({
      key: `tax-${taxBasisPoints}`,
      label: t.tax(format.percent(taxBasisPoints / 100)),
      amount: tax,
    })),
  ]
  const quantity = (thousandths: number, unit: 'C62' | 'HUR') =>
    unit === 'HUR' ? own.hours(format.decimals(thousandths / 1000, 2)) : format.number(thousandths / 1000)
  return (
    <SimpleTable
      caption={t.lines}
      columns={[
        { key: 'description', label: t.description },
        { key: 'quantity', label: own.quantity, numeric: true },
        { key: 'amount', label: t.amount, numeric: true },
      ]}
      rows={[
        ...lines.map(({ id, description, unit, thousandths, amount }) => ({
          key: id,
          cells: [description, quantity(thousandths, unit), <Amount key="amount" value={amount} />],
        })),
        ...sums.map(({ key, label, amount }) => ({
          key,
          cells: [
            <span key="label" className="cn-sum">
              {label}
            </span>,
            '',
            <Amount key="amount" value={amount} />,
          ],
        })),
      ]}
      foot={[t.gross, '', <Amount key="gross" value={gross} />]}
    />
  )
}
