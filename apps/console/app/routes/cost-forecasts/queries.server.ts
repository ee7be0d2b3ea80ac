import type { StaffRole, Tx } from '@countersign/db/connect'
import { costForecasts as f } from '@countersign/db/tables/cost-forecasts'
import { staff } from '@countersign/db/tables/people'
import { asc, desc, eq } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** Every kept forecast, the latest first. Only finance reads hours as booked. */
export async function keptForecasts(tx: Tx, projectId: string, role: StaffRole) {
  const isFinance = role === 'finance'
  const rows = await tx
    .select({
      id: f.id,
      monthOn: f.monthOn,
      currency: f.currency,
      budgetMinor: f.budgetMinor,
      committedMinor: f.committedMinor,
      actualMinor: isFinance ? f.actualMinor : f.standardActualMinor,
      eacMinor: isFinance ? f.eacMinor : f.standardEacMinor,
      note: f.note,
      keptAt: f.keptAt,
      keptBy: staff.name,
    })
    .from(f)
    .innerJoin(staff, eq(staff.id, f.keptBy))
    .where(eq(f.projectId, projectId))
    .orderBy(desc(f.monthOn), desc(f.keptAt))
  return rows.map(({ currency, budgetMinor, committedMinor, actualMinor, eacMinor, ...row }) => ({
    ...row,
    budget: moneyText(budgetMinor, currency),
    committed: moneyText(committedMinor, currency),
    actual: moneyText(actualMinor, currency),
    eac: moneyText(eacMinor, currency),
    left: moneyText(budgetMinor - eacMinor, currency),
    isOver: eacMinor > budgetMinor,
  }))
}

/** The latest of each month, from the first month on. */
export async function forecastsByMonth(tx: Tx, projectId: string, role: StaffRole) {
  const isFinance = role === 'finance'
  const rows = await tx
    .selectDistinctOn([f.monthOn], {
      monthOn: f.monthOn,
      currency: f.currency,
      budgetMinor: f.budgetMinor,
      actualMinor: isFinance ? f.actualMinor : f.standardActualMinor,
      eacMinor: isFinance ? f.eacMinor : f.standardEacMinor,
    })
    .from(f)
    .where(eq(f.projectId, projectId))
    .orderBy(asc(f.monthOn), desc(f.keptAt))
  return rows.map(({ monthOn, currency, ...sums }) => ({
    monthOn,
    budget: moneyText(sums.budgetMinor, currency),
    actual: moneyText(sums.actualMinor, currency),
    eac: moneyText(sums.eacMinor, currency),
  }))
}
