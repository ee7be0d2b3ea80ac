import { choice, list, longText, password, shortText, uuid } from '@countersign/http/fields'
import { decisionOutcomes } from '@countersign/domain/acceptance'
import { locales } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

export const decisionForm = z.object({
  results: list(
    z
      .strictObject({ criterionId: uuid(), result: choice(['met', 'not-met']), comment: longText(2000) })
      // What is missing is not shown beside a criterion that is met: what stands there was left behind.
      .transform((row) => (row.result === 'met' ? { ...row, comment: '' } : row)),
    200,
    1,
  ),
  outcome: choice(decisionOutcomes),
  /** In which language the statement was read: that wording is what is recorded. */
  language: choice(locales as ['en', 'de']),
  typedName: shortText(200),
  password: password(),
})
