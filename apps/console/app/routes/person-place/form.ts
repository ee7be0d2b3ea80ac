import { hours, list, optional, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const placeForm = z.strictObject({
  lineManagerId: optional(uuid()),
  businessUnit: shortText(80, 0),
  holidayPlace: shortText(6, 0),
  /** Monday to Sunday; empty is a day off. */
  days: list(optional(hours()), 7, 7),
})
