import { integer, localDate, optional, uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** Which task, to whom, from when on. The same fields ask for the difference and take it. */
export const shiftForm = z.strictObject({
  project: uuid(),
  task: integer(1, 999_999_999),
  to: optional(uuid()),
  startOn: optional(localDate({ from: '2000-01-01' })),
})
