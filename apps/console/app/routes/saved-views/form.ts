import { shortText } from '@countersign/http/fields'
import { z } from 'zod'

/** The tables whose views can be kept, by their address without the first slash. */
const place = /^(?:margins|projects\/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\/entries)$/

export const savedViewForm = z.object({
  place: z.string({ error: 'required' }).regex(place, { error: 'not-a-choice' }),
  name: shortText(60),
  /** The table's address, which its page reads again: what it does not understand counts as not asked. */
  query: shortText(2000, 0),
})
