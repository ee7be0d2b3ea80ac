import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, MoneyInput, TextInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { amountInput } from '../../amount-input'
import { invoicingMessages } from '../../messages/invoicing'
import { useSubmitted } from '../../submitted'

export function RefundForm({ overpaid, today }: { overpaid: MoneyText; today: string }) {
  const t = useMessages(invoicingMessages).refundOf
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  if (overpaid.minor === '0' && problems.length === 0) return <Notice tone="info">{t.nothing}</Notice>
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <MoneyInput
          name="amount"
          label={t.amount}
          hint={t.most(format.amount(overpaid))}
          currency={overpaid.currency}
          defaultValue={typed('amount', amountInput(overpaid.minor, overpaid.currency, format.locale))}
          error={errors.amount}
          required
        />
        <DateInput
          name="paidBackOn"
          label={t.on}
          max={today}
          defaultValue={typed('paidBackOn', today)}
          error={errors.paidBackOn}
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
