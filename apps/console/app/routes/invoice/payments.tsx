import type { MoneyText } from '@countersign/ui/i18n/format'
import { Section } from '@countersign/ui/card'
import { useMessages } from '@countersign/ui/i18n-context'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Amount, Day } from '@countersign/ui/values'
import { invoicingMessages } from '../../messages/invoicing'
import { moneyMessages } from '../../messages/money'

type Payment = { id: string; receivedOn: string; reference: string; recordedBy: string; amount: MoneyText }

export function Payments({ payments, paid }: { payments: Payment[]; paid: MoneyText }) {
  const t = useMessages(moneyMessages).invoice
  const { paidBack } = useMessages(invoicingMessages).invoice
  return (
    <Section title={t.payments} note={payments.length === 0 ? t.noPayments : undefined}>
      {payments.length === 0 ? null : (
        <SimpleTable
          caption={t.payments}
          captionHidden
          columns={[
            { key: 'receivedOn', label: t.receivedOn },
            { key: 'reference', label: t.reference },
            { key: 'recordedBy', label: t.recordedBy },
            { key: 'amount', label: t.amount, numeric: true },
          ]}
          rows={payments.map(({ id, receivedOn, reference, recordedBy, amount }) => ({
            key: id,
            cells: [
              <Day key="day" on={receivedOn} />,
              amount.minor.startsWith('-')
                ? [paidBack, reference].filter((part) => part !== '').join(': ')
                : reference || '–',
              recordedBy,
              <Amount key="amount" value={amount} />,
            ],
          }))}
          foot={[t.sum, '', '', <Amount key="paid" value={paid} />]}
        />
      )}
    </Section>
  )
}
