import { optional, shortText } from '@countersign/http/fields'
import { z } from 'zod'

export const holidaysForm = z.strictObject({
  country: shortText(2, 2),
  region: optional(shortText(10)),
})
