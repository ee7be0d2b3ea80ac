import type { Tx } from '@countersign/db/connect'
import { peopleBookings, peopleHours, peopleWork } from '@countersign/db/views/capacity'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { loadByWeek, type Load } from '@countersign/domain/capacity/load'
import { and, gte, inArray, lte, sql } from 'drizzle-orm'
import { calendarsOf } from './people-calendars'

/** What is asked of people from a day to another, over all projects: each with the project it is for. */
export async function demandsOf(
  tx: Tx,
  staffIds: readonly string[],
  { from, to }: { from: LocalDate; to: LocalDate },
) {
  const ids = [...staffIds]
  if (ids.length === 0) return { bookings: [], work: [], logged: [] }
  const [bookings, work, logged] = await Promise.all([
    tx
      .select()
      .from(peopleBookings)
      .where(
        and(
          inArray(peopleBookings.staffId, ids),
          lte(peopleBookings.fromOn, to),
          gte(peopleBookings.toOn, from),
        ),
      ),
    tx
      .select()
      .from(peopleWork)
      .where(
        and(
          inArray(peopleWork.staffId, ids),
          lte(peopleWork.startsLocal, `${to}T24:00`),
          gte(peopleWork.finishesLocal, from),
        ),
      ),
    tx
      .select({
        staffId: peopleHours.staffId,
        projectId: peopleHours.projectId,
        workedOn: peopleHours.workedOn,
        minutes: sql<number>`sum(${peopleHours.minutes})::int`,
      })
      .from(peopleHours)
      .where(
        and(
          inArray(peopleHours.staffId, ids),
          lte(peopleHours.workedOn, to),
          gte(peopleHours.workedOn, from),
        ),
      )
      .groupBy(peopleHours.staffId, peopleHours.projectId, peopleHours.workedOn),
  ])
  return { bookings, work, logged }
}

/** Each person's load of some weeks that follow one another, by their Mondays. */
export async function loadsOf(
  tx: Tx,
  staffIds: readonly string[],
  mondays: readonly LocalDate[],
): Promise<Map<string, Load[]>> {
  const span = { from: mondays[0]!, to: addDays(mondays.at(-1)!, 6) }
  const { bookings, work, logged } = await demandsOf(tx, staffIds, span)
  // A task's work is spread over all of its days, those before and after the weeks asked for too.
  const whole = work.reduce(
    ({ from, to }, { startsLocal, finishesLocal }) => ({
      from: startsLocal.slice(0, 10) < from ? startsLocal.slice(0, 10) : from,
      to: finishesLocal.slice(0, 10) > to ? finishesLocal.slice(0, 10) : to,
    }),
    span,
  )
  const calendars = await calendarsOf(tx, staffIds, whole)
  const of = <Row extends { staffId: string | null }>(rows: readonly Row[], id: string) =>
    rows.filter(({ staffId }) => staffId === id)
  return new Map(
    [...calendars].map(([id, calendar]) => [
      id,
      loadByWeek(
        { calendar, bookings: of(bookings, id), work: of(work, id), logged: of(logged, id) },
        mondays,
      ),
    ]),
  )
}

/** So many Mondays from one on. */
export function mondaysFrom(monday: LocalDate, weeks: number): LocalDate[] {
  return Array.from({ length: weeks }, (_, week) => addDays(monday, 7 * week))
}
