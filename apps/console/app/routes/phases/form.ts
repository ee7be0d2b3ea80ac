import { integer, list, optional, shortText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

const phase = z.strictObject({
  id: optional(uuid()),
  order: integer(1, 999),
  name: shortText(80),
  gateName: shortText(80),
  taskUid: optional(integer(0, 2_147_483_647)),
})

export const phasesForm = z.strictObject({ phases: list(phase, 30) })
/** A row without either name is none. */
export const phasesRows = { phases: ['name', 'gateName'] }
