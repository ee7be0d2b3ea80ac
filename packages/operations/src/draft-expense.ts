import type { StaffActor, Tx } from '@countersign/db/connect'
import { expenses } from '@countersign/db/tables/expenses'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { isTaxOf, type ExpenseCategory } from '@countersign/domain/expense'
import { and, eq } from 'drizzle-orm'
import { keepFile } from './keep-file'
import { brokenConstraint, refused } from './result'
import type { StoredFile } from './submit-deliverable'

export type ExpenseDraft = {
  projectId: string
  taskId: string | null
  category: ExpenseCategory
  description: string
  spentOn: LocalDate
  currency: string
  grossMinor: bigint
  taxMinor: bigint
  isBillable: boolean
  overLimitReason: string
  /** Null leaves what is there. */
  receipt: StoredFile | null
}
type Asked = { today: LocalDate; by: StaffActor }

/** Notes what somebody spent for a project; it is the author's own paper until it is handed in. */
export async function draftExpense(tx: Tx, { today, by, ...draft }: ExpenseDraft & Asked) {
  const why = await whyNotADraft(tx, draft, today)
  if (why) return refused(why)
  return inAnOpenMonth(async () => {
    const [row] = await tx.transaction(async (inner) => {
      if (draft.receipt) await keepFile(inner, draft.receipt)
      return inner
        .insert(expenses)
        .values({ ...columnsOf(draft), staffId: by.staffId })
        .returning({ id: expenses.id })
    })
    return { ok: true as const, expenseId: row!.id }
  })
}

/** Changes one's own expense while it is not handed in. */
export async function changeExpense(
  tx: Tx,
  { expenseId, today, by, ...draft }: ExpenseDraft & Asked & { expenseId: string },
) {
  const known = await ownDraft(tx, expenseId, by)
  if (known) return refused(known)
  const why = await whyNotADraft(tx, draft, today)
  if (why) return refused(why)
  return inAnOpenMonth(async () => {
    await tx.transaction(async (inner) => {
      if (draft.receipt) await keepFile(inner, draft.receipt)
      await inner.update(expenses).set(columnsOf(draft)).where(eq(expenses.id, expenseId))
    })
    return { ok: true as const, expenseId }
  })
}

/** Throws one's own expense away while it is not handed in. */
export async function removeExpense(tx: Tx, { expenseId, by }: { expenseId: string; by: StaffActor }) {
  const known = await ownDraft(tx, expenseId, by)
  if (known) return refused(known)
  return inAnOpenMonth(async () => {
    await tx.transaction((inner) => inner.delete(expenses).where(eq(expenses.id, expenseId)))
    return { ok: true as const }
  })
}

async function ownDraft(tx: Tx, expenseId: string, { staffId }: StaffActor) {
  const [expense] = await tx
    .select({ submittedAt: expenses.submittedAt })
    .from(expenses)
    .where(and(eq(expenses.id, expenseId), eq(expenses.staffId, staffId)))
  if (!expense) return 'no-such-expense' as const
  return expense.submittedAt ? ('handed-in' as const) : null
}

type Told = Omit<ExpenseDraft, 'receipt'>

async function whyNotADraft(tx: Tx, { projectId, taskId, spentOn, ...amounts }: Told, today: LocalDate) {
  const [project] = await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId))
  if (!project) return 'no-such-project' as const
  if (taskId !== null) {
    const [task] = await tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.id, taskId)))
    if (!task) return 'no-such-task' as const
  }
  if (spentOn > today) return 'in-the-future' as const
  return isTaxOf(amounts) ? null : ('tax-is-not-a-part' as const)
}

function columnsOf({ receipt, ...draft }: ExpenseDraft) {
  const kept = receipt ? { receiptSha256: receipt.sha256, receiptName: receipt.name } : {}
  return { ...draft, bookedOn: draft.spentOn, ...kept }
}

async function inAnOpenMonth<Result>(work: () => Promise<Result>) {
  try {
    return await work()
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'month_is_open') return refused('month-closed')
    if (broken === 'expense_is_submitted' || broken === 'expense_is_approved') return refused('handed-in')
    throw error
  }
}
