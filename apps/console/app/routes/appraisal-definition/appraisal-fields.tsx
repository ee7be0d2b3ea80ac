import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Fieldset, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { FormRows } from '../../form-rows'
import { decisionsMessages } from '../../messages/decisions'
import { useSubmitted } from '../../submitted'
import type { AppraisalPage } from '../appraisal/queries.server'

/** What is weighed by what. */
export function AppraisalFields({ known }: { known: AppraisalPage | null }) {
  const t = useMessages(decisionsMessages).definition
  const { problems, errors, typed, rows } = useSubmitted()
  const criteria = (known?.criteria ?? []).map(({ name, weight }) => ({ name, weight: String(weight) }))
  const options = (known?.options ?? []).map(({ name, description }) => ({ name, description }))
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      <Card>
        <TextInput
          name="title"
          label={t.question}
          defaultValue={typed('title', known?.title)}
          error={errors.title}
          maxLength={160}
          autoComplete="off"
          required
        />
        <TextArea
          name="context"
          label={t.context}
          defaultValue={typed('context', known?.context)}
          error={errors.context}
          rows={3}
          optional
        />
      </Card>
      <Card>
        <Fieldset legend={t.criteria} hint={t.criteriaHint} id="criteria" error={errors.criteria}>
          <FormRows rows={rows('criteria', criteria)} spareFrom={100} spare={known ? 2 : 4}>
            {({ number, fields }) => (
              <div className="cn-row cn-row-weight">
                <TextInput
                  name={`criteria.${number}.name`}
                  label={t.criterion}
                  defaultValue={fields.name}
                  error={errors[`criteria.${number}.name`]}
                  maxLength={80}
                  autoComplete="off"
                />
                <TextInput
                  name={`criteria.${number}.weight`}
                  label={t.weight}
                  inputMode="numeric"
                  defaultValue={fields.weight ?? '1'}
                  error={errors[`criteria.${number}.weight`]}
                  autoComplete="off"
                />
              </div>
            )}
          </FormRows>
        </Fieldset>
      </Card>
      <Card>
        <Fieldset legend={t.options} hint={t.optionsHint} id="options" error={errors.options}>
          <FormRows rows={rows('options', options)} spareFrom={100} spare={known ? 2 : 3}>
            {({ number, fields }) => (
              <div className="cn-row">
                <TextInput
                  name={`options.${number}.name`}
                  label={t.option}
                  defaultValue={fields.name}
                  error={errors[`options.${number}.name`]}
                  maxLength={80}
                  autoComplete="off"
                />
                <TextInput
                  name={`options.${number}.description`}
                  label={t.description}
                  defaultValue={fields.description}
                  error={errors[`options.${number}.description`]}
                  maxLength={200}
                  autoComplete="off"
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
