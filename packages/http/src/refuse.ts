import { json } from '@remix-run/node'
import type { FormErrors, FormValues } from './forms'

/**
 * An operation's refusal as an answer of the action: 409, with the words for it. A refusal that has no words does
 * not compile. `values` fills the form again; after a step-up its `headers` are due with a refusal too.
 */
export function refuse<Why extends string>(
  why: Why,
  words: { [Each in Why]: string },
  status: 409 | 422 = 409,
  values: FormValues = {},
  headers: Headers | undefined = undefined,
) {
  return json({ refusal: words[why], why, values }, headers ? { status, headers } : { status })
}

/** A form that was not taken, field by field: 422. `values` fills the form again. */
export function invalid(errors: FormErrors, values: FormValues = {}) {
  return json({ errors, values }, { status: 422 })
}
