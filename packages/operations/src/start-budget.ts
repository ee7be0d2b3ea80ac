import type { StaffActor, Tx } from '@countersign/db/connect'
import { budgets } from '@countersign/db/tables/budgets'
import { contracts } from '@countersign/db/tables/contract'
import { eq, sql } from 'drizzle-orm'
import { budgetOf } from './budget-of'
import { lockProject } from './lock-project'
import { refused } from './result'

type StartBudget = { projectId: string; reason: string; by: StaffActor }

/**
 * Begins the next version of a budget with the lines of the former one, priced anew; one at a time. Its currency is the
 * contract's, so there has to be a contract, signed or not.
 */
export async function startBudget(tx: Tx, { projectId, reason, by }: StartBudget) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  if (reason.trim() === '') return refused('no-reason')
  const [contract] = await tx
    .select({ currency: contracts.currency })
    .from(contracts)
    .where(eq(contracts.projectId, projectId))
  if (!contract) return refused('no-contract')
  const latest = await budgetOf(tx, projectId)
  if (latest && latest.state !== 'approved') return refused('not-approved-yet')
  const version = (latest?.version ?? 0) + 1
  const [begun] = await tx
    .insert(budgets)
    .values({ projectId, version, reason, currency: contract.currency, writtenBy: by.staffId })
    .returning({ id: budgets.id })
  if (latest && latest.currency === contract.currency)
    await tx.execute(sql`
      select app.write_budget_lines(${begun!.id}, (
        select coalesce(jsonb_agg(to_jsonb(l) - 'id' - 'cost_hour_minor' - 'bill_minor'), '[]')
        from app.budget_sheets l where l.budget_id = ${latest.id}))`)
  return { ok: true as const, version, budgetId: begun!.id }
}
