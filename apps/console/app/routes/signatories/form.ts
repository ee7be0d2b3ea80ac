import { integer, list, optional, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const signatoriesForm = z.object({
  /** Empty for all deliverables that name nobody of their own. */
  deliverableId: optional(uuid()),
  signatories: list(z.strictObject({ contactId: uuid(), position: integer(1, 50) }), 50),
})

/** Who has no place does not have to sign. */
export const signatoryRows = { signatories: ['position'] }
