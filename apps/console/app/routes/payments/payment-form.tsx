import type { MoneyText } from '@countersign/ui/i18n/format'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, MoneyInput, TextInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { amountInput } from '../../amount-input'
import { moneyMessages } from '../../messages/money'
import { useSubmitted } from '../../submitted'

export function PaymentForm({ open, today }: { open: MoneyText; today: string }) {
  const { payment: t, invoice } = useMessages(moneyMessages)
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  if (BigInt(open.minor) <= 0n && problems.length === 0)
    return <Notice tone="success">{invoice.settled}</Notice>
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <MoneyInput
          name="amount"
          label={t.amount}
          hint={t.hint(format.amount(open))}
          currency={open.currency}
          defaultValue={typed('amount', amountInput(open.minor, open.currency, format.locale))}
          error={errors.amount}
          required
        />
        <DateInput
          name="receivedOn"
          label={t.receivedOn}
          max={today}
          defaultValue={typed('receivedOn', today)}
          error={errors.receivedOn}
          required
        />
        <TextInput
          name="reference"
          label={t.reference}
          hint={t.referenceHint}
          width="medium"
          defaultValue={typed('reference')}
          error={errors.reference}
          maxLength={140}
          optional
        />
        <p className="cs-note">{t.note}</p>
        <div>
          <Button variant="primary">{t.submit}</Button>
        </div>
      </form>
    </Card>
  )
}
