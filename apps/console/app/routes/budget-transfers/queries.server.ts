import type { Tx } from '@countersign/db/connect'
import { budgetTransferAnswers, budgetTransfers, risks } from '@countersign/db/tables/budgets'
import { contracts } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import { budgetSheets, budgetsInForce } from '@countersign/db/views/budgets'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { moneyText } from '../../money-text'

/** More lines than this nobody finds in a list to choose from. */
const MOST_CHOSEN = 1000

/** What was moved and asked for, and between which lines money can move; null for a project without a contract. */
export async function transfersPage(tx: Tx, projectId: string) {
  const [[contract], [inForce], transfers, lines, occurred] = await Promise.all([
    tx.select({ currency: contracts.currency }).from(contracts).where(eq(contracts.projectId, projectId)),
    tx.select().from(budgetsInForce).where(eq(budgetsInForce.projectId, projectId)),
    transfersOf(tx, projectId),
    tx
      .select({
        id: budgetSheets.id,
        workPackage: budgetSheets.workPackage,
        costType: budgetSheets.costType,
        jobRole: budgetSheets.jobRole,
      })
      .from(budgetSheets)
      .innerJoin(budgetsInForce, eq(budgetsInForce.budgetId, budgetSheets.budgetId))
      .where(eq(budgetSheets.projectId, projectId))
      .orderBy(asc(budgetSheets.position))
      .limit(MOST_CHOSEN),
    tx
      .select({ id: risks.id, number: risks.number, title: risks.title })
      .from(risks)
      .where(and(eq(risks.projectId, projectId), eq(risks.state, 'occurred')))
      .orderBy(asc(risks.number)),
  ])
  return {
    currency: contract?.currency ?? 'EUR',
    hasBudget: inForce !== undefined,
    transfers: transfers.map((row) => transferOf(row, inForce?.budgetId ?? null)),
    lines,
    risks: occurred,
  }
}

/** One of them; null where there is none. */
export async function transferToAnswer(tx: Tx, projectId: string, transferId: string) {
  const [[row], [inForce]] = await Promise.all([
    transfersOf(tx, projectId, transferId),
    tx.select().from(budgetsInForce).where(eq(budgetsInForce.projectId, projectId)),
  ])
  return row ? transferOf(row, inForce?.budgetId ?? null) : null
}

export type Transfer = SerializeFrom<ReturnType<typeof transferOf>>

const from = alias(budgetSheets, 'from_line')
const to = alias(budgetSheets, 'to_line')
const asker = alias(staff, 'asker')
const answerer = alias(staff, 'answerer')

function transfersOf(tx: Tx, projectId: string, transferId?: string) {
  const line = (of: typeof from | typeof to) => ({
    workPackage: of.workPackage,
    costType: of.costType,
    jobRole: of.jobRole,
  })
  return tx
    .select({
      id: budgetTransfers.id,
      amountMinor: budgetTransfers.amountMinor,
      reason: budgetTransfers.reason,
      askedAt: budgetTransfers.askedAt,
      askedBy: asker.name,
      askedById: budgetTransfers.askedBy,
      budgetId: from.budgetId,
      currency: contracts.currency,
      from: line(from),
      to: line(to),
      risk: { number: risks.number, title: risks.title },
      answer: budgetTransferAnswers.answer,
      answerReason: budgetTransferAnswers.reason,
      answeredAt: budgetTransferAnswers.answeredAt,
      answeredBy: answerer.name,
    })
    .from(budgetTransfers)
    .innerJoin(from, eq(from.id, budgetTransfers.fromLineId))
    .innerJoin(to, eq(to.id, budgetTransfers.toLineId))
    .innerJoin(asker, eq(asker.id, budgetTransfers.askedBy))
    .innerJoin(contracts, eq(contracts.projectId, budgetTransfers.projectId))
    .leftJoin(risks, eq(risks.id, budgetTransfers.riskId))
    .leftJoin(budgetTransferAnswers, eq(budgetTransferAnswers.budgetTransferId, budgetTransfers.id))
    .leftJoin(answerer, eq(answerer.id, budgetTransferAnswers.answeredBy))
    .where(
      and(
        eq(budgetTransfers.projectId, projectId),
        transferId === undefined ? undefined : eq(budgetTransfers.id, transferId),
      ),
    )
    .orderBy(desc(budgetTransfers.askedAt))
}

type Row = Awaited<ReturnType<typeof transfersOf>>[number]

function transferOf({ amountMinor, currency, budgetId, answer, ...row }: Row, inForce: string | null) {
  const state = answer ?? (budgetId === inForce ? ('waiting' as const) : ('void' as const))
  return { ...row, answer, state, amount: moneyText(amountMinor, currency) }
}
