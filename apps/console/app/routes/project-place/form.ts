import { integer, optional, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const placeForm = z.object({
  programId: optional(uuid()),
  newProgram: optional(shortText(120)),
  businessUnit: shortText(80, 0),
  /** In whole per cent. */
  marginFloor: integer(0, 100).transform((percent) => percent * 100),
})
