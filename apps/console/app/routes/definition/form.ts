import { choice, integer, list, longText, optional, shortText } from '@countersign/http/fields'
import { z } from 'zod'

const criterion = z.strictObject({
  statement: shortText(500),
  howChecked: shortText(300, 0),
  evidenceWanted: shortText(300, 0),
  weight: optional(integer(1, 1000)).transform((weight) => weight ?? 1),
})

export const definitionForm = z.strictObject({
  name: shortText(120),
  description: longText(2000),
  dueTaskUid: optional(integer(0, 2_147_483_647)),
  acceptance: choice(['once', 'provisional-and-final']),
  criteria: list(criterion, 60),
})
export const definitionRows = { criteria: ['statement', 'howChecked', 'evidenceWanted', 'weight'] }
