import { nextPath } from '@countersign/auth/next-path'
import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { Button } from '@countersign/ui/button'
import { TextInput } from '@countersign/ui/field'
import { ErrorSummary, FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { Stack } from '@countersign/ui/layout'
import { localeFrom } from '@countersign/ui/i18n/locale'
import { Notice } from '@countersign/ui/notice'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Door } from '../../door'
import { useFormAnswer } from '../../form-answer'
import { optionalContact, signInContact } from '../../guard.server'
import { doorsMessages } from '../../messages/doors'
import { titled } from '../../reader'
import { signInForm } from './form'

export async function loader({ request }: LoaderFunctionArgs) {
  const next = nextPath(new URL(request.url).searchParams.get('next'))
  return (await optionalContact(request)) ? redirect(next) : json({ next })
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, signInForm)
  if (!form.ok) return invalid(form.errors, form.values)

  const { email, password, next } = form.value
  const result = await signInContact({ email, password, request })
  const t = doorsMessages(localeFrom(request.headers.get('accept-language')))
  return result.ok
    ? redirect(nextPath(next), { headers: result.headers })
    : refuse(result.why, { wrong: t.wrong, locked: t.locked }, 422, { email })
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>()
  const t = useMessages(doorsMessages)
  const { refusal, error, errors, typed } = useFormAnswer()
  return (
    <Door title={t.signIn} lead={t.signInLead} footer={t.noPasswordYet}>
      <form method="post">
        <Stack>
          <ErrorSummary errors={errors} />
          {refusal ? (
            <Notice tone="danger" live>
              {refusal}
            </Notice>
          ) : null}
          <input type="hidden" name="next" value={next} />
          <TextInput
            name="email"
            type="email"
            label={t.email}
            autoComplete="username"
            required
            defaultValue={typed('email')}
            error={error.email}
          />
          <TextInput
            name="password"
            type="password"
            label={t.password}
            autoComplete="current-password"
            required
            error={error.password}
          />
          <FormActions>
            <Button variant="primary">{t.signIn}</Button>
          </FormActions>
        </Stack>
      </form>
    </Door>
  )
}

export const meta = titled<typeof loader>((locale) => doorsMessages(locale).signIn)
