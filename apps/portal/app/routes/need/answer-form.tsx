import { dependencyAnswers } from '@countersign/domain/governance/dependency'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, DateInput, FileInput, TextArea } from '@countersign/ui/field'
import { FormActions } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { useFormAnswer } from '../../form-answer'
import { needsMessages } from '../../messages/needs'

/** "It is done", with a file where that is what was asked for; or "it will be later", with the day. */
export function AnswerForm(props: { today: string; accept: string; maxBytes: number }) {
  const { today, accept, maxBytes } = props
  const t = useMessages(needsMessages).form
  const format = useFormat()
  const { error, typed } = useFormAnswer()
  return (
    <Card title={t.title} level={2}>
      <form className="cs-form" method="post" encType="multipart/form-data">
        <ChoiceGroup
          name="answer"
          legend={t.answer}
          options={dependencyAnswers.map((value) => ({ value, label: t.choices[value] }))}
          defaultValue={typed('answer')}
          error={error.answer}
          required
        />
        <DateInput
          name="promisedOn"
          label={t.promisedOn}
          hint={t.promisedHint}
          min={today}
          defaultValue={typed('promisedOn')}
          error={error.promisedOn}
          optional
        />
        <TextArea
          name="remark"
          label={t.remark}
          hint={t.remarkHint}
          defaultValue={typed('remark')}
          error={error.remark}
          rows={4}
          maxLength={2000}
          optional
        />
        <FileInput
          name="files.0"
          label={t.file}
          hint={t.fileHint(format.fileSize(maxBytes))}
          accept={accept}
          optional
        />
        <FormActions>
          <Button variant="primary">{t.send}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
