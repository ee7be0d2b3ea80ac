import { integer, shortText } from '@countersign/http/fields'
import { z } from 'zod'

export const skillForm = z.strictObject({ name: shortText(60), level: integer(0, 5) })
