import { choice, list, longText } from '@countersign/http/fields'
import { z } from 'zod'

export const runForm = z.strictObject({
  steps: list(
    z.strictObject({ result: choice(['passed', 'failed', 'blocked']), comment: longText(4000) }),
    200,
    1,
  ),
  comment: longText(4000),
})
