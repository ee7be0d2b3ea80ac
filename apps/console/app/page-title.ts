import type { Locale } from '@countersign/ui/i18n/locale'
import type { MetaDescriptor } from '@remix-run/node'
import { frameMessages } from './messages/frame'

type Matches = readonly { id: string; data?: unknown }[]

/** A page's `meta` from its title in the reader's language; what failed to load is called by the app's name. */
export function pageTitle(
  { matches }: { matches: unknown },
  title: (locale: Locale) => string,
): MetaDescriptor[] {
  const locale = localeOf(matches as Matches)
  return [{ title: frameMessages(locale).titleOf(title(locale)) }]
}

function localeOf(matches: Matches): Locale {
  const root = matches.find(({ id }) => id === 'root')?.data as { locale?: Locale } | undefined
  return root?.locale ?? 'en'
}
