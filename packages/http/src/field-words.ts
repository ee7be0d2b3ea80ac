import { catalogue } from '@countersign/ui/i18n/catalogue'
import type { Locale } from '@countersign/ui/i18n/locale'
import type { FormErrors } from './forms'
import { messagesDe } from './messages-de'
import { messagesEn } from './messages-en'

const messages = catalogue(messagesEn, messagesDe)

/** The sentences for a form's errors, by field name: what an input's `error` takes. */
export function fieldWords(
  locale: Locale,
  errors: FormErrors | undefined,
): Record<string, string | undefined> {
  const { fields } = messages(locale)
  return Object.fromEntries(Object.entries(errors ?? {}).map(([name, code]) => [name, fields[code]]))
}

/** The same as a list for the summary above the form; `form` itself is no field to jump to. */
export function errorList(
  locale: Locale,
  errors: FormErrors | undefined,
): { name?: string; message: string }[] {
  const { fields } = messages(locale)
  return Object.entries(errors ?? {}).map(([name, code]) =>
    name === 'form' ? { message: fields[code] } : { name, message: fields[code] },
  )
}
