import { choice, list, optional, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

const levels = ['1', '2', '3', '4', '5'] as const

const criterion = z.strictObject({
  id: optional(uuid()),
  kind: choice(['exit', 'entry']),
  statement: shortText(300),
})
const element = z.strictObject({
  id: optional(uuid()),
  element: shortText(200),
  submissionLevel: choice(levels).transform(Number),
  isRequired: choice(['yes', 'no']).transform((said) => said === 'yes'),
})

export const gateForm = z.strictObject({ criteria: list(criterion, 60), evidence: list(element, 60) })
export const gateRows = { criteria: ['statement'], evidence: ['element'] }
