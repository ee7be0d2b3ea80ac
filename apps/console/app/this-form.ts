import type { FormValues } from '@countersign/http/forms'

/**
 * Which form of its page one is: whether it came back, or what it sends without anybody typing it, as its hidden fields
 * do (`{ intent: 'answer', defectId }`). A page of one form need not say.
 */
export type ThisForm = boolean | Readonly<Record<string, string>>

/** Whether what came back of a page is this form of it. */
export function cameBack(thisForm: ThisForm, values: FormValues = {}): boolean {
  if (typeof thisForm === 'boolean') return thisForm
  return Object.entries(thisForm).every(([name, sent]) => values[name] === sent)
}
