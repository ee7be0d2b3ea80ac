import { list, optional, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const taskLinesForm = z.strictObject({
  lines: list(z.strictObject({ taskId: uuid(), contractLineId: optional(uuid()) }), 900),
})
