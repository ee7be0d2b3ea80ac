import { choice, longText, optional, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const scopeWorkForm = z.object({
  entries: z.array(uuid()).max(500),
  outcome: choice(['change-request', 'absorbed', 'unmark']),
  changeRequestId: optional(uuid()),
  reason: longText(1000),
})
