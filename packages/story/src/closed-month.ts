import type { StaffActor } from '@countersign/db/connect'
import { addDays, addMonths } from '@countersign/domain/calendar-day'
import { lastDayOf, monthOf } from '@countersign/domain/month'
import { closeMonth } from '@countersign/operations/close-month'
import { dayFrom, morningOf, must, type Told } from './teller'

/** Finance closed the last month that ended before the projects of the last weeks began. */
export async function closeAMonth({ logins, now }: Told, priya: StaffActor) {
  const monthOn = addMonths(monthOf(dayFrom(now, -53)), -1)
  const daysAgo = 45
  const today = dayFrom(now, -daysAgo)
  if (addDays(lastDayOf(monthOn), 1) > today) throw new Error('the month was not over')
  must(
    await logins.console.write(priya, (tx) =>
      closeMonth(tx, { monthOn, today, by: priya, now: morningOf(now, -daysAgo) }),
    ),
  )
}
