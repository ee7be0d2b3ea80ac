import type { StaffActor, Tx } from '@countersign/db/connect'
import { expensePolicies, expenseReviews, expenses } from '@countersign/db/tables/expenses'
import { whyNotSubmittable } from '@countersign/domain/expense'
import { and, eq, isNull } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

/** Hands an own expense in, with the receipt and the reason that its policy wants; from then on it is a reviewer's. */
export async function submitExpense(
  tx: Tx,
  { expenseId, by, now }: { expenseId: string; by: StaffActor; now: Date },
) {
  const own = and(eq(expenses.id, expenseId), eq(expenses.staffId, by.staffId), isNull(expenses.submittedAt))
  const [expense] = await tx
    .select({
      projectId: expenses.projectId,
      category: expenses.category,
      currency: expenses.currency,
      grossMinor: expenses.grossMinor,
      taxMinor: expenses.taxMinor,
      receiptSha256: expenses.receiptSha256,
      overLimitReason: expenses.overLimitReason,
    })
    .from(expenses)
    .where(own)
  if (!expense) return refused('no-such-draft')
  const [policy] = await tx
    .select()
    .from(expensePolicies)
    .where(
      and(eq(expensePolicies.category, expense.category), eq(expensePolicies.currency, expense.currency)),
    )
  const flaw = whyNotSubmittable({ ...expense, hasReceipt: expense.receiptSha256 !== null }, policy ?? null)
  if (flaw) return refused(flaw)
  try {
    const done = await tx.transaction(async (inner) => {
      const rows = await inner
        .update(expenses)
        .set({ submittedAt: now })
        .where(own)
        .returning({ id: expenses.id })
      if (rows.length > 0)
        await inner.insert(expenseReviews).values({
          projectId: expense.projectId,
          expenseId,
          act: 'submitted',
          doneBy: by.staffId,
          doneAt: now,
        })
      return rows.length > 0
    })
    return done ? { ok: true as const } : refused('no-such-draft')
  } catch (error) {
    if (brokenConstraint(error) === 'month_is_open') return refused('month-closed')
    throw error
  }
}
