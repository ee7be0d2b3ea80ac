import { integer, list, optional, uuid } from '@countersign/http/fields'
import { z } from 'zod'

export const planNamesForm = z.strictObject({
  names: list(z.strictObject({ uid: integer(0, 2_000_000_000), staffId: optional(uuid()) }), 2_000, 1),
})
