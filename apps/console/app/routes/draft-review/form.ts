import { choice, longText } from '@countersign/http/fields'
import { z } from 'zod'

export const reviewForm = z.strictObject({ act: choice(['ask', 'approve', 'return']), note: longText(1000) })
