import { longText } from '@countersign/http/fields'
import { z } from 'zod'

export const closureForm = z.object({ note: longText(1000) })
