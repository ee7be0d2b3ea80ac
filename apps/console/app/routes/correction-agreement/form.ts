import { longText } from '@countersign/http/fields'
import { z } from 'zod'

export const agreementForm = z.strictObject({ reason: longText(1000, 1) })
