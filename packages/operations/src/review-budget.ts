import type { StaffActor, Tx } from '@countersign/db/connect'
import { budgetReviews } from '@countersign/db/tables/budgets'
import { whyNotReviewed } from '@countersign/domain/budget/budget-review'
import { budgetOf } from './budget-of'
import { brokenConstraint, refused } from './result'

type Review = {
  projectId: string
  version: number
  act: 'approved' | 'sent-back'
  reason: string
  by: StaffActor
}

/** Approves a budget that was handed in, or sends it back with the reason: somebody else than its author. */
export async function reviewBudget(tx: Tx, { projectId, version, act, reason, by }: Review) {
  const budget = await budgetOf(tx, projectId, version)
  if (!budget) return refused('no-such-budget')
  const why = whyNotReviewed(act, { state: budget.state, isOwn: budget.writtenBy === by.staffId }, reason)
  if (why) return refused(why)
  return insertReview(tx, { projectId, budgetId: budget.id, act, reason, doneBy: by.staffId })
}

/** Of two who act at once the second is refused. */
export async function insertReview(tx: Tx, row: typeof budgetReviews.$inferInsert) {
  try {
    await tx.transaction((inner) => inner.insert(budgetReviews).values(row))
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'budget_reviews_in_turn') return refused('meanwhile')
    if (constraint === 'budget_has_lines') return refused('no-lines')
    throw error
  }
  return { ok: true as const }
}
