import { longText } from '@countersign/http/fields'
import { z } from 'zod'

export const reportForm = z.object({ note: longText(1000, 1) })
