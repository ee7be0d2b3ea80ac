import { uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** The hours that were ticked. */
export const chosenEntriesForm = z.object({ entries: z.array(uuid()).max(500) })
