import type { Tx } from '@countersign/db/connect'
import { budgets } from '@countersign/db/tables/budgets'
import { eq } from 'drizzle-orm'
import { budgetOf } from './budget-of'
import { lockProject } from './lock-project'
import { refused } from './result'

/** Throws a draft away with its lines; what was once handed in stays. */
export async function discardBudget(tx: Tx, { projectId, version }: { projectId: string; version: number }) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const budget = await budgetOf(tx, projectId, version)
  if (!budget) return refused('no-such-budget')
  if (budget.state !== 'draft') return refused('not-a-draft')
  await tx.delete(budgets).where(eq(budgets.id, budget.id))
  return { ok: true as const }
}
