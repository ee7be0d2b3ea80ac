import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Select, TextArea, TextInput } from '@countersign/ui/field'
import { FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { FormRows } from '../../form-rows'
import { testingMessages } from '../../messages/testing'
import { useSubmitted } from '../../submitted'
import { writtenSteps } from './form'
import type { DeliverableTests } from './queries.server'

/** What testers will do: a case a row, its steps a line each. */
export function TestCasesForm({ tests: { cases, criteria } }: { tests: DeliverableTests }) {
  const t = useMessages(testingMessages).tests
  const { errors, rows } = useSubmitted({ intent: 'set' })
  const options = criteria.map(({ position, statement }) => ({
    value: String(position),
    label: `${position}. ${statement}`,
  }))
  const known = cases.map(({ title, criterionPosition, preparation, steps }) => ({
    title,
    criterionPosition: String(criterionPosition),
    preparation,
    steps: writtenSteps(steps),
  }))
  return (
    <Card title={t.cases}>
      <form className="cs-form" method="post">
        <p className="cs-note">{t.stepsHint}</p>
        <input type="hidden" name="intent" value="set" />
        <FormRows rows={rows('cases', known)} spareFrom={500} spare={1}>
          {({ number, fields }) => (
            <div className="cn-row cn-row-test">
              <TextInput
                name={`cases.${number}.title`}
                label={t.caseTitle}
                defaultValue={fields.title}
                error={errors[`cases.${number}.title`]}
                autoComplete="off"
              />
              <Select
                name={`cases.${number}.criterionPosition`}
                label={t.criterion}
                options={options}
                defaultValue={fields.criterionPosition}
                error={errors[`cases.${number}.criterionPosition`]}
              />
              <TextInput
                name={`cases.${number}.preparation`}
                label={t.preparation}
                defaultValue={fields.preparation}
                error={errors[`cases.${number}.preparation`]}
                autoComplete="off"
                optional
              />
              <TextArea
                name={`cases.${number}.steps`}
                label={t.steps}
                rows={4}
                defaultValue={fields.steps}
                error={errors[`cases.${number}.steps`]}
              />
            </div>
          )}
        </FormRows>
        <FormActions>
          <Button variant="primary">{t.save}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
