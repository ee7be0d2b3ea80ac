import type { StaffActor, Tx } from '@countersign/db/connect'
import { expenses } from '@countersign/db/tables/expenses'
import type { KnownExpense } from '../../expense-form/expense-fields'
import { and, eq, isNull } from 'drizzle-orm'
import { amountInput } from '../../amount-input'

/** An own expense that is not handed in, as its form shows it; null for any other. */
export async function ownDraft(
  tx: Tx,
  expenseId: string,
  { staffId, locale }: StaffActor,
): Promise<KnownExpense | null> {
  const [expense] = await tx
    .select({
      projectId: expenses.projectId,
      taskId: expenses.taskId,
      category: expenses.category,
      description: expenses.description,
      spentOn: expenses.spentOn,
      currency: expenses.currency,
      grossMinor: expenses.grossMinor,
      taxMinor: expenses.taxMinor,
      isBillable: expenses.isBillable,
      overLimitReason: expenses.overLimitReason,
      receiptName: expenses.receiptName,
    })
    .from(expenses)
    .where(and(eq(expenses.id, expenseId), eq(expenses.staffId, staffId), isNull(expenses.submittedAt)))
  if (!expense) return null
  const { projectId, taskId, grossMinor, taxMinor, ...rest } = expense
  return {
    ...rest,
    bookOn: taskId ? `${projectId}/${taskId}` : projectId,
    gross: amountInput(grossMinor, expense.currency, locale),
    tax: amountInput(taxMinor, expense.currency, locale),
  }
}
