import { localDate, longText } from '@countersign/http/fields'
import { z } from 'zod'

export const moreTimeForm = z.object({ until: localDate(), reason: longText(1000, 1) })
