import type { StaffRole, Tx } from '@countersign/db/connect'
import { budgetTransferAnswers, budgetTransfers } from '@countersign/db/tables/budgets'
import { contracts } from '@countersign/db/tables/contract'
import { budgetSheets, budgetsInForce } from '@countersign/db/views/budgets'
import { costVariance } from '@countersign/domain/budget/cost-variance'
import { sumMinor } from '@countersign/domain/money'
import { budgetOf } from '@countersign/operations/budget-of'
import { budgetPositions, type BudgetPosition } from '@countersign/operations/budget-positions'
import type { SerializeFrom } from '@remix-run/node'
import { and, count, eq, isNull } from 'drizzle-orm'
import { moneyText } from '../../money-text'
import { forecastsByMonth } from '../cost-forecasts/queries.server'
import { projectHead } from '../project/queries.server'
import { approvesBudgets } from './readers'

/** A project's budget against what it costs; null where there is no such project. */
export async function budgetPage(tx: Tx, projectId: string, role: StaffRole) {
  const [project, [contract], positions, [inForce], latest, waiting, forecasts] = await Promise.all([
    projectHead(tx, projectId),
    tx.select({ currency: contracts.currency }).from(contracts).where(eq(contracts.projectId, projectId)),
    budgetPositions(tx, projectId),
    tx.select().from(budgetsInForce).where(eq(budgetsInForce.projectId, projectId)),
    budgetOf(tx, projectId),
    transfersWaiting(tx, projectId),
    forecastsByMonth(tx, projectId, role),
  ])
  if (!project) return null
  const currency = contract?.currency ?? null
  const approves = approvesBudgets(role)
  return {
    currency,
    version: inForce?.version ?? null,
    waiting: {
      version: approves && latest?.state === 'submitted' ? latest.version : null,
      transfers: approves ? waiting : 0,
    },
    sums: currency ? sumsOf(positions, currency) : null,
    rows: positions.map((row) => rowOf(row)),
    forecasts,
  }
}

export type BudgetPage = SerializeFrom<NonNullable<Awaited<ReturnType<typeof budgetPage>>>>

function rowOf(row: BudgetPosition) {
  const money = (minor: bigint) => moneyText(minor, row.currency)
  return {
    taskUid: row.taskUid,
    workPackage: row.workPackage,
    costType: row.costType,
    budget: money(row.budgetMinor),
    actual: money(row.actualMinor),
    committed: money(row.committedMinor),
    etc: money(row.etcMinor),
    eac: money(row.eacMinor),
    etcMethod: row.etcMethod,
    unratedMinutes: row.unratedMinutes,
    variance: varianceText(row.budgetMinor, row.eacMinor, row.currency),
  }
}

function sumsOf(rows: readonly BudgetPosition[], currency: string) {
  const sum = (of: (row: BudgetPosition) => bigint) => sumMinor(rows.map(of))
  const original = sum((row) => row.originalMinor)
  const budget = sum((row) => row.budgetMinor)
  const eac = sum((row) => row.eacMinor)
  const money = (minor: bigint) => moneyText(minor, currency)
  return {
    original: money(original),
    budget: money(budget),
    actual: money(sum((row) => row.actualMinor)),
    committed: money(sum((row) => row.committedMinor)),
    etc: money(sum((row) => row.etcMinor)),
    eac: money(eac),
    variance: varianceText(budget, eac, currency),
    originalVariance: varianceText(original, eac, currency),
  }
}

function varianceText(budgetMinor: bigint, eacMinor: bigint, currency: string) {
  const { minor, basisPoints } = costVariance(budgetMinor, eacMinor)
  return {
    money: moneyText(minor, currency),
    percent: basisPoints === null ? null : Number(basisPoints) / 100,
    isOver: minor < 0n,
  }
}

/** Of the budget in force only: what was asked of a replaced one can move nothing. */
async function transfersWaiting(tx: Tx, projectId: string): Promise<number> {
  const [row] = await tx
    .select({ waiting: count() })
    .from(budgetTransfers)
    .innerJoin(budgetSheets, eq(budgetSheets.id, budgetTransfers.fromLineId))
    .innerJoin(budgetsInForce, eq(budgetsInForce.budgetId, budgetSheets.budgetId))
    .leftJoin(budgetTransferAnswers, eq(budgetTransferAnswers.budgetTransferId, budgetTransfers.id))
    .where(and(eq(budgetTransfers.projectId, projectId), isNull(budgetTransferAnswers.budgetTransferId)))
  return row?.waiting ?? 0
}
