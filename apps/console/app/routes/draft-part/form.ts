import { tailorings } from '@countersign/domain/project-template/tailor'
import { choice, integer, list, optional, shortText } from '@countersign/http/fields'
import { z } from 'zod'

const tailoring = z.strictObject({
  at: integer(0, 100_000),
  choice: choice(tailorings),
  adapted: shortText(200, 0),
  days: optional(integer(1, 2000)),
  reason: shortText(300, 0),
})

export const tailoringForm = z.strictObject({ choices: list(tailoring, 300) })
