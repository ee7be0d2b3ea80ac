import type { Tx } from '@countersign/db/connect'
import { budgetReviews, budgets } from '@countersign/db/tables/budgets'
import { budgetState } from '@countersign/domain/budget/budget-review'
import { and, desc, eq } from 'drizzle-orm'

/** A version of a project's budget and where it stands (the latest where none is named); null for none. */
export async function budgetOf(tx: Tx, projectId: string, version?: number) {
  const [budget] = await tx
    .select()
    .from(budgets)
    .where(
      and(eq(budgets.projectId, projectId), version === undefined ? undefined : eq(budgets.version, version)),
    )
    .orderBy(desc(budgets.version))
    .limit(1)
  if (!budget) return null
  const [last] = await tx
    .select({ act: budgetReviews.act })
    .from(budgetReviews)
    .where(eq(budgetReviews.budgetId, budget.id))
    .orderBy(desc(budgetReviews.doneAt))
    .limit(1)
  return { ...budget, state: budgetState(last?.act ?? null) }
}
