import { choice, longText, password, shortText } from '@countersign/http/fields'
import { locales } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

export const changeForm = z.object({
  outcome: choice(['approved', 'rejected']),
  reason: longText(2000),
  /** In which language the statement was read: that wording is what is recorded. */
  language: choice(locales as ['en', 'de']),
  typedName: shortText(200),
  password: password(),
})
