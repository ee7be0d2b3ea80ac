import { hours, localDate, longText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const timeForm = z.strictObject({
  taskId: uuid(),
  workedOn: localDate(),
  hours: hours(),
  note: longText(500),
})
