import { MoneyInput, TextInput } from '@countersign/ui/field'
import { FormGrid } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { amountInput } from '../../amount-input'
import { invoicingMessages } from '../../messages/invoicing'
import { useSubmitted } from '../../submitted'
import type { OurDetails } from './queries.server'

/** Days and fee of each dunning level. */
export function Reminders({ us }: { us: OurDetails }) {
  const t = useMessages(invoicingMessages).provider
  const { locale } = useFormat()
  const { errors, chosen } = useSubmitted()
  const days = chosen('dunningDays', us.dunningDays.map(String))
  const fees = chosen(
    'dunningFees',
    us.dunningFees.map((fee) => amountInput(fee, us.currency, locale)),
  )
  return (
    <>
      <p className="cs-note">{t.dunningNote}</p>
      {[0, 1, 2].map((index) => (
        <FormGrid key={index}>
          <TextInput
            id={`dunningDays.${index}`}
            name="dunningDays"
            label={t.daysOf(index + 1)}
            inputMode="numeric"
            defaultValue={days[index] ?? ''}
            error={errors[`dunningDays.${index}`]}
            required
          />
          <MoneyInput
            id={`dunningFees.${index}`}
            name="dunningFees"
            label={t.feeOf(index + 1)}
            currency={us.currency}
            defaultValue={fees[index] ?? ''}
            error={errors[`dunningFees.${index}`]}
            required
          />
        </FormGrid>
      ))}
    </>
  )
}
