import { parseForm } from '@countersign/http/forms'
import { invalid, refuse } from '@countersign/http/refuse'
import { Button, LinkButton } from '@countersign/ui/button'
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
import { z } from 'zod'
import { anyone, signInStaffByLink, staffLink } from '../../guard.server'
import { frameMessages } from '../../messages/frame'
import { pageTitle } from '../../reader'
import { useSubmitted } from '../../submitted'

export async function loader({ request, params }: LoaderFunctionArgs) {
  anyone(request)
  const link = await staffLink(params.token ?? '')
  return link?.purpose === 'sign-in' ? { name: link.name, linkLocale: link.locale } : { name: null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  anyone(request)
  const form = await parseForm(request, z.strictObject({}))
  if (!form.ok) return invalid(form.errors)
  const result = await signInStaffByLink({ token: params.token ?? '', request })
  if (result.ok) return redirect('/', { headers: result.headers })
  const t = frameMessages(localeFrom(request.headers.get('Accept-Language'))).link
  return refuse(result.why, { used: t.used })
}

export default function SignInByLink() {
  const { name } = useLoaderData<typeof loader>()
  const t = useMessages(frameMessages)
  const { problems } = useSubmitted()
  return (
    <EntryShell side={t.entry.side} footer={t.entry.sideNote}>
      <h1>{t.link.title}</h1>
      {name === null ? (
        <>
          {problems.length > 0 ? <ErrorSummary errors={problems} /> : <p>{t.link.used}</p>}
          <LinkButton href="/sign-in">{t.link.toSignIn}</LinkButton>
        </>
      ) : (
        <form className="cs-form" method="post">
          <ErrorSummary errors={problems} />
          <p>{t.link.as(name)}</p>
          <Button variant="primary">{t.link.submit}</Button>
        </form>
      )}
    </EntryShell>
  )
}

export const meta: MetaFunction = (args) => pageTitle(args, (locale) => frameMessages(locale).link.title)
