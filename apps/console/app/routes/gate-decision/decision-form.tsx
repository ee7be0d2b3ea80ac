import type { GateOutcome } from '@countersign/domain/governance/gate'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, DateInput, Fieldset, Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { FormRows } from '../../form-rows'
import { gatesMessages } from '../../messages/gates'
import { useSubmitted } from '../../submitted'

/** `digest` is of the state that is on this page: a decision on another one is refused. */
export function DecisionForm(props: {
  digest: string
  people: { id: string; name: string }[]
  outcomes: readonly GateOutcome[]
}) {
  const { digest, people, outcomes } = props
  const { decision: t, outcomes: words } = useMessages(gatesMessages)
  const { problems, errors, typed, rows } = useSubmitted()
  return (
    <form className="cs-form" method="post">
      <ErrorSummary errors={problems} />
      <input type="hidden" name="digest" value={digest} />
      <Card>
        <ChoiceGroup
          name="outcome"
          legend={t.outcome}
          options={outcomes.map((value) => ({ value, label: words[value], hint: t.hints[value] }))}
          defaultValue={typed('outcome')}
          error={errors.outcome}
          required
        />
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          defaultValue={typed('reason')}
          error={errors.reason}
          rows={3}
          optional
        />
      </Card>
      <Card>
        <Fieldset legend={t.conditions} hint={t.conditionsHint} id="conditions" error={errors.conditions}>
          <FormRows rows={rows('conditions', [])} spareFrom={100} spare={2}>
            {({ number, fields }) => (
              <div className="cn-row cn-row-condition">
                <TextInput
                  name={`conditions.${number}.text`}
                  label={t.condition}
                  defaultValue={fields.text}
                  error={errors[`conditions.${number}.text`]}
                  maxLength={300}
                  autoComplete="off"
                />
                <Select
                  name={`conditions.${number}.ownerId`}
                  label={t.owner}
                  options={[
                    { value: '', label: t.choose },
                    ...people.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  defaultValue={fields.ownerId}
                  error={errors[`conditions.${number}.ownerId`]}
                />
                <DateInput
                  name={`conditions.${number}.dueOn`}
                  label={t.due}
                  defaultValue={fields.dueOn}
                  error={errors[`conditions.${number}.dueOn`]}
                />
              </div>
            )}
          </FormRows>
        </Fieldset>
      </Card>
      <FormActions>
        <Button variant="primary" icon="check">
          {t.save}
        </Button>
      </FormActions>
    </form>
  )
}
