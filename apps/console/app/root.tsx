import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { ErrorPage } from '@countersign/http/ui/error-page'
import { useNonce } from '@countersign/http/ui/nonce'
import { I18nProvider } from '@countersign/ui/i18n-context'
import { localeFrom } from '@countersign/ui/i18n/locale'
import styles from '@countersign/ui/styles.css?url'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { optionalStaff } from './guard.server'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await optionalStaff(request)
  return {
    locale: staff?.locale ?? localeFrom(request.headers.get('Accept-Language')),
    timeZone: staff?.timeZone ?? 'UTC',
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const { locale, timeZone } = useReader()
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body data-density="dense">
        <I18nProvider locale={locale} timeZone={timeZone}>
          {children}
        </I18nProvider>
        <ScrollRestoration nonce={nonce} />
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

/** Who reads; an error page may have to do without the root's data. */
function useReader() {
  return useRouteLoaderData<typeof loader>('root') ?? { locale: 'en' as const, timeZone: 'UTC' }
}
