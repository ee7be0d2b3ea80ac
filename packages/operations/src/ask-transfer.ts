import type { StaffActor, Tx } from '@countersign/db/connect'
import { budgetTransfers, risks } from '@countersign/db/tables/budgets'
import { budgetSheets, budgetsInForce } from '@countersign/db/views/budgets'
import { whyNotATransfer } from '@countersign/domain/budget/budget-transfer'
import { and, eq, inArray } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type AskTransfer = {
  projectId: string
  fromLineId: string
  toLineId: string
  /** In minor units of the budget's currency. */
  amountMinor: bigint
  reason: string
  riskId: string | null
  by: StaffActor
}

/** Asks that money move from one line of the budget in force to another; it moves when somebody else says yes. */
export async function askTransfer(tx: Tx, { projectId, by, ...transfer }: AskTransfer) {
  const lines = await tx
    .select({ id: budgetSheets.id, costType: budgetSheets.costType })
    .from(budgetSheets)
    .innerJoin(budgetsInForce, eq(budgetsInForce.budgetId, budgetSheets.budgetId))
    .where(
      and(
        eq(budgetSheets.projectId, projectId),
        inArray(budgetSheets.id, [transfer.fromLineId, transfer.toLineId]),
      ),
    )
  const from = lines.find(({ id }) => id === transfer.fromLineId)
  if (!from || !lines.some(({ id }) => id === transfer.toLineId)) return refused('no-such-line')
  const [risk] = transfer.riskId
    ? await tx
        .select({ state: risks.state })
        .from(risks)
        .where(and(eq(risks.projectId, projectId), eq(risks.id, transfer.riskId)))
    : []
  if (transfer.riskId && !risk) return refused('no-such-risk')
  // What a line of labour is worth only the database knows: its trigger says whether that is enough.
  const why = whyNotATransfer({
    ...transfer,
    from: { costType: from.costType, valueMinor: transfer.amountMinor },
    risk: risk ?? null,
  })
  if (why) return refused(why)
  try {
    const [asked] = await tx.transaction((inner) =>
      inner
        .insert(budgetTransfers)
        .values({ projectId, ...transfer, askedBy: by.staffId })
        .returning({ id: budgetTransfers.id }),
    )
    return { ok: true as const, transferId: asked!.id }
  } catch (error) {
    return transferRefusal(error)
  }
}

/** What the database refused of a transfer, or of the answer to it. */
export function transferRefusal(error: unknown) {
  const refusals = {
    budget_transfer_covered: 'above-line',
    budget_transfer_in_force: 'not-in-force',
    budget_transfer_for_a_risk: 'risk-not-occurred',
    budget_transfer_by_another: 'own-transfer',
    budget_transfer_answers_pkey: 'already-answered',
  } as const
  const constraint = brokenConstraint(error) as keyof typeof refusals | null
  if (constraint === null || !(constraint in refusals)) throw error
  return refused(refusals[constraint])
}
