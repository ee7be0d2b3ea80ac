import { passwordMaxLength, passwordMinLength } from '@countersign/auth/password-rule'
import { password } from '@countersign/http/fields'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { Button, LinkButton } from '@countersign/ui/button'
import { TextInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { EntryShell } from '@countersign/ui/shell'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acceptInvitation, anyone, staffLink } from '../../guard.server'
import { frameMessages } from '../../messages/frame'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'

export async function loader({ request, params }: LoaderFunctionArgs) {
  anyone(request)
  const link = await staffLink(params.token ?? '')
  if (link?.purpose !== 'invitation') return { invited: null }
  return { invited: { name: link.name, email: link.email }, linkLocale: link.locale }
}

export async function action({ request, params }: ActionFunctionArgs) {
  anyone(request)
  // The address stands in the form for the browser's password store only.
  const form = await parseForm(request, z.strictObject({ password: password() }), { ignore: ['email'] })
  if (!form.ok) return invalid(form.errors)
  const token = params.token ?? ''
  const locale = (await staffLink(token))?.locale ?? 'en'
  const result = await acceptInvitation({ token, password: form.value.password, request })
  if (result.ok) return redirect('/', { headers: result.headers })
  return refuse(result.why, frameMessages(locale).invitation.refusals)
}

export default function Invitation() {
  const { invited } = useLoaderData<typeof loader>()
  const t = useMessages(frameMessages)
  const { problems, errors } = useSubmitted()
  return (
    <EntryShell side={t.entry.side} footer={t.entry.sideNote}>
      <h1>{t.invitation.title}</h1>
      {invited === null ? (
        <>
          {problems.length > 0 ? <ErrorSummary errors={problems} /> : <p>{t.invitation.used}</p>}
          <LinkButton href="/sign-in">{t.signIn.title}</LinkButton>
        </>
      ) : (
        <form className="cs-form" method="post">
          <p>{t.invitation.lead(invited.name)}</p>
          <ErrorSummary errors={problems} />
          <TextInput
            name="email"
            type="email"
            label={t.signIn.email}
            value={invited.email}
            autoComplete="username"
            readOnly
          />
          <TextInput
            name="password"
            type="password"
            label={t.invitation.password}
            hint={t.invitation.hint(passwordMinLength)}
            autoComplete="new-password"
            minLength={passwordMinLength}
            maxLength={passwordMaxLength}
            error={errors.password}
            required
            autoFocus
          />
          <Button variant="primary">{t.invitation.submit}</Button>
        </form>
      )}
    </EntryShell>
  )
}

export const meta: MetaFunction = (args) =>
  pageTitle(args, (locale) => frameMessages(locale).invitation.title)
