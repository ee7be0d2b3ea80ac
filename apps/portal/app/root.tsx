import { ErrorPage } from '@countersign/http/ui/error-page'
import { useNonce } from '@countersign/http/ui/nonce'
import { I18nProvider } from '@countersign/ui/i18n-context'
import { localeFrom } from '@countersign/ui/i18n/locale'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts } from '@remix-run/react'
import type { ReactNode } from 'react'
import { optionalContact } from './guard.server'
import { useHydrates } from './hydration'
import icon from './icon.svg?url'
import { useReader } from './reader'
import styles from './styles.css?url'

export const links = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: icon, type: 'image/svg+xml' },
]

/** What a page has that could not say its own. */
export const meta = () => [{ title: 'Countersign' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const contact = await optionalContact(request)
  if (!contact)
    return json({ locale: localeFrom(request.headers.get('accept-language')), timeZone: 'UTC', person: null })
  const { locale, timeZone, name, email } = contact
  return json({ locale, timeZone, person: { name, email } })
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale, timeZone } = useReader()
  const nonce = useNonce()
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <Meta />
        <Links />
      </head>
      <body data-density="calm">
        <I18nProvider locale={locale} timeZone={timeZone}>
          {children}
        </I18nProvider>
        {useHydrates() ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  )
}

export default function Portal() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage locale={useReader().locale} />
}
