import { localDate, password, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const delegationForm = z.object({
  colleagueId: uuid(),
  fromOn: localDate(),
  toOn: localDate(),
  reason: shortText(200, 0),
  password: password(),
})
