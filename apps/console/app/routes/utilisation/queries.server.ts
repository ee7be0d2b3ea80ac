import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { workedHours } from '@countersign/db/views/hours'
import { projectMargins } from '@countersign/db/views/margins'
import { addDays, addMonths, type LocalDate } from '@countersign/domain/calendar-day'
import { capacityBetween, type Calendar } from '@countersign/domain/capacity/working-days'
import { percentOf } from '@countersign/domain/work-week'
import { calendarsOf } from '@countersign/operations/people-calendars'
import { and, eq, gte, lte, sql, type SQL } from 'drizzle-orm'
import { moneyText } from '../../money-text'
import { lastDayOf, type Asked, type Grouping } from './asked'

const month = sql<LocalDate>`date_trunc('month', ${workedHours.bookedOn}::timestamp)::date::text`
const minutesOf = (kinds: SQL) =>
  sql<number>`coalesce(sum(${workedHours.minutes}) filter (where ${workedHours.kind} in (${kinds})), 0)::int`

/** Hours by person, role, project and month: what every grouping is added up from. */
function hoursBetween(tx: Tx, from: LocalDate, to: LocalDate) {
  return tx
    .select({
      projectId: workedHours.projectId,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      staffId: workedHours.staffId,
      person: staff.name,
      weeklyMinutes: staff.weeklyMinutes,
      target: staff.targetUtilisationPercent,
      role: workedHours.jobRole,
      month,
      minutes: sql<number>`sum(${workedHours.minutes})::int`,
      billable: minutesOf(sql`'billable', 'overtime'`),
      overtime: minutesOf(sql`'overtime'`),
      mentoring: minutesOf(sql`'mentoring'`),
      worthMinor: sql<bigint>`coalesce(sum(${workedHours.billMinor}), 0)::bigint`.mapWith(BigInt),
    })
    .from(workedHours)
    .innerJoin(projects, eq(projects.id, workedHours.projectId))
    .innerJoin(staff, eq(staff.id, workedHours.staffId))
    .where(and(gte(workedHours.bookedOn, from), lte(workedHours.bookedOn, to)))
    .groupBy(
      workedHours.projectId,
      projects.code,
      projects.name,
      workedHours.staffId,
      staff.name,
      staff.weeklyMinutes,
      staff.targetUtilisationPercent,
      workedHours.jobRole,
      month,
    )
}

/** What each project earned of what its hours are worth, both to date and in the contract's currency. */
async function realisations(tx: Tx) {
  const worth = tx
    .select({
      projectId: workedHours.projectId,
      minor: sql<bigint>`coalesce(sum(${workedHours.billMinor}), 0)::bigint`.as('minor'),
    })
    .from(workedHours)
    .groupBy(workedHours.projectId)
    .as('worth')
  const rows = await tx
    .select({
      projectId: projectMargins.projectId,
      currency: projectMargins.currency,
      earnedMinor: projectMargins.earnedMinor,
      worthMinor: sql<bigint>`${worth.minor}`.mapWith(BigInt),
    })
    .from(projectMargins)
    .innerJoin(worth, eq(worth.projectId, projectMargins.projectId))
  return new Map(rows.map(({ projectId, ...row }) => [projectId, row]))
}

type Hours = Awaited<ReturnType<typeof hoursBetween>>[number]

const keyOf: Record<Grouping, (row: Hours) => [key: string, name: string]> = {
  person: ({ staffId, person }) => [staffId, person],
  role: ({ role }) => [role, role],
  project: ({ projectId, project }) => [projectId, project],
  month: ({ month: on }) => [on, on],
}

export async function utilisation(tx: Tx, asked: Asked, today: LocalDate) {
  const last = lastDayOf(asked, today)
  const [hours, realised] = await Promise.all([hoursBetween(tx, asked.from, last), realisations(tx)])
  const people = [...new Set(hours.map(({ staffId }) => staffId))]
  const period = { from: asked.from, to: last }
  const calendars = await calendarsOf(tx, people, period)
  const groups = new Map<string, { name: string; rows: Hours[] }>()
  for (const row of hours) {
    const [key, name] = keyOf[asked.by](row)
    const group = groups.get(key) ?? { name, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  const rows = [...groups].map(([key, { name, rows: own }]) => ({
    key,
    name,
    ...sumsOf(own, asked.by === 'month' ? monthWithin(key, last) : period, realised, calendars),
  }))
  rows.sort((a, b) => a.name.localeCompare(b.name))
  return { rows, total: sumsOf(hours, period, realised, calendars) }
}

function monthWithin(first: LocalDate, last: LocalDate) {
  const end = addDays(addMonths(first, 1), -1)
  return { from: first, to: end > last ? last : end }
}

/** A group's figures. What its people could work counts each of them once. */
function sumsOf(
  rows: readonly Hours[],
  { from, to }: { from: LocalDate; to: LocalDate },
  realised: Awaited<ReturnType<typeof realisations>>,
  calendars: ReadonlyMap<string, Calendar>,
) {
  const sum = (of: (row: Hours) => number) => rows.reduce((all, row) => all + of(row), 0)
  const people = [...new Map(rows.map((row) => [row.staffId, row])).values()]
  const capacity = people.reduce((all, { staffId }) => {
    const calendar = calendars.get(staffId)
    return calendar ? all + capacityBetween(calendar, from, to) : all
  }, 0)
  const minutes = sum((row) => row.minutes)
  const billable = sum((row) => row.billable)
  const targetMinutes = people.reduce((all, each) => all + each.weeklyMinutes * each.target, 0)
  const weekly = people.reduce((all, each) => all + each.weeklyMinutes, 0)
  return {
    minutes,
    billable,
    overtime: sum((row) => row.overtime),
    mentoring: sum((row) => row.mentoring),
    capacity,
    percent: percentOf(billable, capacity),
    target: weekly > 0 ? Math.round(targetMinutes / weekly) : null,
    share: percentOf(billable, minutes),
    ...realisationOf(rows, realised),
  }
}

/** Hours realise what their project does. Amounts of several currencies are never added. */
function realisationOf(rows: readonly Hours[], realised: Awaited<ReturnType<typeof realisations>>) {
  const priced = rows.filter(({ worthMinor }) => worthMinor > 0n)
  const currencies = new Set(priced.map(({ projectId }) => realised.get(projectId)?.currency ?? ''))
  if (currencies.size !== 1)
    return { worth: null, realised: null, realisation: null, isMixed: currencies.size > 1 }
  const [currency] = currencies
  let [worth, earned] = [0n, 0n]
  for (const { projectId, worthMinor } of priced) {
    const project = realised.get(projectId)
    if (!project || project.worthMinor <= 0n) continue
    worth += worthMinor
    earned += (worthMinor * project.earnedMinor) / project.worthMinor
  }
  return {
    worth: moneyText(worth, currency!),
    realised: moneyText(earned, currency!),
    realisation: percentOf(earned, worth),
    isMixed: false,
  }
}
