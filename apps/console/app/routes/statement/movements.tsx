import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import type { InvoicingMessages } from '../../messages/invoicing-en'
import type { Statement } from './queries.server'

type Movement = Statement['accounts'][number]['movements'][number]

export function movementWords(t: InvoicingMessages['statement'], { kind, number }: Movement): string {
  if (kind === 'payment') return t.paymentOf(number)
  if (kind === 'refund') return t.refundOf(number)
  return kind === 'write-off' ? t.writeOffOf(number) : t.of(t.kinds[kind], number)
}

export function Movements({ account }: { account: Statement['accounts'][number] }) {
  const t = useMessages(invoicingMessages).statement
  return (
    <SimpleTable
      caption={`${t.caption} (${account.currency})`}
      columns={[
        { key: 'day', label: t.day },
        { key: 'what', label: t.what },
        { key: 'amount', label: t.amount, numeric: true },
        { key: 'balance', label: t.balance, numeric: true },
      ]}
      rows={account.movements.map((movement) => ({
        key: movement.id,
        cells: [
          <Day key="day" on={movement.day} short />,
          <a key="what" href={`/invoices/${movement.invoiceId}`}>
            {movementWords(t, movement)}
          </a>,
          <Amount key="amount" value={movement.amount} />,
          <Amount key="balance" value={movement.balance} />,
        ],
      }))}
      foot={[t.balance, '', '', <Amount key="balance" value={account.movements.at(-1)!.balance} />]}
    />
  )
}
