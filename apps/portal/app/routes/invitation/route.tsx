import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { Button, LinkButton } from '@countersign/ui/button'
import { TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { localeFrom } from '@countersign/ui/i18n/locale'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Door } from '../../door'
import { useFormAnswer } from '../../form-answer'
import { acceptInvitation, anyone, contactLink } from '../../guard.server'
import { doorsMessages } from '../../messages/doors'
import { titled } from '../../reader'
import { invitationForm } from './form'

export async function loader({ request, params }: LoaderFunctionArgs) {
  anyone(request)
  const link = await contactLink(params.token ?? '')
  return json(link?.purpose === 'invitation' ? { person: link, locale: link.locale } : { person: null })
}

export async function action({ request, params }: ActionFunctionArgs) {
  anyone(request)
  const token = params.token ?? ''
  const form = await parseForm(request, invitationForm)
  if (!form.ok) return invalid(form.errors)

  const locale = (await contactLink(token))?.locale ?? localeFrom(request.headers.get('accept-language'))
  const result = await acceptInvitation({ token, password: form.value.password, request })
  const t = doorsMessages(locale)
  return result.ok
    ? redirect('/', { headers: result.headers })
    : refuse(result.why, { used: t.linkUsed, ...t.passwordWhy }, 422)
}

export default function Invitation() {
  const { person } = useLoaderData<typeof loader>()
  const t = useMessages(doorsMessages)
  const { refusal, error, errors } = useFormAnswer()
  if (!person)
    return (
      <Door title={t.linkUsedTitle} lead={t.linkUsed}>
        <LinkButton href="/sign-in" variant="primary">
          {t.toSignIn}
        </LinkButton>
      </Door>
    )
  return (
    <Door title={t.invitationTitle(person.name)} lead={t.invitationLead}>
      <form method="post">
        <Stack>
          <ErrorSummary errors={refusal ? [{ name: 'password', message: refusal }] : errors} />
          <TextInput
            name="username"
            type="email"
            label={t.email}
            autoComplete="username"
            readOnly
            value={person.email}
            error={error.username}
          />
          <TextInput
            name="password"
            type="password"
            label={t.newPassword}
            hint={t.passwordHint}
            autoComplete="new-password"
            required
            error={refusal ?? error.password}
          />
          <FormActions>
            <Button variant="primary">{t.setPassword}</Button>
          </FormActions>
        </Stack>
      </form>
    </Door>
  )
}

export const meta = titled<typeof loader>((locale, { person }) =>
  person ? doorsMessages(locale).invitationTitle(person.name) : doorsMessages(locale).linkUsedTitle,
)
