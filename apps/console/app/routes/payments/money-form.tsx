import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { TextInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { useSubmitted } from '../../submitted'
import { AmountAndDay } from './amount-and-day'

type Words = {
  amount: string
  hint: (most: string) => string
  day: string
  reference: string
  referenceHint: string
  note: string
  submit: string
}

/** Money that came in on an invoice or went back, with the bank's reference. */
export function MoneyForm({
  most,
  today,
  day,
  words,
}: {
  most: MoneyText
  today: string
  day: 'receivedOn' | 'paidBackOn'
  words: Words
}) {
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <AmountAndDay most={most} today={today} day={day} labels={words} />
        <TextInput
          name="reference"
          label={words.reference}
          hint={words.referenceHint}
          width="medium"
          defaultValue={typed('reference')}
          error={errors.reference}
          maxLength={140}
          optional
        />
        <p className="cs-note">{words.note}</p>
        <div>
          <Button variant="primary">{words.submit}</Button>
        </div>
      </form>
    </Card>
  )
}
