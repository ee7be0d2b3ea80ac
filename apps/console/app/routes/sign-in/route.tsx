import { nextPath } from '@countersign/auth/next-path'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { Button } from '@countersign/ui/button'
import { TextInput } from '@countersign/ui/field'
import { ErrorSummary } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { localeFrom } from '@countersign/ui/i18n/locale'
import { EntryShell } from '@countersign/ui/shell'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { anyone, optionalStaff, signInStaff } from '../../guard.server'
import { frameMessages } from '../../messages/frame'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'
import { signInForm } from './form'

export async function loader({ request }: LoaderFunctionArgs) {
  const next = nextPath(new URL(request.url).searchParams.get('next'))
  if (await optionalStaff(request)) return redirect(next)
  return { next }
}

export async function action({ request }: ActionFunctionArgs) {
  anyone(request)
  const form = await parseForm(request, signInForm)
  if (!form.ok) return invalid(form.errors, form.values)
  const { next, ...credentials } = form.value
  const result = await signInStaff({ ...credentials, request })
  if (result.ok) return redirect(nextPath(next), { headers: result.headers })
  const t = frameMessages(localeFrom(request.headers.get('Accept-Language'))).signIn
  return refuse(result.why, { wrong: t.wrong, locked: t.locked }, 409, form.values)
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>()
  const t = useMessages(frameMessages)
  const { problems, errors, typed } = useSubmitted()
  return (
    <EntryShell side={t.entry.side} footer={t.entry.sideNote}>
      <h1>{t.signIn.title}</h1>
      <form className="cs-form" method="post">
        <ErrorSummary errors={problems} />
        <input type="hidden" name="next" value={next} />
        <TextInput
          name="email"
          type="email"
          label={t.signIn.email}
          autoComplete="username"
          defaultValue={typed('email')}
          error={errors.email}
          required
          autoFocus
        />
        <TextInput
          name="password"
          type="password"
          label={t.signIn.password}
          autoComplete="current-password"
          error={errors.password}
          required
        />
        <Button variant="primary">{t.signIn.submit}</Button>
        <p className="cs-note">{t.signIn.help}</p>
      </form>
    </EntryShell>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => frameMessages(locale).signIn.title)
