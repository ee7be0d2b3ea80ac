import { longText, shortText } from '@countersign/http/fields'
import { z } from 'zod'

export const templateForm = z.strictObject({ name: shortText(120), description: longText(1000) })
