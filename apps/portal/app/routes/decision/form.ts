import { choice, list, localDate, longText, password, shortText, uuid } from '@countersign/http/fields'
import { criterionVerdicts, decisionOutcomes } from '@countersign/domain/acceptance'
import { locales } from '@countersign/ui/i18n/locale'
import { z } from 'zod'

export const decisionForm = z.object({
  results: list(
    // A remark on a criterion that is met is kept too, and shown: what a signatory wrote is part of the decision.
    z.strictObject({ criterionId: uuid(), result: choice(criterionVerdicts), comment: longText(2000) }),
    200,
    1,
  ),
  outcome: choice(decisionOutcomes),
  /** What is left to be done; rows that were left empty are dropped before. */
  reservations: list(
    z.strictObject({
      text: shortText(1000),
      ownerSide: choice(['provider', 'customer']),
      ownerName: shortText(120),
      dueOn: localDate(),
    }),
    60,
  ),
  /** In which language the statement was read: that wording is what is recorded. */
  language: choice(locales as ['en', 'de']),
  typedName: shortText(200),
  password: password(),
})

export const reservationRows = { reservations: ['text', 'ownerName', 'dueOn'] }
