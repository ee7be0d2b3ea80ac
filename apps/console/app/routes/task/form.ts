import { choice, integer, localDate, optional } from '@countersign/http/fields'
import { z } from 'zod'
import { durationUnits, minutesOf } from './duration'

export const taskForm = z.strictObject({
  percentComplete: integer(0, 100),
  duration: integer(0, 100_000).optional(),
  unit: choice(durationUnits).optional(),
  notBefore: optional(localDate()),
  milestoneKind: choice(['delivery', 'acceptance', 'billing']).optional(),
})

type TaskForm = z.output<typeof taskForm>

type Planned = { minutesPerDay: number; notBeforeLocal: string | null }

/**
 * The form as a revision: the duration in minutes, the day before which it does not start as its first moment. The
 * form knows no time of day: where the day stays, so does the moment.
 */
export function revisionOf(
  { duration, unit, notBefore, ...rest }: TaskForm,
  { minutesPerDay, notBeforeLocal }: Planned,
) {
  const isSameDay = notBefore !== null && notBefore === notBeforeLocal?.slice(0, 10)
  return {
    ...rest,
    ...(isSameDay ? {} : { notBefore: notBefore === null ? null : `${notBefore}T00:00` }),
    ...(duration === undefined
      ? {}
      : { durationMinutes: duration * minutesOf(unit ?? 'days', minutesPerDay) }),
  }
}
