import { DateInput, MoneyInput } from '@countersign/ui/field'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { useFormat } from '@countersign/ui/i18n-context'
import { amountInput } from '../../amount-input'
import { useSubmitted } from '../../submitted'

/** How much of an invoice is moved, all of `most` unless somebody says less, and on which day until today. */
export function AmountAndDay({
  most,
  today,
  day,
  labels,
}: {
  most: MoneyText
  today: string
  /** The day's field as the form names it. */
  day: 'receivedOn' | 'paidBackOn' | 'writtenOffOn'
  labels: { amount: string; hint: (most: string) => string; day: string }
}) {
  const format = useFormat()
  const { errors, typed } = useSubmitted()
  return (
    <>
      <MoneyInput
        name="amount"
        label={labels.amount}
        hint={labels.hint(format.amount(most))}
        currency={most.currency}
        defaultValue={typed('amount', amountInput(most.minor, most.currency, format.locale))}
        error={errors.amount}
        required
      />
      <DateInput
        name={day}
        label={labels.day}
        max={today}
        defaultValue={typed(day, today)}
        error={errors[day]}
        required
      />
    </>
  )
}
