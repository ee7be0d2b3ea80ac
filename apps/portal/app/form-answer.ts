import { errorList, fieldWords } from '@countersign/http/field-words'
import type { FormErrors, FormValues } from '@countersign/http/forms'
import { useLocale } from '@countersign/ui/i18n-context'
import { useActionData } from '@remix-run/react'

type Answer = { refusal?: string; errors?: FormErrors; values?: FormValues }

/** What an action said of the form that was sent, in the reader's words, and what was typed. */
export function useFormAnswer() {
  const { refusal, errors, values } = useActionData<Answer>() ?? {}
  const locale = useLocale()
  return {
    refusal,
    error: fieldWords(locale, errors),
    errors: errorList(locale, errors),
    typed: (name: string): string | undefined => {
      const value = values?.[name]
      return typeof value === 'string' ? value : undefined
    },
  }
}
