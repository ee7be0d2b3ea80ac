import { longText, optional, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const submitForm = z.strictObject({ intent: z.literal('submit') })
export const removeForm = z.strictObject({ intent: z.literal('remove') })
export const approveForm = z.strictObject({
  intent: z.literal('approve'),
  contractLineId: optional(uuid()),
})
export const sendBackForm = z.strictObject({ intent: z.literal('send-back'), reason: longText(2000, 1) })
