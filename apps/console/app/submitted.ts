import { errorList, fieldWords } from '@countersign/http/field-words'
import type { FormErrors, FormValues } from '@countersign/http/forms'
import { useLocale } from '@countersign/ui/i18n-context'
import { useActionData } from '@remix-run/react'

/** What an action answers to a form that it did not take: `invalid(…)` or `refuse(…)` of the http package. */
type Answer = { errors?: FormErrors; refusal?: string; values?: FormValues }

/** The form as it came back: its problems, each field's error, and what was typed. */
export function useSubmitted() {
  const answer = (useActionData() ?? {}) as Answer
  const locale = useLocale()
  const { errors, refusal, values = {} } = answer
  const problems: { name?: string; message: string }[] = errorList(locale, errors)
  if (refusal) problems.unshift({ message: refusal })
  return {
    /** For `<ErrorSummary errors>`: nothing while nothing was submitted. */
    problems,
    /** By field name. */
    errors: fieldWords(locale, errors),
    isBack: problems.length > 0,
    /** What was typed into a field, else what was known before. */
    typed(name: string, known: string = ''): string {
      const value = values[name]
      return problems.length > 0 ? (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')) : known
    },
    /** Of a list (`releasedBy`, several boxes of one name): all that were ticked. */
    chosen(name: string, known: readonly string[] = []): readonly string[] {
      return problems.length > 0 ? [values[name] ?? []].flat() : known
    },
  }
}
