import { Button } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { ChoiceGroup, Field, Select, TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormGrid } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { frameMessages } from '../../messages/frame'
import { peopleMessages } from '../../messages/people'
import { useSubmitted } from '../../submitted'

const roles = [
  'team_member',
  'project_manager',
  'program_manager',
  'finance',
  'account_manager',
  'executive',
  'administrator',
  'vendor',
] as const

type Known = {
  jobRoles: string[]
  vendors: { value: string; label: string }[]
  zones: string[]
  preset: { locale: string; zone: string }
}

export function PersonForm({ jobRoles, vendors, zones, preset }: Known) {
  const { newPerson: t, locales } = useMessages(peopleMessages)
  const { roles: roleNames } = useMessages(frameMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <Card>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <FormGrid>
          <TextInput name="name" label={t.name} defaultValue={typed('name')} error={errors.name} required />
          <TextInput
            name="email"
            type="email"
            label={t.email}
            hint={t.emailHint}
            defaultValue={typed('email')}
            error={errors.email}
            required
          />
        </FormGrid>
        <ChoiceGroup
          name="role"
          legend={t.role}
          hint={t.roleHint}
          options={roles.map((role) => ({ value: role, label: roleNames[role], hint: t.roles[role] }))}
          defaultValue={typed('role', 'team_member')}
          error={errors.role}
          required
        />
        <Select
          name="vendorId"
          label={t.vendor}
          hint={t.vendorHint}
          options={[{ value: '', label: t.noVendor }, ...vendors]}
          defaultValue={typed('vendorId')}
          error={errors.vendorId}
        />
        <FormGrid>
          <Field name="jobRole" label={t.jobRole} hint={t.jobRoleHint} error={errors.jobRole}>
            {(wired) => (
              <>
                <input
                  {...wired}
                  className="cs-input"
                  list="known-job-roles"
                  defaultValue={typed('jobRole')}
                  required
                />
                <datalist id="known-job-roles">
                  {jobRoles.map((jobRole) => (
                    <option key={jobRole} value={jobRole} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
          <Select
            name="locale"
            label={t.language}
            options={[
              { value: 'en', label: locales.en },
              { value: 'de', label: locales.de },
            ]}
            defaultValue={typed('locale', preset.locale)}
            error={errors.locale}
          />
          <Select
            name="timeZone"
            label={t.timeZone}
            options={zones.map((zone) => ({ value: zone, label: zone }))}
            defaultValue={typed('timeZone', preset.zone)}
            error={errors.timeZone}
          />
        </FormGrid>
        <p className="cs-note">{t.does}</p>
        <div>
          <Button variant="primary">{t.submit}</Button>
        </div>
      </form>
    </Card>
  )
}
