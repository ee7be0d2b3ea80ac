import { choice, longText } from '@countersign/http/fields'
import { z } from 'zod'

/** The asker takes back; the line manager approves, or refuses with a reason. */
export const leaveAnswerForm = z
  .strictObject({ act: choice(['approved', 'refused', 'withdrawn']), reason: longText(300) })
  .superRefine(({ act, reason }, context) => {
    if (act === 'refused' && !reason)
      context.addIssue({ code: 'custom', message: 'required', path: ['reason'] })
  })
