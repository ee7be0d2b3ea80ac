import { checkbox, localDate, optional, uuid } from '@countersign/http/fields'
import type { Locale } from '@countersign/ui/i18n/locale'
import { z } from 'zod'
import { effort } from '../../effort'

export function assignmentForm(locale: Locale) {
  return z.strictObject({
    staffId: uuid(),
    effort: effort(locale, 10_000),
    dueOn: optional(localDate()),
    isAccountable: checkbox(),
  })
}
