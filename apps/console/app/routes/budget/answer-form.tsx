import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, TextArea } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useSubmitted } from '../../submitted'

/** Yes or no to what somebody asks of a budget, with a reason. */
export function AnswerForm({
  name,
  options,
  words,
}: {
  name: 'act' | 'answer'
  options: { value: string; label: string }[]
  words: { decision: string; reason: string; reasonHint: string; submit: string }
}) {
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <ChoiceGroup
          name={name}
          legend={words.decision}
          options={options}
          defaultValue={typed(name)}
          error={errors[name]}
          required
        />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          defaultValue={typed('reason')}
          error={errors.reason}
          rows={3}
          optional
        />
        <FormActions>
          <Button variant="primary">{words.submit}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
