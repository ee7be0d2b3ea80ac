import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { peopleMessages } from '../../messages/people'
import { useSubmitted } from '../../submitted'

export function CustomerForm({
  zones,
  preset,
}: {
  zones: string[]
  preset: { locale: string; zone: string }
}) {
  const { newCustomer: t, locales } = useMessages(peopleMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <TextInput
          name="name"
          label={t.name}
          hint={t.nameHint}
          defaultValue={typed('name')}
          error={errors.name}
          required
        />
        <ChoiceGroup
          name="kind"
          legend={t.kind}
          hint={t.kindHint}
          options={[
            { value: 'external', label: t.external, hint: t.externalHint },
            { value: 'internal', label: t.internal, hint: t.internalHint },
          ]}
          defaultValue={typed('kind')}
          error={errors.kind}
          required
        />
        <TextArea
          name="address"
          label={t.address}
          hint={t.addressHint}
          rows={4}
          defaultValue={typed('address')}
          error={errors.address}
          optional
        />
        <FormGrid>
          <Select
            name="locale"
            label={t.language}
            hint={t.languageHint}
            options={[
              { value: 'en', label: locales.en },
              { value: 'de', label: locales.de },
            ]}
            defaultValue={typed('locale', preset.locale)}
            error={errors.locale}
          />
          <Select
            name="timeZone"
            label={t.timeZone}
            options={zones.map((zone) => ({ value: zone, label: zone }))}
            defaultValue={typed('timeZone', preset.zone)}
            error={errors.timeZone}
          />
        </FormGrid>
        <div>
          <Button variant="primary">{t.submit}</Button>
        </div>
      </form>
    </Card>
  )
}
