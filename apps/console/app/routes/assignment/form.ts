import { checkbox, localDate, optional, uuid } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { hours } from '../../hours'

export function assignmentForm(locale: Locale) {
  return z.strictObject({
    staffId: uuid(),
    effort: hours(locale, 10_000),
    dueOn: optional(localDate()),
    isAccountable: checkbox(),
  })
}
