import type { WorkInterval } from '@countersign/domain/schedule/plan'
import { z } from 'zod'
import { parseWorkingHours } from './working-hours-text'

/**
 * Working hours of a day as people write them: '08:00–12:00, 13:00–17:00'. Nothing typed is null; a dash alone is a
 * day without work.
 */
export function workingHours() {
  return z
    .string()
    .optional()
    .transform((value, context): WorkInterval[] | null => {
      const typed = (value ?? '').trim()
      if (typed === '') return null
      const hours = parseWorkingHours(typed)
      if (!hours) context.addIssue({ code: 'custom', message: 'not-working-hours' })
      return hours
    })
}
