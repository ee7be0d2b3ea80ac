import { Button } from '@countersign/ui/button'
import { Card, Section } from '@countersign/ui/card'
import { ChoiceGroup, DateInput, Fieldset, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Grid, Stack } from '@countersign/ui/layout'
import { currencies } from '../../currencies'
import { contactRoles } from '../../kinds'
import { sharingMessages } from '../../messages/sharing'
import { statesMessages } from '../../messages/states'
import { useSubmitted } from '../../submitted'

export function InvitationForm({ currency, today }: { currency: string; today: string }) {
  const t = useMessages(sharingMessages).contacts
  const states = useMessages(statesMessages)
  const { problems, errors, typed } = useSubmitted()
  const text = (name: 'name' | 'jobTitle', label: string, isOptional = false) => (
    <TextInput
      name={name}
      label={label}
      defaultValue={typed(name)}
      error={errors[name]}
      maxLength={120}
      autoComplete="off"
      optional={isOptional}
      required={!isOptional}
    />
  )
  return (
    <Section title={t.invite} note={t.willMail}>
      <Card>
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <FormGrid>
            {text('name', t.name)}
            <TextInput
              name="email"
              type="email"
              label={t.email}
              defaultValue={typed('email')}
              error={errors.email}
              autoComplete="off"
              required
            />
            {text('jobTitle', t.jobTitle, true)}
          </FormGrid>
          <Grid min="wide">
            <ChoiceGroup
              name="role"
              legend={t.role}
              options={contactRoles.map((role) => ({
                value: role,
                label: states.contactRoles[role],
                hint: t.roleHints[role],
              }))}
              defaultValue={typed('role', 'viewer')}
              error={errors.role}
              required
            />
            <Stack>
              <TextInput
                name="endUserGroup"
                label={t.endUserGroup}
                hint={t.endUserGroupHint}
                defaultValue={typed('endUserGroup')}
                error={errors.endUserGroup}
                maxLength={120}
                autoComplete="off"
                optional
              />
              <Fieldset legend={t.authority} hint={t.authorityHint} id="authority">
                <AuthorityFields currency={currency} today={today} />
              </Fieldset>
            </Stack>
          </Grid>
          <FormActions>
            <Button variant="primary">{t.submit}</Button>
          </FormActions>
        </form>
      </Card>
    </Section>
  )
}

function AuthorityFields({ currency, today }: { currency: string; today: string }) {
  const t = useMessages(sharingMessages).contacts
  const { errors, typed } = useSubmitted()
  return (
    <>
      <FormGrid>
        <TextInput
          name="upTo"
          label={t.upTo}
          inputMode="decimal"
          defaultValue={typed('upTo')}
          error={errors.upTo}
          autoComplete="off"
          optional
        />
        <TextInput
          name="changesUpTo"
          label={t.changesUpTo}
          hint={t.changesUpToHint}
          inputMode="decimal"
          defaultValue={typed('changesUpTo')}
          error={errors.changesUpTo}
          autoComplete="off"
          optional
        />
        <Select
          name="currency"
          label={t.currency}
          options={currencies.map((code) => ({ value: code, label: code }))}
          defaultValue={typed('currency', currency)}
          error={errors.currency}
        />
        <DateInput
          name="fromOn"
          label={t.fromOn}
          defaultValue={typed('fromOn', today)}
          error={errors.fromOn}
        />
        <DateInput name="toOn" label={t.toOn} defaultValue={typed('toOn')} error={errors.toOn} optional />
      </FormGrid>
      <TextInput
        name="evidence"
        label={t.evidence}
        hint={t.evidenceHint}
        defaultValue={typed('evidence')}
        error={errors.evidence}
        maxLength={300}
        autoComplete="off"
        optional
      />
    </>
  )
}
