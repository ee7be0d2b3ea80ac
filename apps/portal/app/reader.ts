import { isLocale, type Locale } from '@countersign/ui/i18n/locale'
import type { MetaFunction, SerializeFrom } from '@remix-run/node'
import { useMatches } from '@remix-run/react'

type Reader = { locale: Locale; timeZone: string }
type Match = { data?: unknown }

/** In whose language a page speaks: the innermost route that says so, an invitation's for example; else the root. */
export function readerOf(matches: readonly Match[]): Reader {
  const said = matches.flatMap(({ data }) => (data as Partial<Reader> | null | undefined) ?? [])
  return {
    locale: said.findLast(({ locale }) => isLocale(locale))?.locale ?? 'en',
    timeZone: said.findLast(({ timeZone }) => typeof timeZone === 'string')?.timeZone ?? 'UTC',
  }
}

export function useReader(): Reader {
  return readerOf(useMatches())
}

/** A page's title in its reader's language. `data` is what the page's own loader gave. */
export function titled<Loader>(title: (locale: Locale, data: SerializeFrom<Loader>) => string): MetaFunction {
  return ({ data, matches }) => [
    {
      title: data
        ? `${title(readerOf(matches).locale, data as SerializeFrom<Loader>)} · Countersign`
        : 'Countersign',
    },
  ]
}
