import { createContext, type ReactNode, useContext } from 'react'
import { catalogue } from './i18n/catalogue'
import { createFormat, type Format } from './i18n/format'
import type { Locale } from './i18n/locale'
import { uiDe } from './i18n/ui-de'
import { uiEn, type UiMessages } from './i18n/ui-en'

const uiMessages = catalogue(uiEn, uiDe)

const I18n = createContext<{ locale: Locale; timeZone: string }>({ locale: 'en', timeZone: 'UTC' })

/** The reader's language and IANA time zone for everything inside. */
export function I18nProvider(props: { locale: Locale; timeZone: string; children: ReactNode }) {
  const { locale, timeZone, children } = props
  return <I18n.Provider value={{ locale, timeZone }}>{children}</I18n.Provider>
}

export function useLocale(): Locale {
  return useContext(I18n).locale
}

export function useFormat(): Format {
  const { locale, timeZone } = useContext(I18n)
  return createFormat(locale, timeZone)
}

/** A screen's texts in the reader's language: `useMessages(messages)` with `messages = catalogue(en, de)`. */
export function useMessages<Messages>(messages: (locale: Locale) => Messages): Messages {
  return messages(useLocale())
}

export function useUiMessages(): UiMessages {
  return useMessages(uiMessages)
}
