import { refuse } from '@countersign/http/refuse'
import { Button, LinkButton } from '@countersign/ui/button'
import { FormActions } from '@countersign/ui/form'
import { useMessages } from '@countersign/ui/i18n-context'
import { localeFrom } from '@countersign/ui/i18n/locale'
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Door } from '../../door'
import { anyone, contactLink, signInContactByLink } from '../../guard.server'
import { doorsMessages } from '../../messages/doors'
import { titled } from '../../reader'

export async function loader({ request, params }: LoaderFunctionArgs) {
  anyone(request)
  const link = await contactLink(params.token ?? '')
  return json(link?.purpose === 'sign-in' ? { person: link, locale: link.locale } : { person: null })
}

export async function action({ request, params }: ActionFunctionArgs) {
  anyone(request)
  const result = await signInContactByLink({ token: params.token ?? '', request })
  const t = doorsMessages(localeFrom(request.headers.get('accept-language')))
  return result.ok ? redirect('/', { headers: result.headers }) : refuse(result.why, { used: t.linkUsed })
}

export default function SignInLink() {
  const { person } = useLoaderData<typeof loader>()
  const t = useMessages(doorsMessages)
  return person ? (
    <Door title={t.linkTitle} lead={t.linkFor(person.name, person.email)}>
      {/* Mail scanners open links: only pressing the button uses this one up. */}
      <form method="post">
        <FormActions>
          <Button variant="primary">{t.linkButton(person.name)}</Button>
        </FormActions>
      </form>
    </Door>
  ) : (
    <Door title={t.linkUsedTitle} lead={t.linkUsed}>
      <LinkButton href="/sign-in" variant="primary">
        {t.toSignIn}
      </LinkButton>
    </Door>
  )
}

export const meta = titled<typeof loader>((locale) => doorsMessages(locale).linkTitle)
