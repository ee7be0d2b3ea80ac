import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Fieldset, Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { FormRows } from '../../form-rows'
import { clockMessages } from '../../messages/clock'
import { deliveryMessages } from '../../messages/delivery'
import { useSubmitted } from '../../submitted'
import type { Definition } from './queries.server'

export function DefinitionForm({ definition }: { definition: Definition }) {
  const t = useMessages(deliveryMessages).definition
  const words = useMessages(clockMessages).acceptance
  const format = useFormat()
  const { problems, errors, typed, rows } = useSubmitted()
  const options = definition.dueTasks.map(({ uid, wbs, name, on }) => ({
    value: String(uid),
    label: `${wbs} ${name} (${format.dateShort(on)})`,
  }))
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      <Card>
        <TextInput
          name="name"
          label={t.name}
          defaultValue={typed('name', definition.name)}
          error={errors.name}
          maxLength={120}
          autoComplete="off"
          required
        />
        <TextArea
          name="description"
          label={t.description}
          hint={t.descriptionHint}
          defaultValue={typed('description', definition.description)}
          error={errors.description}
          rows={3}
          optional
        />
        <Select
          name="dueTaskUid"
          label={t.dueTask}
          hint={t.dueTaskHint}
          options={[{ value: '', label: t.noTask }, ...options]}
          defaultValue={typed(
            'dueTaskUid',
            definition.dueTaskUid === null ? '' : String(definition.dueTaskUid),
          )}
          error={errors.dueTaskUid}
        />
        <Select
          name="acceptance"
          label={words.label}
          hint={words.hint}
          options={(['once', 'provisional-and-final'] as const).map((value) => ({
            value,
            label: words[value],
          }))}
          defaultValue={typed('acceptance', definition.acceptance)}
          error={errors.acceptance}
        />
      </Card>
      <Card>
        <Fieldset legend={t.criteria} hint={t.criteriaHint} id="criteria" error={errors.criteria}>
          <FormRows rows={rows('criteria', definition.criteria)} spareFrom={300} spare={3}>
            {({ number, fields }) => (
              <div className="cn-row cn-row-criterion">
                <TextInput
                  name={`criteria.${number}.statement`}
                  label={t.criterion}
                  defaultValue={fields.statement}
                  error={errors[`criteria.${number}.statement`]}
                  autoComplete="off"
                />
                <TextInput
                  name={`criteria.${number}.howChecked`}
                  label={t.howChecked}
                  defaultValue={fields.howChecked}
                  error={errors[`criteria.${number}.howChecked`]}
                  autoComplete="off"
                  optional
                />
                <TextInput
                  name={`criteria.${number}.evidenceWanted`}
                  label={t.evidenceWanted}
                  defaultValue={fields.evidenceWanted}
                  error={errors[`criteria.${number}.evidenceWanted`]}
                  autoComplete="off"
                  optional
                />
                <TextInput
                  name={`criteria.${number}.weight`}
                  label={t.weight}
                  inputMode="numeric"
                  defaultValue={fields.weight}
                  error={errors[`criteria.${number}.weight`]}
                  autoComplete="off"
                  width="short"
                  optional
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
