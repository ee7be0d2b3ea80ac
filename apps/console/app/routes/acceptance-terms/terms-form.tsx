import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import type { SerializeFrom } from '@remix-run/node'
import { amountInput } from '../../amount-input'
import { clockMessages } from '../../messages/clock'
import { useSubmitted } from '../../submitted'
import type { loader } from './route'

type Terms = SerializeFrom<typeof loader>['terms']

export function TermsForm({ terms }: { terms: Terms }) {
  const t = useMessages(clockMessages).terms
  const { problems, errors, typed } = useSubmitted()
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      <Card title={t.period}>
        <p className="cs-note">{t.calendar(terms.calendar)}</p>
        <FormGrid>
          <TextInput
            name="days"
            label={t.days}
            hint={t.daysHint}
            inputMode="numeric"
            defaultValue={typed('days', terms.days === null ? '' : String(terms.days))}
            error={errors.days}
            autoComplete="off"
            optional
          />
          <Select
            name="firstDay"
            label={t.firstDay}
            options={[
              { value: 'next-business-day', label: t.firstDays['next-business-day'] },
              { value: 'submission-day', label: t.firstDays['submission-day'] },
            ]}
            defaultValue={typed('firstDay', terms.firstDay)}
            error={errors.firstDay}
          />
          <TextInput
            name="reminderDays"
            label={t.reminderDays}
            hint={t.reminderDaysHint}
            defaultValue={typed('reminderDays', terms.reminderDays.join(', '))}
            error={errors.reminderDays}
            autoComplete="off"
            optional
          />
          <TextInput
            name="warningDays"
            label={t.warningDays}
            hint={t.warningDaysHint}
            inputMode="numeric"
            defaultValue={typed('warningDays', String(terms.warningDays))}
            error={errors.warningDays}
            autoComplete="off"
            required
          />
        </FormGrid>
        <TextArea
          name="deemedClause"
          label={t.deemedClause}
          hint={t.deemedClauseHint}
          rows={3}
          defaultValue={typed('deemedClause', terms.deemedClause ?? '')}
          error={errors.deemedClause}
          maxLength={4000}
          optional
        />
      </Card>
      <Card title={t.acceptance}>
        <TextArea
          name="clause"
          label={t.clause}
          hint={t.clauseHint}
          rows={4}
          defaultValue={typed('clause', terms.clause)}
          error={errors.clause}
          maxLength={4000}
          optional
        />
        <Shares terms={terms} />
      </Card>
      <FormActions>
        <Button variant="primary">{t.save}</Button>
      </FormActions>
    </form>
  )
}

function Shares({ terms }: { terms: Terms }) {
  const t = useMessages(clockMessages).terms
  const locale = useLocale()
  const { errors, typed } = useSubmitted()
  return (
    <FormGrid>
      <TextInput
        name="share"
        label={t.share}
        hint={t.shareHint}
        inputMode="decimal"
        defaultValue={typed('share', amountInput(String(terms.reservationBasisPoints), 'EUR', locale))}
        error={errors.share}
        autoComplete="off"
        required
      />
      <Select
        name="signingOrder"
        label={t.signingOrder}
        options={(['parallel', 'sequence'] as const).map((value) => ({
          value,
          label: t.signingOrders[value],
        }))}
        defaultValue={typed('signingOrder', terms.signingOrder)}
        error={errors.signingOrder}
      />
      <TextInput
        name="warrantyMonths"
        label={t.warrantyMonths}
        hint={t.warrantyMonthsHint}
        inputMode="numeric"
        defaultValue={typed('warrantyMonths', String(terms.warrantyMonths))}
        error={errors.warrantyMonths}
        autoComplete="off"
        required
      />
    </FormGrid>
  )
}
