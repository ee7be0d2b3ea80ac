import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { hours, localDate, longText, uuid } from '@countersign/http/fields'
import { z } from 'zod'

/** A day of the past year: an older one is a slip of the year. Whether it is still to come is the operation's to say. */
export function timeForm(today: LocalDate) {
  return z.strictObject({
    taskId: uuid(),
    workedOn: localDate({ from: addDays(today, -366) }),
    hours: hours(),
    note: longText(500),
  })
}
