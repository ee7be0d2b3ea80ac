import { choice } from '@countersign/http/fields'
import { z } from 'zod'

/** What the page offered when it was read: pressed late, it ends no access that a colleague just gave back. */
export const accessForm = z.strictObject({
  access: choice(['given', 'ended']).transform((access) => access === 'given'),
})
