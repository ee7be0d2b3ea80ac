import { riskKinds, riskStates } from '@countersign/domain/risk'
import { Button, LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, DateInput, MoneyInput, Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { amountInput } from '../../amount-input'
import { budgetMessages } from '../../messages/budget'
import { useSubmitted } from '../../submitted'
import type { RiskToWrite } from './queries.server'

export function RiskForm({ known, projectId }: { known: RiskToWrite; projectId: string }) {
  const { risk: t, risks: words } = useMessages(budgetMessages)
  const { problems, errors, typed } = useSubmitted()
  const locale = useLocale()
  const { risk, currency, owners } = known
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        {risk ? (
          <ChoiceGroup
            name="state"
            legend={words.state}
            options={riskStates.map((value) => ({ value, label: words.states[value] }))}
            defaultValue={typed('state', risk.state)}
            error={errors.state}
            required
          />
        ) : (
          <ChoiceGroup
            name="kind"
            legend={words.kind}
            options={riskKinds.map((value) => ({ value, label: words.kinds[value] }))}
            defaultValue={typed('kind', 'threat')}
            error={errors.kind}
            required
          />
        )}
        <TextInput
          name="title"
          label={t.words}
          defaultValue={typed('title', risk?.title)}
          error={errors.title}
          maxLength={200}
          autoComplete="off"
          required
        />
        <TextArea
          name="response"
          label={t.response}
          defaultValue={typed('response', risk?.response)}
          error={errors.response}
          rows={3}
          optional
        />
        <FormGrid>
          <TextInput
            name="probabilityPercent"
            label={t.probability}
            inputMode="numeric"
            defaultValue={typed('probabilityPercent', risk ? String(risk.probabilityPercent) : '')}
            error={errors.probabilityPercent}
            autoComplete="off"
            required
          />
          <MoneyInput
            name="impactMinor"
            label={t.impact}
            currency={currency}
            defaultValue={typed('impactMinor', risk ? amountInput(risk.impactMinor, currency, locale) : '')}
            error={errors.impactMinor}
            required
          />
          <Select
            name="ownerId"
            label={t.owner}
            options={[
              { value: '', label: '–' },
              ...owners.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue={typed('ownerId', risk?.ownerId)}
            error={errors.ownerId}
            required
          />
          <DateInput
            name="reviewOn"
            label={t.reviewOn}
            defaultValue={typed('reviewOn', risk?.reviewOn ?? '')}
            error={errors.reviewOn}
            optional
          />
        </FormGrid>
        <FormActions>
          <Button variant="primary">{t.save}</Button>
          <LinkButton href={`/projects/${projectId}/risks`}>{t.back}</LinkButton>
        </FormActions>
      </form>
    </Card>
  )
}
