import { Card } from '@countersign/ui/card'
import { ChoiceGroup, FileInput, TextArea } from '@countersign/ui/field'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { useFormAnswer } from '../../form-answer'
import { testingMessages } from '../../messages/testing'

/** One step: what to do, what should be seen, what came of it. */
export function StepFields(props: {
  index: number
  step: { action: string; expected: string }
  accept: string
  maxBytes: number
}) {
  const { index, step, accept, maxBytes } = props
  const t = useMessages(testingMessages)
  const format = useFormat()
  const { error, typed } = useFormAnswer()
  const name = (field: string) => `steps.${index}.${field}`
  const results = ['passed', 'failed', 'blocked'] as const
  return (
    <Card level={2} title={t.stepTitle(index + 1)}>
      <Stack gap="tight">
        <p>{step.action}</p>
        <p>
          <strong>{t.expected}:</strong> {step.expected}
        </p>
        <ChoiceGroup
          name={name('result')}
          legend={t.result}
          options={results.map((value) => ({ value, label: t.step[value] }))}
          defaultValue={typed(name('result'))}
          error={error[name('result')]}
          required
        />
        <TextArea
          name={name('comment')}
          label={t.what}
          hint={t.whatHint}
          rows={2}
          maxLength={4000}
          defaultValue={typed(name('comment'))}
          error={error[name('comment')]}
          optional
        />
        <FileInput
          name={`files.${index}`}
          label={t.files}
          hint={t.filesHint(format.fileSize(maxBytes))}
          accept={accept}
          multiple
          optional
        />
      </Stack>
    </Card>
  )
}
