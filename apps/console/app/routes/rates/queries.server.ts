import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import { costRates } from '@countersign/db/tables/rates'
import { timeEntries } from '@countersign/db/tables/time'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { and, asc, count, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { moneyText } from '../../money-text'

/** Every rate ever set, newest first within its role, person and currency. */
async function rateHistory(tx: Tx) {
  const person = alias(staff, 'person')
  const rows = await tx
    .select({
      id: costRates.id,
      jobRole: costRates.jobRole,
      person: person.name,
      currency: costRates.currency,
      hourMinor: costRates.hourMinor,
      overtimeHourMinor: costRates.overtimeHourMinor,
      fromOn: costRates.fromOn,
      untilOn: costRates.toOn,
      recordedBy: staff.name,
      recordedAt: costRates.recordedAt,
    })
    .from(costRates)
    .innerJoin(staff, eq(staff.id, costRates.recordedBy))
    .leftJoin(person, eq(person.id, costRates.staffId))
    .orderBy(
      asc(costRates.jobRole),
      sql`${person.name} nulls first`,
      asc(costRates.currency),
      desc(costRates.fromOn),
    )
  return rows.map(({ hourMinor, overtimeHourMinor, recordedAt, ...row }) => ({
    ...row,
    hour: moneyText(hourMinor, row.currency),
    overtimeHour: overtimeHourMinor === null ? null : moneyText(overtimeHourMinor, row.currency),
    recordedAt: recordedAt.toISOString(),
  }))
}

/** People of vendors cost what their orders say. */
const ours = ne(staff.role, 'vendor')

function peopleByJobRole(tx: Tx) {
  return tx
    .select({ jobRole: staff.jobRole, people: count() })
    .from(staff)
    .where(and(eq(staff.isActive, true), ours))
    .groupBy(staff.jobRole)
    .orderBy(staff.jobRole)
}

function activePeople(tx: Tx) {
  return tx
    .select({ id: staff.id, name: staff.name, jobRole: staff.jobRole })
    .from(staff)
    .where(and(eq(staff.isActive, true), ours))
    .orderBy(asc(staff.name))
}

/** Logged hours that no rate covers on their day in the currency of their project's contract. */
function hoursWithoutRate(tx: Tx) {
  return tx
    .select({
      jobRole: timeEntries.jobRole,
      currency: contracts.currency,
      minutes: sql<number>`sum(${timeEntries.minutes})::int`,
      since: sql<LocalDate>`min(${timeEntries.workedOn})::text`,
    })
    .from(timeEntries)
    .innerJoin(contracts, eq(contracts.projectId, timeEntries.projectId))
    .where(isNull(timeEntries.costMinor))
    .groupBy(timeEntries.jobRole, contracts.currency)
    .orderBy(timeEntries.jobRole, contracts.currency)
}

/** What a rate can be set for: every role that somebody has, had a rate or logged hours in. */
export async function knownJobRoles(tx: Tx) {
  const roles = await Promise.all([
    tx.selectDistinct({ jobRole: staff.jobRole }).from(staff).where(ours),
    tx.selectDistinct({ jobRole: costRates.jobRole }).from(costRates),
    tx.selectDistinct({ jobRole: timeEntries.jobRole }).from(timeEntries),
  ])
  return [...new Set(roles.flat().map(({ jobRole }) => jobRole))].sort()
}

export async function ratesPage(tx: Tx) {
  const [jobRoles, people, colleagues, history, missing] = await Promise.all([
    knownJobRoles(tx),
    peopleByJobRole(tx),
    activePeople(tx),
    rateHistory(tx),
    hoursWithoutRate(tx),
  ])
  return { jobRoles, people, colleagues, history, missing }
}
