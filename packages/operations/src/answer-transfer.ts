import type { StaffActor, Tx } from '@countersign/db/connect'
import { budgetTransferAnswers, budgetTransfers } from '@countersign/db/tables/budgets'
import { and, eq } from 'drizzle-orm'
import { transferRefusal } from './ask-transfer'
import { refused } from './result'

type Answer = {
  projectId: string
  transferId: string
  answer: 'approved' | 'refused'
  reason: string
  by: StaffActor
}

/** Lets money move within the budget, or says why not: once, and somebody else than who asked. */
export async function answerTransfer(tx: Tx, { projectId, transferId, answer, reason, by }: Answer) {
  const [asked] = await tx
    .select({ askedBy: budgetTransfers.askedBy })
    .from(budgetTransfers)
    .where(and(eq(budgetTransfers.projectId, projectId), eq(budgetTransfers.id, transferId)))
  if (!asked) return refused('no-such-transfer')
  if (asked.askedBy === by.staffId) return refused('own-transfer')
  if (answer === 'refused' && reason.trim() === '') return refused('no-reason')
  try {
    await tx.transaction((inner) =>
      inner.insert(budgetTransferAnswers).values({
        budgetTransferId: transferId,
        projectId,
        answer,
        reason,
        answeredBy: by.staffId,
      }),
    )
  } catch (error) {
    return transferRefusal(error)
  }
  return { ok: true as const }
}
