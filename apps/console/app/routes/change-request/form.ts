import { longText } from '@countersign/http/fields'
import { z } from 'zod'

export const withdrawalForm = z.strictObject({ reason: longText(2000, 1) })
