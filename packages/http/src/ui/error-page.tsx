import { catalogue } from '@countersign/ui/i18n/catalogue'
import type { Locale } from '@countersign/ui/i18n/locale'
import { LinkButton } from '@countersign/ui/button'
import { EntryShell } from '@countersign/ui/shell'
import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { messagesDe } from '../messages-de'
import { messagesEn } from '../messages-en'
import { referenceElementId, useReference } from './nonce'

const messages = catalogue(messagesEn, messagesDe)

/** What an ErrorBoundary shows: what happened in a sentence, a way on, and for our own faults a reference. */
export function ErrorPage({ locale = 'en', homeHref = '/' }: { locale?: Locale; homeHref?: string }) {
  const t = messages(locale).errorPage
  const error = useRouteError()
  const reference = useReference()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const [title, words] =
    status === 404
      ? [t.notFoundTitle, t.notFound]
      : status === 403
        ? [t.forbiddenTitle, t.forbidden]
        : status < 500
          ? [t.refusedTitle, t.refused]
          : [t.brokenTitle, t.broken]

  return (
    <EntryShell>
      <h1>{title}</h1>
      <p>{words}</p>
      {status >= 500 && reference ? (
        <p id={referenceElementId} data-reference={reference}>
          {t.reference(reference)}
        </p>
      ) : null}
      <LinkButton href={homeHref}>{t.home}</LinkButton>
    </EntryShell>
  )
}
