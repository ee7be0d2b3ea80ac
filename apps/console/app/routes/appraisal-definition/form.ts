import { integer, list, longText, shortText } from '@countersign/http/fields'
import { z } from 'zod'

const criterion = z.strictObject({ name: shortText(80), weight: integer(1, 100_000) })
const option = z.strictObject({ name: shortText(80), description: shortText(200, 0) })

export const appraisalForm = z.strictObject({
  title: shortText(160),
  context: longText(4000),
  criteria: list(criterion, 20),
  options: list(option, 20),
})
export const appraisalRows = { criteria: ['name'], options: ['name', 'description'] }
