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

/** The form as a revision: the duration in minutes, the day before which it does not start as its first moment. */
export function revisionOf({ duration, unit, notBefore, ...rest }: TaskForm, minutesPerDay: number) {
  return {
    ...rest,
    notBefore: notBefore === null ? null : `${notBefore}T00:00`,
    ...(duration === undefined
      ? {}
      : { durationMinutes: duration * minutesOf(unit ?? 'days', minutesPerDay) }),
  }
}
