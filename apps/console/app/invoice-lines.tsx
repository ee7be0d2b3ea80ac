import type { MoneyText } from '@countersign/ui/i18n/format'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount } from '@countersign/ui/values'
import { moneyMessages } from './messages/money'

type Lines = {
  lines: { id: string; description: string; amount: MoneyText }[]
  net: MoneyText
  tax: MoneyText
  gross: MoneyText
  taxBasisPoints: number
}

/** What is billed, and what it comes to with tax: of an invoice, and of its preview. */
export function InvoiceLines({ lines, net, tax, gross, taxBasisPoints }: Lines) {
  const t = useMessages(moneyMessages).newInvoice
  const format = useFormat()
  const sums = [
    { key: 'net', label: t.net, amount: net },
    { key: 'tax', label: t.tax(format.percent(taxBasisPoints / 100)), amount: tax },
  ]
  return (
    <SimpleTable
      caption={t.lines}
      columns={[
        { key: 'description', label: t.description },
        { key: 'amount', label: t.amount, numeric: true },
      ]}
      rows={[
        ...lines.map(({ id, description, amount }) => ({
          key: id,
          cells: [description, <Amount key="amount" value={amount} />],
        })),
        ...sums.map(({ key, label, amount }) => ({
          key,
          cells: [
            <span key="label" className="cn-sum">
              {label}
            </span>,
            <Amount key="amount" value={amount} />,
          ],
        })),
      ]}
      foot={[t.gross, <Amount key="gross" value={gross} />]}
    />
  )
}
