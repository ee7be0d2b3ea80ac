import type { StaffActor, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { skills, staffSkills } from '@countersign/db/tables/people-capacity'
import { peopleBookings } from '@countersign/db/views/capacity'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { isOverAllocated, type Load } from '@countersign/domain/capacity/load'
import { loadsOf, mondaysFrom } from '@countersign/operations/loads-of'
import { and, asc, eq, exists, gte, inArray, isNull, lte, ne, sql, type SQL } from 'drizzle-orm'
import { skillGapsIn, type NamedGap } from '../../capacity/skill-gaps.server'
import { pageWithin } from '../../listing'
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
  const [[counted], choices, open, gaps] = await Promise.all([
    tx
      .select({ total: sql<number>`count(*)::int` })
      .from(staff)
      .where(where),
    choicesOf(tx),
    openBookings(tx, mondays[0]!, addDays(mondays.at(-1)!, 6)),
    plansOf(reader) ? skillGapsIn(tx, null) : noGaps,
  ])
  const total = counted!.total
  const page = pageWithin(asked.page, total, PEOPLE_AT_ONCE)
  const people = await tx
    .select({ id: staff.id, name: staff.name, jobRole: staff.jobRole })
    .from(staff)
    .where(where)
    .orderBy(asc(staff.name), asc(staff.id))
    .limit(PEOPLE_AT_ONCE)
    .offset((page - 1) * PEOPLE_AT_ONCE)
  const loads = await loadsOf(
    tx,
    people.map(({ id }) => id),
    mondays,
  )
  const rows = people.map((person) => ({ ...person, loads: loads.get(person.id) ?? [] }))
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

function filtersOf(tx: Tx, { role, skill, unit }: Asked): SQL[] {
  return [
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
