import { localDate, longText, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** What a project begins with that was not imported. */
export const beginningForm = z.strictObject({
  customerId: uuid(),
  startsOn: localDate({ from: '2000-01-01', to: '2100-12-31' }),
  code: shortText(20),
  name: shortText(120),
  objective: longText(2000, 1),
})
