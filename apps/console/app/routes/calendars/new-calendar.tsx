import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { calendarsMessages } from '../../messages/calendars'
import { useSubmitted } from '../../submitted'
import type { ListedCalendar } from './calendar-list'

export function NewCalendar({ calendars }: { calendars: ListedCalendar[] }) {
  const t = useMessages(calendarsMessages).list
  const { problems, errors, typed } = useSubmitted()
  const options = calendars.map(({ uid, name }) => ({ value: String(uid), label: name }))
  return (
    <Section title={t.add} note={t.addNote}>
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <FormGrid>
            <TextInput
              name="name"
              label={t.newName}
              defaultValue={typed('name')}
              error={errors.name}
              maxLength={100}
              autoComplete="off"
              required
            />
            <Select
              name="basedOn"
              label={t.newBasedOn}
              hint={t.newBasedOnHint}
              options={[{ value: '', label: t.standard }, ...options]}
              defaultValue={typed('basedOn')}
              error={errors.basedOn}
            />
          </FormGrid>
          <FormActions>
            <Button icon="plus">{t.create}</Button>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}
