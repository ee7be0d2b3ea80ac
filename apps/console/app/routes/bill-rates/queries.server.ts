import type { Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { billRates } from '@countersign/db/tables/rates'
import { timeEntries } from '@countersign/db/tables/time'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'
import { knownJobRoles } from '../rates/queries.server'
import { projectName } from '../time/queries.server'

export type BillRate = Awaited<ReturnType<typeof allBillRates>>[number]

async function allBillRates(tx: Tx) {
  const rows = await tx
    .select({
      id: billRates.id,
      project: projectName,
      jobRole: billRates.jobRole,
      currency: contracts.currency,
      hourMinor: billRates.hourMinor,
      overtimeHourMinor: billRates.overtimeHourMinor,
      fromOn: billRates.fromOn,
      untilOn: billRates.toOn,
      recordedBy: staff.name,
      recordedAt: billRates.recordedAt,
    })
    .from(billRates)
    .innerJoin(contracts, eq(contracts.projectId, billRates.projectId))
    .innerJoin(projects, eq(projects.id, billRates.projectId))
    .innerJoin(staff, eq(staff.id, billRates.recordedBy))
    .orderBy(asc(projects.code), asc(billRates.jobRole), desc(billRates.fromOn))
  return rows.map(({ hourMinor, overtimeHourMinor, recordedAt, ...row }) => ({
    ...row,
    hour: moneyText(hourMinor, row.currency),
    overtimeHour: overtimeHourMinor === null ? null : moneyText(overtimeHourMinor, row.currency),
    recordedAt: recordedAt.toISOString(),
  }))
}

/** Projects that have a contract, whose currency the rates are in. */
export function projectsWithContract(tx: Tx) {
  return tx
    .select({ id: projects.id, name: projectName, currency: contracts.currency })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .orderBy(asc(projects.code))
}

/** Billable hours that no rate of the contract covers, where it has rates at all. */
function hoursWithoutBillRate(tx: Tx) {
  return tx
    .select({
      projectId: timeEntries.projectId,
      project: projectName,
      jobRole: timeEntries.jobRole,
      minutes: sql<number>`sum(${timeEntries.minutes})::int`,
      since: sql<LocalDate>`min(${timeEntries.workedOn})::text`,
    })
    .from(timeEntries)
    .innerJoin(projects, eq(projects.id, timeEntries.projectId))
    .where(
      sql`${isNull(timeEntries.billMinor)} and exists (
        select from ${billRates} where ${billRates.projectId} = ${timeEntries.projectId})`,
    )
    .groupBy(timeEntries.projectId, projects.code, projects.name, timeEntries.jobRole)
    .orderBy(projects.code, timeEntries.jobRole)
}

export async function billRatesPage(tx: Tx) {
  const [rates, projectList, jobRoles, missing] = await Promise.all([
    allBillRates(tx),
    projectsWithContract(tx),
    knownJobRoles(tx),
    hoursWithoutBillRate(tx),
  ])
  return { rates, projects: projectList, jobRoles, missing }
}

/** What the form is read with: the roles there are, and the currency of the project that was chosen. */
export async function billRateReading(tx: Tx, projectId: string) {
  const [jobRoles, known] = await Promise.all([knownJobRoles(tx), projectsWithContract(tx)])
  return { jobRoles, currency: known.find(({ id }) => id === projectId)?.currency ?? 'EUR' }
}
