import { errorList, fieldWords } from '@countersign/http/field-words'
import type { FormErrors, FormValues } from '@countersign/http/forms'
import { useLocale } from '@countersign/ui/i18n-context'
import { useActionData } from '@remix-run/react'
import { cameBack, type ThisForm } from './this-form'

/** What an action answers to a form that it did not take: `invalid(…)` or `refuse(…)` of the http package. */
type Answer = { errors?: FormErrors; refusal?: string; values?: FormValues }

export type FormRow = { number: number; fields: Record<string, string> }

/**
 * The form as it came back: its problems, each field's error, and what was typed. Where another form of its page came
 * back: nothing, so that it keeps what it knows and says nothing of what was typed elsewhere.
 */
export function useSubmitted(thisForm: ThisForm = true) {
  const submitted = (useActionData() ?? {}) as Answer
  const answer = cameBack(thisForm, submitted.values) ? submitted : {}
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
    /** The rows of a list, as typed or as known, each with the number that its fields are named with. */
    rows(list: string, known: readonly Record<string, string>[]): FormRow[] {
      return problems.length > 0 ? rowsOf(list, values) : known.map((fields, number) => ({ number, fields }))
    },
    /** Of a list (`releasedBy`, several boxes of one name): all that were ticked. */
    chosen(name: string, known: readonly string[] = []): readonly string[] {
      return problems.length > 0 ? [values[name] ?? []].flat() : known
    },
  }
}

/** `items.3.name` is the field `name` of row 3. */
function rowsOf(list: string, values: FormValues): FormRow[] {
  const rows = new Map<number, Record<string, string>>()
  for (const [name, value] of Object.entries(values)) {
    const [first, number, ...field] = name.split('.')
    if (first !== list || number === undefined) continue
    const fields = rows.get(Number(number)) ?? {}
    fields[field.join('.')] = [value].flat()[0] ?? ''
    rows.set(Number(number), fields)
  }
  return [...rows].sort(([a], [b]) => a - b).map(([number, fields]) => ({ number, fields }))
}
