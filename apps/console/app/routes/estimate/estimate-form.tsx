import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, Fieldset, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { FormRows } from '../../form-rows'
import { controlMessages } from '../../messages/control'
import { useSubmitted } from '../../submitted'
import { estimateKinds } from './form'
import type { TaskToEstimate } from './queries.server'

const parameters = ['low', 'likely', 'high', 'mean', 'sd'] as const

/** Every kind and every parameter stand here at once: which ones count is said beside the kind. */
export function EstimateForm({ estimated }: { estimated: TaskToEstimate }) {
  const t = useMessages(controlMessages).estimate
  const format = useFormat()
  const { problems, errors, typed, rows } = useSubmitted()
  const { task, own, otherwise, finishedTasks } = estimated
  const days = (minutes: number) => format.number(Math.round((minutes / task.minutesPerDay) * 100) / 100)
  const known = own ?? otherwise.estimate
  const parameter = (name: (typeof parameters)[number]) =>
    name in known ? days((known as unknown as Record<string, number>)[name]!) : ''
  const outcomes = rows(
    'outcomes',
    own?.kind === 'discrete'
      ? own.outcomes.map(({ minutes, weight }) => ({ days: days(minutes), weight: String(weight) }))
      : [],
  )
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      <Card>
        <p>
          {t.planned(format.days(Math.round((task.durationMinutes / task.minutesPerDay) * 100) / 100))}{' '}
          {otherwise.source.kind === 'history'
            ? t.byHistory(format.number(finishedTasks))
            : t.byAssumption(format.number(finishedTasks))}
        </p>
        <ChoiceGroup
          name="kind"
          legend={t.kind}
          options={[
            { value: 'none', label: t.kinds.none, hint: t.hints.none },
            ...estimateKinds.map((kind) => ({ value: kind, label: t.kinds[kind], hint: t.hints[kind] })),
          ]}
          defaultValue={typed('kind', own?.kind ?? 'none')}
          error={errors.kind}
        />
      </Card>
      <Card>
        <Fieldset legend={t.parameters} hint={t.parametersHint}>
          <FormGrid>
            {parameters.map((name) => (
              <TextInput
                key={name}
                name={name}
                label={t.names[name]}
                inputMode="decimal"
                defaultValue={typed(name, parameter(name))}
                error={errors[name]}
                width="short"
                autoComplete="off"
              />
            ))}
          </FormGrid>
        </Fieldset>
        <Fieldset legend={t.outcomes} hint={t.outcomesHint} id="outcomes" error={errors.outcomes}>
          <FormRows rows={outcomes} spareFrom={100}>
            {({ number, fields }) => (
              <div className="cn-row">
                <TextInput
                  name={`outcomes.${number}.days`}
                  label={t.names.days}
                  inputMode="decimal"
                  defaultValue={fields.days}
                  error={errors[`outcomes.${number}.days`]}
                  autoComplete="off"
                />
                <TextInput
                  name={`outcomes.${number}.weight`}
                  label={t.names.weight}
                  inputMode="numeric"
                  defaultValue={fields.weight ?? '1'}
                  error={errors[`outcomes.${number}.weight`]}
                  autoComplete="off"
                />
              </div>
            )}
          </FormRows>
        </Fieldset>
      </Card>
      <FormActions>
        <Button variant="primary">{t.save}</Button>
      </FormActions>
    </form>
  )
}
