import { choice, integer, longText, optional } from '@countersign/http/fields'
import { z } from 'zod'

/** An answer to a week, as its form says yes and no: approving names the minutes that were seen; no needs a reason. */
export function weekAnswerForm<const Yes extends string, const No extends string>(yes: Yes, no: No) {
  return z
    .strictObject({
      act: choice([yes, no]),
      minutes: optional(integer(1, 10_080)),
      reason: optional(longText(500, 1)),
    })
    .superRefine(({ act, minutes, reason }, context) => {
      const missing = act === yes ? (minutes === null ? 'minutes' : null) : reason ? null : 'reason'
      if (missing) context.addIssue({ code: 'custom', message: 'required', path: [missing] })
    })
}

export const approvalForm = weekAnswerForm('approve', 'send-back')
