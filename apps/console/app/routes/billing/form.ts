import { list, uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** More than any project has to bill at once. */
const mostItems = 500

/** A key of the billing queue: what it is, which one, and from which day on where there are several. */
const key = z
  .string()
  .regex(/^(milestone|time|expense|vendor|retainer|deposit):[0-9a-f-]{36}(:\d{4}-\d\d-\d\d)?$/, {
    error: 'not-a-choice',
  })

export const draftForm = z.strictObject({ projectId: uuid(), key: list(key, mostItems) })
