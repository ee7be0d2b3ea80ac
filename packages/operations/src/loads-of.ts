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
  const [asked, logged] = await Promise.all([
    askedOf(tx, ids, { from, to }),
    tx
      .select({
        staffId: peopleHours.staffId,
        projectId: peopleHours.projectId,
        workedOn: peopleHours.workedOn,
        minutes: sql<number>`sum(${peopleHours.minutes})::int`,
      })
      .from(peopleHours)
      .where(loggedBy(ids, { from, to }))
      .groupBy(peopleHours.staffId, peopleHours.projectId, peopleHours.workedOn),
  ])
  return { ...asked, logged }
}

type Span = { from: LocalDate; to: LocalDate }

function loggedBy(ids: string[], { from, to }: Span) {
  return and(
    inArray(peopleHours.staffId, ids),
    lte(peopleHours.workedOn, to),
    gte(peopleHours.workedOn, from),
  )
}

async function askedOf(tx: Tx, ids: string[], { from, to }: Span) {
  const [bookings, work] = await Promise.all([
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
  ])
  return { bookings, work }
}

/** Each person's load of some weeks that follow one another, by their Mondays. */
export async function loadsOf(
  tx: Tx,
  staffIds: readonly string[],
  mondays: readonly LocalDate[],
): Promise<Map<string, Load[]>> {
  const span = { from: mondays[0]!, to: addDays(mondays.at(-1)!, 6) }
  if (staffIds.length === 0) return new Map()
  const ids = [...staffIds]
  const weekOn = sql<LocalDate>`date_trunc('week', ${peopleHours.workedOn}::timestamp)::date::text`
  const [{ bookings, work }, logged] = await Promise.all([
    askedOf(tx, ids, span),
    // Summed where they are: a thousand people log a hundred thousand hours in half a year.
    tx
      .select({
        staffId: peopleHours.staffId,
        workedOn: weekOn,
        minutes: sql<number>`sum(${peopleHours.minutes})::int`,
      })
      .from(peopleHours)
      .where(loggedBy(ids, span))
      .groupBy(peopleHours.staffId, weekOn),
  ])
  // A task's work is spread over all of its days, those before and after the weeks asked for too.
  const whole = work.reduce(
    ({ from, to }, { startsLocal, finishesLocal }) => ({
      from: startsLocal.slice(0, 10) < from ? startsLocal.slice(0, 10) : from,
      to: finishesLocal.slice(0, 10) > to ? finishesLocal.slice(0, 10) : to,
    }),
    span,
  )
  const calendars = await calendarsOf(tx, staffIds, whole)
  const [booked, worked, hours] = [byPerson(bookings), byPerson(work), byPerson(logged)]
  return new Map(
    [...calendars].map(([id, calendar]) => [
      id,
      loadByWeek(
        {
          calendar,
          bookings: booked.get(id) ?? [],
          work: worked.get(id) ?? [],
          logged: hours.get(id) ?? [],
        },
        mondays,
      ),
    ]),
  )
}

function byPerson<Row extends { staffId: string | null }>(rows: readonly Row[]): Map<string | null, Row[]> {
  const groups = new Map<string | null, Row[]>()
  for (const row of rows) {
    const own = groups.get(row.staffId)
    if (own) own.push(row)
    else groups.set(row.staffId, [row])
  }
  return groups
}

/** So many Mondays from one on. */
export function mondaysFrom(monday: LocalDate, weeks: number): LocalDate[] {
  return Array.from({ length: weeks }, (_, week) => addDays(monday, 7 * week))
}
