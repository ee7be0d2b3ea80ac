import { choice, list, longText, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const checksForm = z.strictObject({
  intent: z.literal('set'),
  checks: list(z.strictObject({ statement: shortText(300), checkerId: uuid() }), 60),
})
export const checkRows = { checks: ['statement'] }

export const resultForm = z.strictObject({
  intent: z.literal('record'),
  checkId: uuid(),
  result: choice(['passed', 'failed']),
  note: longText(2000),
})
