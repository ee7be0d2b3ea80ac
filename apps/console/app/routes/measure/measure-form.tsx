import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Checkbox, ChoiceGroup, Fieldset, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { FormRows } from '../../form-rows'
import { controlMessages } from '../../messages/control'
import { progressMethods } from '../../progress-methods'
import { useSubmitted } from '../../submitted'
import type { TaskToMeasure } from './queries.server'

export function MeasureForm({ measure, deliverables }: Pick<TaskToMeasure, 'measure' | 'deliverables'>) {
  const t = useMessages(controlMessages)
  const { problems, errors, typed, rows } = useSubmitted()
  const steps = rows(
    'steps',
    measure.steps.map(({ name, weight, doneOn }) => ({
      name,
      weight: String(weight),
      isDone: doneOn === null ? '' : 'on',
    })),
  )
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      <Card>
        <ChoiceGroup
          name="method"
          legend={t.measure.method}
          options={progressMethods.map((method) => ({
            value: method,
            label: t.earned.methods[method],
            hint: t.measure.hints[method],
          }))}
          defaultValue={typed('method', measure.method)}
          error={errors.method}
        />
      </Card>
      <Card>
        <Fieldset legend={t.measure.steps} hint={t.measure.stepsHint} id="steps" error={errors.steps}>
          <FormRows rows={steps} spareFrom={100}>
            {({ number, fields }) => (
              <div className="cn-row cn-row-step">
                <TextInput
                  name={`steps.${number}.name`}
                  label={t.measure.step}
                  defaultValue={fields.name}
                  error={errors[`steps.${number}.name`]}
                  autoComplete="off"
                />
                <TextInput
                  name={`steps.${number}.weight`}
                  label={t.measure.weight}
                  inputMode="numeric"
                  defaultValue={fields.weight ?? '1'}
                  error={errors[`steps.${number}.weight`]}
                  autoComplete="off"
                />
                <Checkbox
                  name={`steps.${number}.isDone`}
                  label={t.measure.isDone}
                  defaultChecked={fields.isDone === 'on'}
                />
              </div>
            )}
          </FormRows>
        </Fieldset>
      </Card>
      <Card>
        <Select
          name="deliverableId"
          label={t.measure.deliverable}
          hint={t.measure.deliverableHint}
          options={[
            { value: '', label: t.measure.noDeliverable },
            ...deliverables.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
          ]}
          defaultValue={typed('deliverableId', measure.deliverableId ?? '')}
          error={errors.deliverableId}
          width="medium"
        />
      </Card>
      <FormActions>
        <Button variant="primary">{t.measure.save}</Button>
      </FormActions>
    </form>
  )
}
