import { choice, integer, longText, optional } from '@countersign/http/fields'
import { z } from 'zod'

/** Approving names the minutes that were seen; sending back needs a reason. */
export const reportAnswerForm = z
  .strictObject({
    act: choice(['approved', 'sent-back']),
    minutes: optional(integer(1, 10_080)),
    reason: optional(longText(500, 1)),
  })
  .superRefine(({ act, minutes, reason }, context) => {
    const missing = act === 'approved' ? (minutes === null ? 'minutes' : null) : reason ? null : 'reason'
    if (missing) context.addIssue({ code: 'custom', message: 'required', path: [missing] })
  })
