import { choice, uuid } from '@countersign/http/fields'
import { locales } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

export const confirmationForm = z.strictObject({
  criteriaVersionId: uuid(),
  /** In which language the statement was read: that wording is what is recorded. */
  language: choice(locales as ['en', 'de']),
})
