import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { templatesMessages } from '../../messages/templates'
import { useSubmitted } from '../../submitted'

/** Who a project is for, when it starts, and what it is called. */
export function BeginningForm(props: {
  customers: { id: string; name: string }[]
  startsOn: string
  submit: string
}) {
  const { customers, startsOn, submit } = props
  const t = useMessages(templatesMessages).newProject
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <FormGrid>
          <Select
            name="customerId"
            label={t.customer}
            options={[
              { value: '', label: t.choose },
              ...customers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue={typed('customerId')}
            error={errors.customerId}
            required
          />
          <DateInput
            name="startsOn"
            label={t.startsOn}
            defaultValue={typed('startsOn', startsOn)}
            error={errors.startsOn}
            required
          />
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
            defaultValue={typed('name')}
            error={errors.name}
            maxLength={120}
            autoComplete="off"
            required
          />
        </FormGrid>
        <p>
          <a href="/customers/new">{t.addCustomer}</a>
        </p>
        <TextArea
          name="objective"
          label={t.objective}
          hint={t.objectiveHint}
          defaultValue={typed('objective')}
          error={errors.objective}
          rows={3}
          required
        />
        <FormActions>
          <Button variant="primary">{submit}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
