import { isLocale, type Locale } from '@countersign/ui/i18n/locale'
import type { MetaDescriptor } from '@remix-run/node'
import { useMatches } from '@remix-run/react'
import { frameMessages } from './messages/frame'

type Reader = { locale: Locale; timeZone: string }
type Said = { reader?: Reader; linkLocale?: Locale }
type Matches = readonly unknown[]

/** Who reads, as the root's loader says; an invitation or a sign-in link speaks its own person's language. */
function readerOf(matches: Matches): Reader {
  const said = matches.flatMap((match) => (match as { data?: Said | null }).data ?? [])
  const invited = said.find(({ linkLocale }) => isLocale(linkLocale))?.linkLocale
  const { locale = 'en', timeZone = 'UTC' } = said.find(({ reader }) => reader)?.reader ?? {}
  return { locale: invited ?? locale, timeZone }
}

export function useReader(): Reader {
  return readerOf(useMatches())
}

/** A page's `meta` from its title: `export const meta: MetaFunction = (args) => pageTitle(args, (locale) => …)`. */
export function pageTitle(
  { matches }: { matches: Matches },
  title: (locale: Locale) => string,
): MetaDescriptor[] {
  const { locale } = readerOf(matches)
  return [{ title: frameMessages(locale).titleOf(title(locale)) }]
}
