import { longText, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const claimForm = z.strictObject({
  deliverableId: uuid(),
  title: shortText(200),
  description: longText(4000, 1),
})
