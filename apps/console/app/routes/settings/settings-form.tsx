import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, Select } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { settingsMessages } from '../../messages/settings'
import { useSubmitted } from '../../submitted'

export function SettingsForm({
  known,
  zones,
}: {
  known: { language: string; zone: string }
  zones: string[]
}) {
  const t = useMessages(settingsMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <ChoiceGroup
          name="locale"
          legend={t.language}
          hint={t.languageHint}
          options={[
            { value: 'en', label: t.locales.en },
            { value: 'de', label: t.locales.de },
          ]}
          defaultValue={typed('locale', known.language)}
          error={errors.locale}
          required
        />
        <Select
          name="timeZone"
          label={t.timeZone}
          hint={t.timeZoneHint}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          defaultValue={typed('timeZone', known.zone)}
          error={errors.timeZone}
        />
        <FormActions>
          <Button variant="primary">{t.submit}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
