import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { projectsMessages } from '../../messages/projects'
import { useSubmitted } from '../../submitted'

export function AcceptForm({ title }: { title: string }) {
  const t = useMessages(projectsMessages).preview
  const { problems, errors, typed } = useSubmitted()
  return (
    <Section title={t.acceptTitle} note={t.acceptNote}>
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <FormGrid>
            <TextInput
              name="code"
              label={t.code}
              hint={t.codeHint}
              defaultValue={typed('code')}
              error={errors.code}
              maxLength={20}
              autoComplete="off"
              required
            />
            <TextInput
              name="name"
              label={t.name}
              defaultValue={typed('name', title)}
              error={errors.name}
              maxLength={120}
              autoComplete="off"
              required
            />
          </FormGrid>
          <TextArea
            name="objective"
            label={t.objective}
            hint={t.objectiveHint}
            defaultValue={typed('objective')}
            error={errors.objective}
            rows={3}
            required
          />
          <FormActions working={t.accepting}>
            <Button variant="primary" icon="check">
              {t.accept}
            </Button>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}
