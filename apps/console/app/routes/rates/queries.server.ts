import type { Tx } from '@countersign/db/connect'
import { costRates, timeEntries } from '@countersign/db/tables/costs'
import { contracts } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** Every rate ever set, newest first within its role and currency, with the day before the next one begins. */
async function rateHistory(tx: Tx) {
  const rows = await tx
    .select({
      id: costRates.id,
      jobRole: costRates.jobRole,
      currency: costRates.currency,
      hourMinor: costRates.hourMinor,
      fromOn: costRates.fromOn,
      untilOn: sql<LocalDate | null>`(lead(${costRates.fromOn}) over (
        partition by ${costRates.jobRole}, ${costRates.currency} order by ${costRates.fromOn}) - 1)::text`,
      recordedBy: staff.name,
      recordedAt: costRates.recordedAt,
    })
    .from(costRates)
    .innerJoin(staff, eq(staff.id, costRates.recordedBy))
    .orderBy(asc(costRates.jobRole), asc(costRates.currency), desc(costRates.fromOn))
  return rows.map(({ hourMinor, recordedAt, ...row }) => ({
    ...row,
    hour: moneyText(hourMinor, row.currency),
    recordedAt: recordedAt.toISOString(),
  }))
}

function peopleByJobRole(tx: Tx) {
  return tx
    .select({ jobRole: staff.jobRole, people: count() })
    .from(staff)
    .where(eq(staff.isActive, true))
    .groupBy(staff.jobRole)
    .orderBy(staff.jobRole)
}

/** Logged hours that no rate covers on their day in the currency of their project's contract. */
async function hoursWithoutRate(tx: Tx) {
  const rows = await tx
    .select({
      jobRole: timeEntries.jobRole,
      currency: contracts.currency,
      minutes: sql<number>`sum(${timeEntries.minutes})::int`,
      since: sql<LocalDate>`min(${timeEntries.workedOn})::text`,
    })
    .from(timeEntries)
    .innerJoin(contracts, eq(contracts.projectId, timeEntries.projectId))
    .leftJoin(
      costRates,
      and(
        eq(costRates.jobRole, timeEntries.jobRole),
        eq(costRates.currency, contracts.currency),
        sql`${costRates.fromOn} <= ${timeEntries.workedOn}`,
      ),
    )
    .where(sql`${costRates.id} is null`)
    .groupBy(timeEntries.jobRole, contracts.currency)
    .orderBy(timeEntries.jobRole, contracts.currency)
  return rows
}

/** What a rate can be set for: every role that somebody has, had a rate or logged hours in. */
export async function knownJobRoles(tx: Tx) {
  const roles = await Promise.all([
    tx.selectDistinct({ jobRole: staff.jobRole }).from(staff),
    tx.selectDistinct({ jobRole: costRates.jobRole }).from(costRates),
    tx.selectDistinct({ jobRole: timeEntries.jobRole }).from(timeEntries),
  ])
  return [...new Set(roles.flat().map(({ jobRole }) => jobRole))].sort()
}

export async function ratesPage(tx: Tx) {
  const [jobRoles, people, history, missing] = await Promise.all([
    knownJobRoles(tx),
    peopleByJobRole(tx),
    rateHistory(tx),
    hoursWithoutRate(tx),
  ])
  return { jobRoles, people, history, missing }
}
