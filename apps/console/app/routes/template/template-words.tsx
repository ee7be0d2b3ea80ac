import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { templatesMessages } from '../../messages/templates'
import { useSubmitted } from '../../submitted'

/** What a saved template is called. */
export function TemplateWords(props: {
  title: string
  note?: string
  submit: string
  known: { name: string; description: string }
}) {
  const { title, note, submit, known } = props
  const t = useMessages(templatesMessages).look
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={title} note={note}>
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <TextInput
            name="name"
            label={t.name}
            defaultValue={typed('name', known.name)}
            error={errors.name}
            maxLength={120}
            autoComplete="off"
            required
          />
          <TextArea
            name="description"
            label={t.description}
            defaultValue={typed('description', known.description)}
            error={errors.description}
            rows={3}
            optional
          />
          <FormActions>
            <Button variant="primary">{submit}</Button>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}
