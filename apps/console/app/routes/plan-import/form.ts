import { longText, shortText } from '@countersign/http/fields'
import { z } from 'zod'

export const foundProjectForm = z.strictObject({
  code: shortText(20),
  name: shortText(120),
  objective: longText(2000, 1),
})
