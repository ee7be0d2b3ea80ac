import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Checkbox, MoneyInput, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormGrid } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { amountInput } from '../../amount-input'
import { currencies } from '../../currencies'
import { invoicingMessages } from '../../messages/invoicing'
import { useSubmitted } from '../../submitted'
import { Reminders } from './reminders'
import type { OurDetails } from './queries.server'

type Text = Exclude<keyof OurDetails, 'dunningDays' | 'dunningFees' | 'reviewFrom' | 'lineManagerReleases'>

export function ProviderForm({ us }: { us: OurDetails }) {
  const words = useMessages(invoicingMessages)
  const { provider: t, customer } = words
  const { locale } = useFormat()
  const { problems, errors, typed, isBack } = useSubmitted()
  const known = (name: Text) => ({ name, defaultValue: typed(name, us[name]), error: errors[name] })
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      <Card title={t.who} level={2}>
        <TextInput {...known('name')} label={t.name} maxLength={160} required />
        <TextInput {...known('street')} label={customer.street} maxLength={120} optional />
        <FormGrid>
          <TextInput {...known('postalCode')} label={customer.postalCode} maxLength={20} optional />
          <TextInput {...known('town')} label={customer.town} maxLength={80} optional />
        </FormGrid>
        <TextInput
          {...known('country')}
          label={customer.country}
          hint={customer.countryHint}
          width="short"
          maxLength={2}
          required
        />
        <FormGrid>
          <TextInput {...known('vatId')} label={t.vatId} maxLength={40} optional />
          <TextInput {...known('taxNumber')} label={t.taxNumber} maxLength={40} optional />
        </FormGrid>
        <TextInput
          {...known('registration')}
          label={t.registration}
          hint={t.registrationHint}
          maxLength={80}
          optional
        />
      </Card>
      <Card title={t.account} level={2}>
        <FormGrid>
          <TextInput {...known('iban')} label={t.iban} maxLength={42} optional />
          <TextInput {...known('bic')} label={t.bic} maxLength={11} optional />
        </FormGrid>
      </Card>
      <Card title={t.contact} level={2}>
        <TextInput {...known('contactName')} label={t.contactName} maxLength={120} optional />
        <FormGrid>
          <TextInput
            {...known('contactEmail')}
            type="email"
            label={t.contactEmail}
            maxLength={254}
            optional
          />
          <TextInput {...known('contactPhone')} label={t.contactPhone} maxLength={40} optional />
        </FormGrid>
      </Card>
      <Card title={t.dunning} level={2}>
        <Reminders us={us} />
      </Card>
      <Card title={t.review} level={2}>
        <FormGrid>
          <MoneyInput
            name="reviewFrom"
            label={t.reviewFrom}
            hint={t.reviewHint}
            currency={us.currency}
            defaultValue={typed(
              'reviewFrom',
              us.reviewFrom === null ? '' : amountInput(us.reviewFrom, us.currency, locale),
            )}
            error={errors.reviewFrom}
            optional
          />
          <Select
            {...known('currency')}
            label={t.currency}
            options={currencies.map((value) => ({ value, label: value }))}
          />
        </FormGrid>
      </Card>
      <Card title={t.hours} level={2}>
        <Checkbox
          name="lineManagerReleases"
          label={t.lineManagerReleases}
          hint={t.lineManagerReleasesHint}
          defaultChecked={isBack ? typed('lineManagerReleases') === 'on' : us.lineManagerReleases}
        />
      </Card>
      <div>
        <Button variant="primary">{t.submit}</Button>
      </div>
    </form>
  )
}
