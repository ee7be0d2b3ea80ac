import { isLocale, type Locale } from '@countersign/ui/i18n/locale'
import type { MetaDescriptor } from '@remix-run/node'
import { useMatches } from '@remix-run/react'
import { frameMessages } from './messages/frame'

type Reader = { locale: Locale; timeZone: string }
type Matches = readonly unknown[]

/** In whose language a page speaks: the innermost route that says so, an invitation's for example; else the root. */
function readerOf(matches: Matches): Reader {
  const said = matches.flatMap((match) => (match as { data?: Partial<Reader> | null }).data ?? [])
  return {
    locale: said.findLast(({ locale }) => isLocale(locale))?.locale ?? 'en',
    timeZone: said.findLast(({ timeZone }) => typeof timeZone === 'string')?.timeZone ?? 'UTC',
  }
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
