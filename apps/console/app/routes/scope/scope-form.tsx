import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Fieldset, Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { FormRows } from '../../form-rows'
import { scopeKinds } from '../../kinds'
import { deliveryMessages } from '../../messages/delivery'
import { statesMessages } from '../../messages/states'
import { useSubmitted } from '../../submitted'
import type { Scope } from './queries.server'

export function ScopeForm({ scope }: { scope: Scope }) {
  const t = useMessages(deliveryMessages)
  const states = useMessages(statesMessages)
  const { problems, errors, typed, rows } = useSubmitted()
  const known = scope.items.map(({ kind, text, deliverableId }) => ({
    kind,
    text,
    deliverableId: deliverableId ?? '',
  }))
  const items = rows('items', known)
  const options = [
    { value: '', label: t.noDeliverable },
    ...scope.deliverables.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  ]
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      <Card>
        <TextArea
          name="objective"
          label={t.scope.objective}
          hint={t.scope.objectiveHint}
          defaultValue={typed('objective', scope.objective)}
          error={errors.objective}
          rows={3}
          required
        />
      </Card>
      {scopeKinds.map((kind, group) => (
        <Card key={kind}>
          <Fieldset legend={states.scope[kind]} hint={t.scope.rowsHint[kind]} id={kind}>
            <FormRows rows={items.filter(({ fields }) => fields.kind === kind)} spareFrom={300 + group * 100}>
              {({ number, fields }) => (
                <div className="cn-row cn-row-scope">
                  <input type="hidden" name={`items.${number}.kind`} value={kind} />
                  <TextInput
                    name={`items.${number}.text`}
                    label={t.scope.text}
                    defaultValue={fields.text}
                    error={errors[`items.${number}.text`]}
                    autoComplete="off"
                  />
                  <Select
                    name={`items.${number}.deliverableId`}
                    label={t.scope.deliverable}
                    options={options}
                    defaultValue={fields.deliverableId}
                    error={errors[`items.${number}.deliverableId`]}
                  />
                </div>
              )}
            </FormRows>
          </Fieldset>
        </Card>
      ))}
      <FormActions>
        <Button variant="primary">{t.scope.save}</Button>
        <span className="cs-note">{t.scope.emptyRows}</span>
      </FormActions>
    </form>
  )
}
