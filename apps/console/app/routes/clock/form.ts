import { choice, longText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const pauseForm = z.strictObject({
  intent: z.literal('pause'),
  submissionId: uuid(),
  cause: choice(['supplier', 'other']),
  reason: longText(1000, 1),
})
export const resumeForm = z.strictObject({ intent: z.literal('resume'), submissionId: uuid() })
export const answerForm = z.strictObject({
  intent: z.literal('answer'),
  timeRequestId: uuid(),
  granted: choice(['yes', 'no']),
  text: longText(2000),
})
