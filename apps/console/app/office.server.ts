import { localDateIn, type LocalDate } from '@countersign/domain/calendar-day'

const timeZone = process.env.OFFICE_TIME_ZONE || 'Europe/Berlin'

try {
  localDateIn(timeZone, new Date(0))
} catch (error) {
  throw new Error(`OFFICE_TIME_ZONE must be a time zone such as Europe/Berlin, and is "${timeZone}".`, {
    cause: error,
  })
}

/** The day in our books: of invoices, payments and rates. It must not depend on where the person sits who asks. */
export function officeDay(now: Date): LocalDate {
  return localDateIn(timeZone, now)
}
