import { Card } from '@countersign/ui/card'
import { TextInput } from '@countersign/ui/field'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { createFormat } from '@countersign/ui/i18n/format'
import { FormGrid } from '@countersign/ui/form'
import { useFormAnswer } from '../../form-answer'
import { acceptanceMessages } from '../../messages/acceptance'

/** Name and password: the signature, and what the clock says where the project is. */
export function SignatureFields(props: { name: string; email: string; asOf: string; timeZone: string }) {
  const t = useMessages(acceptanceMessages)
  const projectTime = createFormat(useLocale(), props.timeZone).instant(props.asOf)
  const { error, typed } = useFormAnswer()
  return (
    <Card>
      {/* For password managers: whose password is asked for. It has no name, so it is not sent. */}
      <input type="text" autoComplete="username" defaultValue={props.email} hidden readOnly />
      <FormGrid>
        <TextInput
          name="typedName"
          label={t.typeName}
          hint={t.typeNameHint(props.name)}
          autoComplete="name"
          required
          maxLength={200}
          defaultValue={typed('typedName')}
          error={error.typedName}
        />
        <TextInput
          name="password"
          type="password"
          label={t.password}
          hint={t.passwordHint}
          autoComplete="current-password"
          required
          error={error.password}
        />
      </FormGrid>
      <p>
        <time className="cs-as-of" dateTime={props.asOf}>
          {t.timeZone(projectTime)}
        </time>
      </p>
    </Card>
  )
}
