import { checkbox, choice, list, optional, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** What somebody is on the team and answers for, or off it. */
export const placeForm = z.strictObject({
  act: choice(['save', 'remove']),
  function: shortText(120),
  isShownToCustomer: checkbox(),
  letters: list(
    z.strictObject({ of: uuid(), letter: optional(choice(['R', 'A', 'C', 'I'])) }),
    300,
  ).optional(),
})
