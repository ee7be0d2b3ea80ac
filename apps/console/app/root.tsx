import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { ErrorPage } from '@countersign/http/ui/error-page'
import { useNonce } from '@countersign/http/ui/nonce'
import { I18nProvider } from '@countersign/ui/i18n-context'
import { localeFrom } from '@countersign/ui/i18n/locale'
import { Links, Meta, Outlet, Scripts } from '@remix-run/react'
import type { ReactNode } from 'react'
import { optionalStaff } from './guard.server'
import icon from './icon.svg?url'
import { useReader } from './reader'
import styles from './styles.css?url'

/** For error pages, which have no title of their own; a page's `meta` replaces it. */
export const meta: MetaFunction = () => [{ title: 'Countersign' }]

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: icon, type: 'image/svg+xml' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await optionalStaff(request)
  const locale = staff?.locale ?? localeFrom(request.headers.get('Accept-Language'))
  return { reader: { locale, timeZone: staff?.timeZone ?? 'UTC' } }
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
      <body data-density="dense">
        <I18nProvider locale={locale} timeZone={timeZone}>
          {children}
        </I18nProvider>
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Console() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage locale={useReader().locale} />
}
