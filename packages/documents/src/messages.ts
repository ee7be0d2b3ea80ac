import { de } from './messages-de'
import { en, type DocumentMessages } from './messages-en'

export type DocumentLocale = 'en' | 'de'

const catalogue: Record<DocumentLocale, DocumentMessages> = { en, de }

export function messagesFor(locale: DocumentLocale): DocumentMessages {
  return catalogue[locale]
}
