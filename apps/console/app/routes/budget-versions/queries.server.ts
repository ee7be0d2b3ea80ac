import type { Tx } from '@countersign/db/connect'
import { budgetReviews, budgets } from '@countersign/db/tables/budgets'
import { staff } from '@countersign/db/tables/people'
import { budgetPackages } from '@countersign/db/views/budgets'
import { budgetState } from '@countersign/domain/budget/budget-review'
import { desc, eq, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** A project's budget versions, the latest first. */
export async function budgetVersions(tx: Tx, projectId: string) {
  const [rows, sums] = await Promise.all([
    tx
      .select({
        id: budgets.id,
        version: budgets.version,
        reason: budgets.reason,
        currency: budgets.currency,
        writtenAt: budgets.writtenAt,
        author: staff.name,
        lastAct: sql<'submitted' | 'approved' | 'sent-back' | null>`(
          select r.act from ${budgetReviews} r where r.budget_id = ${budgets.id} order by r.done_at desc limit 1)`,
      })
      .from(budgets)
      .innerJoin(staff, eq(staff.id, budgets.writtenBy))
      .where(eq(budgets.projectId, projectId))
      .orderBy(desc(budgets.version)),
    tx
      .select({
        budgetId: budgetPackages.budgetId,
        cost: sql<string>`sum(${budgetPackages.costMinor})::text`,
        bill: sql<string>`sum(${budgetPackages.billMinor})::text`,
      })
      .from(budgetPackages)
      .where(eq(budgetPackages.projectId, projectId))
      .groupBy(budgetPackages.budgetId),
  ])
  return rows.map(({ lastAct, currency, ...row }) => {
    const sum = sums.find(({ budgetId }) => budgetId === row.id)
    return {
      ...row,
      state: budgetState(lastAct),
      cost: moneyText(BigInt(sum?.cost ?? 0), currency),
      bill: moneyText(BigInt(sum?.bill ?? 0), currency),
    }
  })
}
