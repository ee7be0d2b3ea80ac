import type { StaffActor, Tx } from '@countersign/db/connect'
import { expensePolicies } from '@countersign/db/tables/expenses'
import type { ExpenseCategory, ExpensePolicy } from '@countersign/domain/expense'

type Policy = ExpensePolicy & { category: ExpenseCategory; currency: string; by: StaffActor; now: Date }

/** What expenses of a category in a currency may be, from now on: what was handed in before stays as it is. */
export async function setExpensePolicy(tx: Tx, { by, now, ...policy }: Policy) {
  const kept = { ...policy, recordedBy: by.staffId, recordedAt: now }
  await tx
    .insert(expensePolicies)
    .values(kept)
    .onConflictDoUpdate({ target: [expensePolicies.category, expensePolicies.currency], set: kept })
  return { ok: true as const }
}
