import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, Select } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Notice } from '@countersign/ui/notice'
import { useFormAnswer } from '../../form-answer'
import { settingsMessages } from '../../messages/settings'

export function SettingsForm({
  known,
  zones,
}: {
  known: { language: string; zone: string }
  zones: string[]
}) {
  const t = useMessages(settingsMessages)
  const { refusal, error, errors, typed } = useFormAnswer()
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={errors} />
        {refusal ? (
          <Notice tone="danger" live>
            {refusal}
          </Notice>
        ) : null}
        <ChoiceGroup
          name="locale"
          legend={t.language}
          hint={t.languageHint}
          options={[
            { value: 'en', label: t.locales.en },
            { value: 'de', label: t.locales.de },
          ]}
          defaultValue={typed('locale') ?? known.language}
          error={error.locale}
          required
        />
        <Select
          name="timeZone"
          label={t.timeZone}
          hint={t.timeZoneHint}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          defaultValue={typed('timeZone') ?? known.zone}
          error={error.timeZone}
        />
        <FormActions>
          <Button variant="primary">{t.submit}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
