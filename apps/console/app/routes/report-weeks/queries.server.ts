import type { Tx } from '@countersign/db/connect'
import { leaves } from '@countersign/db/tables/people-capacity'
import { reportHours, reports } from '@countersign/db/views/reports'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { minutesThere } from '@countersign/domain/capacity/working-days'
import { daysOfWeek, mondayOf, percentOf } from '@countersign/domain/work-week'
import { holidaysOf, placeOf } from '@countersign/operations/people-calendars'
import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'

/** What waits is listed however old it is; the rest this many weeks back. */
const weeksBack = 4

type HoursRow = typeof reportHours.$inferSelect
export type ReportState = HoursRow['state']

/** A week of somebody who reports to the reader, in sums. */
export type ReportWeek = {
  staffId: string
  who: string
  weekOn: LocalDate
  minutes: number
  /** Of the hours, the per cent that is meant to be billed; null of none. */
  billablePercent: number | null
  /** Waits for the reader. */
  mine: number
  state: ReportState
  handedInAt: string | null
  /** Working days that have passed without an hour. */
  missing: LocalDate[]
  projects: ProjectSum[]
}
export type ProjectSum = {
  projectId: string
  project: string
  minutes: number
  billableMinutes: number
  mine: number
  state: ReportState
}

/** Weeks of all reports, those that wait first; people without an hour in a week are named with what is missing. */
export async function weeksOfReports(tx: Tx, today: LocalDate): Promise<ReportWeek[]> {
  const from = addDays(mondayOf(today), -7 * weeksBack)
  const people = await tx.select().from(reports).orderBy(asc(reports.name))
  if (people.length === 0) return []
  const rows = await tx
    .select()
    .from(reportHours)
    .where(or(gte(reportHours.workedOn, from), eq(reportHours.state, 'mine')))
  // A week of which one day waits is shown whole.
  const earliest = rows.reduce((first, { workedOn }) => (workedOn < first ? mondayOf(workedOn) : first), from)
  const all =
    earliest < from ? await tx.select().from(reportHours).where(gte(reportHours.workedOn, earliest)) : rows
  const shown = new Set<LocalDate>(
    Array.from({ length: weeksBack }, (_, back) => addDays(mondayOf(today), -7 * (back + 1))),
  )
  const calendars = await calendarsOfReports(tx, people, earliest, today)
  const weeks = people.flatMap((person) => {
    const own = all.filter(({ staffId }) => staffId === person.id)
    const known = new Set(
      own
        .filter(({ workedOn, state }) => state === 'mine' || workedOn >= from)
        .map(({ workedOn }) => mondayOf(workedOn)),
    )
    return [...new Set([...known, ...shown])].map((weekOn) =>
      weekOf({ person, weekOn, today, rows: own, calendar: calendars.get(person.id)! }),
    )
  })
  return weeks
    .filter(({ minutes, missing }) => minutes > 0 || missing.length > 0)
    .sort(
      (a, b) =>
        Number(b.mine > 0) - Number(a.mine > 0) ||
        (a.weekOn < b.weekOn ? 1 : a.weekOn > b.weekOn ? -1 : a.who.localeCompare(b.who)),
    )
}

/** One week of one report; null where nobody of that name reports to the reader. */
export async function weekOfReport(tx: Tx, staffId: string, weekOn: LocalDate, today: LocalDate) {
  const [person] = await tx.select().from(reports).where(eq(reports.id, staffId))
  if (!person) return null
  const [rows, calendars] = await Promise.all([
    tx
      .select()
      .from(reportHours)
      .where(
        and(
          eq(reportHours.staffId, staffId),
          gte(reportHours.workedOn, weekOn),
          lte(reportHours.workedOn, addDays(weekOn, 6)),
        ),
      ),
    calendarsOfReports(tx, [person], weekOn, addDays(weekOn, 6)),
  ])
  return weekOf({ person, weekOn, today, rows, calendar: calendars.get(staffId)! })
}

type Person = typeof reports.$inferSelect
type Calendar = Parameters<typeof minutesThere>[0]

async function calendarsOfReports(tx: Tx, people: readonly Person[], from: LocalDate, to: LocalDate) {
  const away = await tx
    .select()
    .from(leaves)
    .where(
      and(
        inArray(
          leaves.staffId,
          people.map(({ id }) => id),
        ),
        eq(leaves.verdict, 'approved'),
        isNull(leaves.withdrawnAt),
        lte(leaves.fromOn, to),
        gte(leaves.toOn, from),
      ),
    )
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))] as const
  return new Map<string, Calendar>(
    people.map((person) => [
      person.id,
      {
        weeklyMinutes: person.weeklyMinutes,
        dayMinutes: person.dayMinutes,
        absences: away.filter(({ staffId }) => staffId === person.id),
        holidays: holidaysOf(placeOf(person), ...years),
      },
    ]),
  )
}

type Asked = {
  person: Person
  weekOn: LocalDate
  today: LocalDate
  rows: readonly HoursRow[]
  calendar: Calendar
}

function weekOf({ person, weekOn, today, rows, calendar }: Asked): ReportWeek {
  const days = daysOfWeek(weekOn)
  const own = rows.filter(({ workedOn }) => days.includes(workedOn))
  const logged = new Set(own.map(({ workedOn }) => workedOn))
  const minutes = sum(own, 'minutes')
  const handedInAt = own.reduce<Date | null>(
    (last, each) => (each.handedInAt && (!last || each.handedInAt > last) ? each.handedInAt : last),
    null,
  )
  const projects = [...new Set(own.map(({ projectId }) => projectId))].map((projectId): ProjectSum => {
    const its = own.filter((each) => each.projectId === projectId)
    const [{ code, project }] = its as [HoursRow]
    return {
      projectId,
      project: `${code} ${project}`,
      minutes: sum(its, 'minutes'),
      billableMinutes: sum(its, 'billableMinutes'),
      mine: sum(
        its.filter(({ state }) => state === 'mine'),
        'minutes',
      ),
      state: leastAdvanced(its),
    }
  })
  return {
    staffId: person.id,
    who: person.name,
    weekOn,
    minutes,
    billablePercent: percentOf(sum(own, 'billableMinutes'), minutes),
    mine: projects.reduce((all, { mine }) => all + mine, 0),
    state: leastAdvanced(own),
    handedInAt: handedInAt?.toISOString() ?? null,
    missing: person.logsTime
      ? days.filter((on) => on < today && !logged.has(on) && minutesThere(calendar, on) > 0)
      : [],
    projects: projects.sort((a, b) => a.project.localeCompare(b.project)),
  }
}

function sum(rows: readonly HoursRow[], of: 'minutes' | 'billableMinutes'): number {
  return rows.reduce((all, row) => all + row[of], 0)
}

/** What waits for the reader comes first: it is why the reader looks. */
function leastAdvanced(rows: readonly HoursRow[]): ReportState {
  const states = ['mine', 'open', 'with-project', 'approved'] as const
  return states.find((state) => rows.some((row) => row.state === state)) ?? 'open'
}
