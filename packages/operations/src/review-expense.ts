import type { StaffActor, Tx } from '@countersign/db/connect'
import { contractLines } from '@countersign/db/tables/contract-lines'
import { contracts } from '@countersign/db/tables/contract'
import { expenseReviews, expenses } from '@countersign/db/tables/expenses'
import { expenseState, whyNotApprovable } from '@countersign/domain/expense'
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Review = { expenseId: string; by: StaffActor; now: Date }

/**
 * Approves somebody else's expense: its cost in the contract's currency stands from then on. What is billable is billed
 * by a line that is billed by what was spent: the one that is named, else the contract's first.
 */
export async function approveExpense(
  tx: Tx,
  { contractLineId, ...review }: Review & { contractLineId: string | null },
) {
  const expense = await handedIn(tx, review.expenseId)
  if (!expense) return refused('no-such-expense')
  const state = expenseState({ ...expense, wasSentBack: false })
  if (expense.currency === null && state === 'submitted') return refused('no-contract')
  const why = whyNotApprovable({ ...expense, state }, review.by.staffId)
  if (why) return refused(why)
  const line = expense.isBillable ? await billedBy(tx, expense.projectId, contractLineId) : null
  if (line === 'no-such-line') return refused('no-such-line')
  return settle(tx, expense.projectId, review, {
    act: 'approved',
    reason: '',
    columns: { approvedAt: review.now, approvedBy: review.by.staffId, contractLineId: line },
  })
}

/** Gives an expense back to its author, who reads why and may change it. */
export async function sendBackExpense(tx: Tx, { reason, ...review }: Review & { reason: string }) {
  const expense = await handedIn(tx, review.expenseId)
  if (!expense) return refused('no-such-expense')
  if (!expense.submittedAt || expense.approvedAt) return refused('not-submitted')
  return settle(tx, expense.projectId, review, { act: 'sent-back', reason, columns: { submittedAt: null } })
}

async function handedIn(tx: Tx, expenseId: string) {
  const [expense] = await tx
    .select({
      projectId: expenses.projectId,
      staffId: expenses.staffId,
      isBillable: expenses.isBillable,
      submittedAt: expenses.submittedAt,
      approvedAt: expenses.approvedAt,
      costMinor: expenses.costMinor,
      currency: contracts.currency,
    })
    .from(expenses)
    .leftJoin(contracts, eq(contracts.projectId, expenses.projectId))
    .where(eq(expenses.id, expenseId))
  return expense ?? null
}

async function billedBy(tx: Tx, projectId: string, contractLineId: string | null) {
  const lines = await tx
    .select({ id: contractLines.id })
    .from(contractLines)
    .where(
      and(
        eq(contractLines.projectId, projectId),
        inArray(contractLines.kind, ['time-and-material', 'capped']),
      ),
    )
    .orderBy(asc(contractLines.position))
  if (contractLineId === null) return lines[0]?.id ?? null
  return lines.some(({ id }) => id === contractLineId) ? contractLineId : 'no-such-line'
}

type Settled = {
  act: 'approved' | 'sent-back'
  reason: string
  columns: Partial<typeof expenses.$inferInsert>
}

/** Two who settle at once: the second finds nothing that waits. */
async function settle(tx: Tx, projectId: string, { expenseId, by, now }: Review, settled: Settled) {
  const { act, reason, columns } = settled
  try {
    const rows = await tx.transaction((inner) =>
      inner
        .update(expenses)
        .set(columns)
        .where(and(eq(expenses.id, expenseId), isNotNull(expenses.submittedAt), isNull(expenses.approvedAt)))
        .returning({ id: expenses.id }),
    )
    if (rows.length === 0) return refused('not-submitted')
  } catch (error) {
    if (brokenConstraint(error) === 'month_is_open') return refused('month-closed')
    throw error
  }
  await tx
    .insert(expenseReviews)
    .values({ projectId, expenseId, act, reason, doneBy: by.staffId, doneAt: now })
  return { ok: true as const }
}
