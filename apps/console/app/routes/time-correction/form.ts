import { timeKinds } from '@countersign/db/tables/time'
import { choice, hours, longText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const timeCorrectionForm = z.strictObject({
  outcome: choice(['nothing', 'instead']),
  task: uuid(),
  hours: hours(),
  kind: choice(timeKinds),
  reason: longText(500, 1),
})
