import { timeKinds } from '@countersign/db/tables/time'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { parseHours } from '@countersign/domain/work-time'
import { choice, hours, list, localDate, longText, optional, uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** A day of the past year: an older one is a slip of the year. Whether it is still to come is the operation's to say. */
export function timeForm(today: LocalDate) {
  return z.strictObject({
    taskId: uuid(),
    workedOn: localDate({ from: addDays(today, -366) }),
    hours: hours(),
    kind: optional(choice(timeKinds)),
    note: longText(500),
  })
}

/** Hours of one day, none where the field is empty; null where it was not offered, because it cannot be changed. */
function cell() {
  return z
    .string()
    .optional()
    .transform((value, context): number | null => {
      if (value === undefined) return null
      if (/^(0{1,2}([:.,]0{1,2})?)?$/.test(value.trim())) return 0
      const minutes = parseHours(value)
      if (minutes === null) context.addIssue({ code: 'custom', message: 'not-hours' })
      return minutes
    })
}

/** What stood in the row's seven fields when the page was made. */
function shownMinutes() {
  return z
    .string({ error: 'required' })
    .regex(/^\d{1,4}(,\d{1,4}){6}$/, { error: 'invalid' })
    .transform((value) => value.split(',').map(Number))
}

const weekRow = z.strictObject({
  taskId: uuid(),
  kind: choice(timeKinds),
  shown: shownMinutes(),
  d0: cell(),
  d1: cell(),
  d2: cell(),
  d3: cell(),
  d4: cell(),
  d5: cell(),
  d6: cell(),
})

/** A row in which none of these says anything was not filled. */
export const weekRowFields = ['taskId', 'd0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6']

export function weekForm(today: LocalDate) {
  return z.strictObject({
    week: localDate({ from: addDays(today, -366), to: addDays(today, 366) }),
    rows: list(weekRow, 100).transform((rows) =>
      rows.map(({ taskId, kind, shown, d0, d1, d2, d3, d4, d5, d6 }) => ({
        taskId,
        kind,
        shown,
        minutes: [d0, d1, d2, d3, d4, d5, d6].map((minutes, day) => minutes ?? shown[day]!),
      })),
    ),
  })
}
