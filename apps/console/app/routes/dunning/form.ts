import { choice, shortText } from '@countersign/http/fields'
import { z } from 'zod'

/** A pause says why; resuming says nothing. */
export const dunningForm = z.strictObject({ act: choice(['pause', 'resume']), note: shortText(400, 0) })

export const noteMissing = { note: 'required' } as const
