import type { StaffActor, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { skills, staffSkills } from '@countersign/db/tables/people-capacity'
import { peopleBookings } from '@countersign/db/views/capacity'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { isOverAllocated, type Load } from '@countersign/domain/capacity/load'
import { loadsOf, mondaysFrom } from '@countersign/operations/loads-of'
import { and, asc, eq, exists, gte, inArray, isNull, lte, ne, sql, type SQL } from 'drizzle-orm'
import { skillGapsIn, type NamedGap } from '../../capacity/skill-gaps.server'
import { holds, pageWithin } from '../../listing'
import { WEEKS, type Asked } from './asked'

const PEOPLE_AT_ONCE = 25
const noGaps: NamedGap[] = []

/** What tasks ask for is read by those who plan them. */
function plansOf({ role }: StaffActor): boolean {
  return role === 'project_manager' || role === 'program_manager'
}

const inProjects = and(
  eq(staff.isActive, true),
  inArray(staff.role, ['team_member', 'project_manager', 'program_manager']),
)

/** People with their weeks, what is booked for nobody yet, and what nobody can do. */
export async function resources(tx: Tx, asked: Asked, reader: StaffActor, thisMonday: LocalDate) {
  const mondays = mondaysFrom(asked.monday, WEEKS)
  const where = and(inProjects, ...filtersOf(tx, asked))
  const [choices, open, gaps] = await Promise.all([
    choicesOf(tx),
    openBookings(tx, mondays[0]!, addDays(mondays.at(-1)!, 6)),
    plansOf(reader) ? skillGapsIn(tx, null) : noGaps,
  ])
  const { rows, total, page } = await (asked.over ? overloaded : paged)(tx, {
    asked,
    where,
    mondays,
    thisMonday,
  })
  return {
    rows,
    over: overIn(rows, mondays).filter(({ on }) => on >= thisMonday),
    mondays,
    choices,
    open,
    gaps,
    total,
    page,
    perPage: PEOPLE_AT_ONCE,
  }
}

type Listed = { asked: Asked; where: SQL | undefined; mondays: LocalDate[]; thisMonday: LocalDate }

function peopleWhere(tx: Tx, where: SQL | undefined) {
  return tx
    .select({ id: staff.id, name: staff.name, jobRole: staff.jobRole })
    .from(staff)
    .where(where)
    .orderBy(asc(staff.name), asc(staff.id))
}

/** One page of people: nobody else's weeks are read. */
async function paged(tx: Tx, { asked, where, mondays }: Listed) {
  const total = await tx.$count(staff, where)
  const page = pageWithin(asked.page, total, PEOPLE_AT_ONCE)
  const people = await peopleWhere(tx, where)
    .limit(PEOPLE_AT_ONCE)
    .offset((page - 1) * PEOPLE_AT_ONCE)
  return { rows: await withLoads(tx, people, mondays), total, page }
}

/** Whom a week to come asks for too much, the worst first: of everybody, so everybody's weeks are read. */
async function overloaded(tx: Tx, { asked, where, mondays, thisMonday }: Listed) {
  const all = await withLoads(tx, await peopleWhere(tx, where), mondays)
  const worst = ({ loads }: Row) =>
    loads.reduce(
      (most, load, week) =>
        mondays[week]! >= thisMonday && isOverAllocated(load) ? Math.max(most, excess(load)) : most,
      0,
    )
  const over = all
    .map((row) => ({ row, by: worst(row) }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by)
    .map(({ row }) => row)
  const page = pageWithin(asked.page, over.length, PEOPLE_AT_ONCE)
  const from = (page - 1) * PEOPLE_AT_ONCE
  return { rows: over.slice(from, from + PEOPLE_AT_ONCE), total: over.length, page }
}

async function withLoads<Person extends { id: string }>(
  tx: Tx,
  people: readonly Person[],
  mondays: LocalDate[],
): Promise<(Person & { loads: Load[] })[]> {
  const loads = await loadsOf(
    tx,
    people.map(({ id }) => id),
    mondays,
  )
  return people.map((person) => ({ ...person, loads: loads.get(person.id) ?? [] }))
}

function filtersOf(tx: Tx, { role, skill, unit, named }: Asked): (SQL | undefined)[] {
  return [
    holds(named, staff.name),
    ...(role ? [eq(staff.jobRole, role)] : []),
    ...(unit ? [eq(staff.businessUnit, unit)] : []),
    ...(skill
      ? [
          exists(
            tx
              .select({ one: sql`1` })
              .from(staffSkills)
              .innerJoin(skills, eq(skills.id, staffSkills.skillId))
              .where(and(eq(staffSkills.staffId, staff.id), eq(skills.name, skill))),
          ),
        ]
      : []),
  ]
}

async function choicesOf(tx: Tx) {
  const [roles, units, named] = await Promise.all([
    tx.selectDistinct({ name: staff.jobRole }).from(staff).where(inProjects).orderBy(asc(staff.jobRole)),
    tx
      .selectDistinct({ name: staff.businessUnit })
      .from(staff)
      .where(and(inProjects, ne(staff.businessUnit, '')))
      .orderBy(asc(staff.businessUnit)),
    tx.select({ name: skills.name }).from(skills).orderBy(asc(skills.name)),
  ])
  const names = (rows: { name: string }[]) => rows.map(({ name }) => name)
  return { roles: names(roles), units: names(units), skills: names(named) }
}

function openBookings(tx: Tx, from: LocalDate, to: LocalDate) {
  return tx
    .select()
    .from(peopleBookings)
    .where(
      and(isNull(peopleBookings.staffId), lte(peopleBookings.fromOn, to), gte(peopleBookings.toOn, from)),
    )
    .orderBy(asc(peopleBookings.fromOn), asc(peopleBookings.code))
    .limit(100)
}

type Row = { id: string; name: string; loads: Load[] }

/** The weeks that ask for more than there is, the worst first. */
function overIn(rows: readonly Row[], mondays: readonly LocalDate[]) {
  return rows
    .flatMap(({ id, name, loads }) =>
      loads.flatMap((load, week) => (isOverAllocated(load) ? [{ id, name, on: mondays[week]!, load }] : [])),
    )
    .sort((a, b) => excess(b.load) - excess(a.load))
}

function excess({ hard, planned, capacity }: Load): number {
  return Math.max(hard, planned) - capacity
}
