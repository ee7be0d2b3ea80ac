import { dependencyParties } from '@countersign/domain/governance/dependency'
import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, DateInput, Select, TextArea, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { dependenciesMessages } from '../../messages/dependencies'
import { useSubmitted } from '../../submitted'
import type { DependencyChoices, DependencyPage } from './queries.server'

type Known = Pick<
  DependencyPage,
  'what' | 'party' | 'ownerContactId' | 'ownerName' | 'needOn' | 'taskUid' | 'note'
>

export function DependencyFields(props: { choices: DependencyChoices; known: Known | null }) {
  const { choices, known } = props
  const { form: t, parties } = useMessages(dependenciesMessages)
  const format = useFormat()
  const { problems, errors, typed } = useSubmitted()
  const tasks = choices.tasks.map(({ uid, wbs, name, on }) => ({
    value: String(uid),
    label: `${wbs} ${name} (${format.dateShort(on)})`,
  }))
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <TextInput
          name="what"
          label={t.what}
          hint={t.whatHint}
          defaultValue={typed('what', known?.what)}
          error={errors.what}
          maxLength={200}
          autoComplete="off"
          required
        />
        <ChoiceGroup
          name="party"
          legend={t.party}
          options={dependencyParties.map((value) => ({ value, label: parties[value] }))}
          defaultValue={typed('party', known?.party ?? 'customer')}
          error={errors.party}
          required
        />
        <FormGrid>
          <Select
            name="ownerContactId"
            label={t.contact}
            options={[
              { value: '', label: t.noContact },
              ...choices.contacts.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue={typed('ownerContactId', known?.ownerContactId ?? '')}
            error={errors.ownerContactId}
            optional
          />
          <TextInput
            name="ownerName"
            label={t.ownerName}
            hint={t.ownerNameHint}
            defaultValue={typed('ownerName', known?.ownerName)}
            error={errors.ownerName}
            maxLength={120}
            autoComplete="off"
            optional
          />
          <DateInput
            name="needOn"
            label={t.needOn}
            defaultValue={typed('needOn', known?.needOn)}
            error={errors.needOn}
            required
          />
          <Select
            name="taskUid"
            label={t.task}
            options={[{ value: '', label: t.noTask }, ...tasks]}
            defaultValue={typed('taskUid', known?.taskUid == null ? '' : String(known.taskUid))}
            error={errors.taskUid}
            optional
          />
        </FormGrid>
        <TextArea
          name="note"
          label={t.note}
          hint={t.noteHint}
          defaultValue={typed('note', known?.note)}
          error={errors.note}
          rows={3}
          optional
        />
        <FormActions>
          <Button variant="primary">{t.save}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
