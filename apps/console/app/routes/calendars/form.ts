import { integer, optional, shortText } from '@countersign/http/fields'
import { z } from 'zod'

export const newCalendarForm = z.strictObject({
  name: shortText(100),
  basedOn: optional(integer(0, 999_999_999)),
})
