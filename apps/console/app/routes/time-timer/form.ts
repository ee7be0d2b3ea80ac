import { timeKinds } from '@countersign/db/tables/time'
import { choice, longText, optional, uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** Starting names the task; stopping and throwing away need nothing. */
export const timerForm = z
  .strictObject({
    act: choice(['start', 'stop', 'discard']),
    taskId: optional(uuid()),
    kind: optional(choice(timeKinds)),
    note: optional(longText(500)),
  })
  .superRefine(({ act, taskId }, context) => {
    if (act === 'start' && taskId === null)
      context.addIssue({ code: 'custom', message: 'required', path: ['taskId'] })
  })
