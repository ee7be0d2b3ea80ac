import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { DateInput, Select, TextInput } from '@countersign/ui/field'
import { FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { useFormAnswer } from '../../form-answer'
import { acceptanceMessages } from '../../messages/acceptance'
import { ceremonyMessages } from '../../messages/ceremony'
import type { Delegations } from './queries.server'

/** To whom, from when until when; with the password once more, as for a signature. */
export function NewDelegation(props: Pick<Delegations, 'colleagues' | 'today'> & { email: string }) {
  const { colleagues, today, email } = props
  const t = useMessages(ceremonyMessages)
  const words = useMessages(acceptanceMessages)
  const { error, typed } = useFormAnswer()
  if (colleagues.length === 0) return <p className="cs-note">{t.noColleagues}</p>
  return (
    <Card>
      <form method="post" className="cs-form">
        <Select
          name="colleagueId"
          label={t.colleague}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typed('colleagueId')}
          error={error.colleagueId}
        />
        <FormGrid>
          <DateInput
            name="fromOn"
            label={t.fromOn}
            required
            defaultValue={typed('fromOn') ?? today}
            error={error.fromOn}
          />
          <DateInput
            name="toOn"
            label={t.toOn}
            min={today}
            required
            defaultValue={typed('toOn')}
            error={error.toOn}
          />
        </FormGrid>
        <TextInput
          name="reason"
          label={t.delegationReason}
          optional
          maxLength={200}
          autoComplete="off"
          defaultValue={typed('reason')}
          error={error.reason}
        />
        {/* For password managers: whose password is asked for. It has no name, so it is not sent. */}
        <input type="text" autoComplete="username" defaultValue={email} hidden readOnly />
        <TextInput
          name="password"
          type="password"
          label={words.password}
          hint={words.passwordHint}
          autoComplete="current-password"
          required
          error={error.password}
        />
        <FormActions>
          <Button variant="primary">{t.delegate}</Button>
        </FormActions>
      </form>
    </Card>
  )
}
