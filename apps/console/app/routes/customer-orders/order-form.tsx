import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { contractMessages } from '../../messages/contract'
import { useSubmitted } from '../../submitted'

export function OrderForm({ today }: { today: string }) {
  const t = useMessages(contractMessages).orders
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card title={t.record}>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <FormGrid>
          <TextInput
            name="number"
            label={t.number}
            defaultValue={typed('number')}
            error={errors.number}
            maxLength={80}
            autoComplete="off"
            required
          />
          <TextInput
            name="value"
            label={t.value}
            inputMode="decimal"
            defaultValue={typed('value')}
            error={errors.value}
            autoComplete="off"
            required
          />
          <DateInput
            name="receivedOn"
            label={t.receivedOn}
            defaultValue={typed('receivedOn', today)}
            error={errors.receivedOn}
          />
          <DateInput
            name="validUntil"
            label={t.validUntil}
            defaultValue={typed('validUntil')}
            error={errors.validUntil}
            optional
          />
        </FormGrid>
        <FormActions>
          <Button variant="primary">{t.record}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
