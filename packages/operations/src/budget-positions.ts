import type { Tx } from '@countersign/db/connect'
import type { CostType } from '@countersign/domain/budget/estimate-sheet'
import { sql } from 'drizzle-orm'

export type EtcMethod = 'estimated' | 'done' | 'committed' | 'left-of-budget' | 'expected-risks'

/**
 * A project's budget against what was spent, by work package and cost type, in minor units of the contract's currency.
 * Finance reads hours as booked, everybody else at the roles' standard rates. `workPackage` is '' for what belongs to
 * none.
 */
export async function budgetPositions(tx: Tx, projectId: string) {
  const rows = await tx.execute<Record<string, string | number | null>>(
    sql`select * from app.budget_positions(${projectId}) order by task_uid nulls last, work_package,
      array_position(array['labour', 'expenses', 'vendors', 'contingency'], cost_type)`,
  )
  return rows.map((row) => ({
    currency: row.currency as string,
    taskUid: row.task_uid as number | null,
    workPackage: row.work_package as string,
    costType: row.cost_type as CostType,
    originalMinor: BigInt(row.original_minor!),
    budgetMinor: BigInt(row.budget_minor!),
    committedMinor: BigInt(row.committed_minor!),
    actualMinor: BigInt(row.actual_minor!),
    minutes: Number(row.minutes),
    unratedMinutes: Number(row.unrated_minutes),
    etcMethod: row.etc_method as EtcMethod,
    etcMinor: BigInt(row.etc_minor!),
    eacMinor: BigInt(row.eac_minor!),
  }))
}

export type BudgetPosition = Awaited<ReturnType<typeof budgetPositions>>[number]
