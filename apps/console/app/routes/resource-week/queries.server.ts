import type { StaffActor, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { bookedOn } from '@countersign/domain/capacity/booked'
import { workByDay } from '@countersign/domain/capacity/planned'
import type { Calendar } from '@countersign/domain/capacity/working-days'
import { daysOfWeek } from '@countersign/domain/work-week'
import { demandsOf, loadsOf } from '@countersign/operations/loads-of'
import { calendarsOf } from '@countersign/operations/people-calendars'
import { and, eq, ne } from 'drizzle-orm'
import { absencesBetween } from '../resource/queries.server'

/** What is behind one week of one person; null for nobody and for a vendor's. */
export async function weekBehind(tx: Tx, reader: StaffActor, staffId: string, monday: LocalDate) {
  const span = { from: monday, to: addDays(monday, 6) }
  const [[person], demands, loads, away, mine] = await Promise.all([
    tx
      .select({ id: staff.id, name: staff.name })
      .from(staff)
      .where(and(eq(staff.id, staffId), ne(staff.role, 'vendor'))),
    demandsOf(tx, [staffId], span),
    loadsOf(tx, [staffId], [monday]),
    absencesBetween(tx, staffId, span.from, span.to),
    tx.select({ id: projects.id, code: projects.code, name: projects.name }).from(projects),
  ])
  if (!person) return null
  const whole = demands.work.reduce(
    ({ from, to }, { startsLocal, finishesLocal }) => ({
      from: startsLocal < from ? startsLocal.slice(0, 10) : from,
      to: finishesLocal.slice(0, 10) > to ? finishesLocal.slice(0, 10) : to,
    }),
    span,
  )
  const calendar = (await calendarsOf(tx, [staffId], whole)).get(staffId)!
  const own = new Map(mine.map(({ id, code, name }) => [id, `${code} ${name}`]))
  return {
    person,
    away,
    load: loads.get(staffId)![0]!,
    bookings: demands.bookings.map((each) => ({
      ...each,
      isOwn: reader.role === 'project_manager' && own.has(each.projectId),
      minutes: sumOf(daysOfWeek(monday).map((on) => bookedOn(each, calendar, on))),
    })),
    work: demands.work
      .map((each) => ({ ...each, isOwn: own.has(each.projectId), inWeek: workIn(each, calendar, monday) }))
      .filter(({ inWeek }) => inWeek > 0),
    logged: loggedBy(demands.logged, own),
  }
}

function workIn(work: Parameters<typeof workByDay>[0], calendar: Calendar, monday: LocalDate): number {
  const byDay = workByDay(work, calendar)
  return sumOf(daysOfWeek(monday).map((on) => byDay.get(on) ?? 0))
}

function sumOf(minutes: readonly number[]): number {
  return minutes.reduce((sum, each) => sum + each, 0)
}

/** Hours by project; those of projects that the reader does not see together. */
function loggedBy(rows: readonly { projectId: string; minutes: number }[], own: ReadonlyMap<string, string>) {
  const sums = new Map<string, number>()
  for (const { projectId, minutes } of rows) {
    const name = own.get(projectId) ?? ''
    sums.set(name, (sums.get(name) ?? 0) + minutes)
  }
  return [...sums].map(([project, minutes]) => ({ project, minutes }))
}
