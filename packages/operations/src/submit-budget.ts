import type { StaffActor, Tx } from '@countersign/db/connect'
import { budgetReviews } from '@countersign/db/tables/budgets'
import { whyNotReviewed } from '@countersign/domain/budget/budget-review'
import { budgetOf } from './budget-of'
import { insertReview } from './review-budget'
import { refused } from './result'

/** Hands a version in for approval: from then on its lines stand. */
export async function submitBudget(
  tx: Tx,
  { projectId, version, by }: { projectId: string; version: number; by: StaffActor },
) {
  const budget = await budgetOf(tx, projectId, version)
  if (!budget) return refused('no-such-budget')
  const why = whyNotReviewed('submitted', { state: budget.state, isOwn: true }, '')
  if (why) return refused(why)
  const row = { projectId, budgetId: budget.id, act: 'submitted' as const, doneBy: by.staffId }
  return insertReview(tx, row satisfies typeof budgetReviews.$inferInsert)
}
