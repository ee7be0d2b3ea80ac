import { choice, longText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const answerForm = z.strictObject({
  claimId: uuid(),
  answer: choice(['in-work', 'mended', 'not-covered']),
  text: longText(4000, 1),
})
