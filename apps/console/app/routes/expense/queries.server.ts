import type { StaffActor, Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { contractLines } from '@countersign/db/tables/contract-lines'
import { expensePolicies, expenseReviews, expenses } from '@countersign/db/tables/expenses'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { expenseState } from '@countersign/domain/expense'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** An expense with what became of it; null where this person has none of this id. A draft is its author's alone. */
export async function expensePage(tx: Tx, expenseId: string, by: StaffActor) {
  const [expense] = await tx
    .select({
      id: expenses.id,
      projectId: expenses.projectId,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      task: sql<string | null>`${tasks.wbs} || ' ' || ${tasks.name}`,
      staffId: expenses.staffId,
      person: staff.name,
      category: expenses.category,
      description: expenses.description,
      spentOn: expenses.spentOn,
      currency: expenses.currency,
      grossMinor: expenses.grossMinor,
      taxMinor: expenses.taxMinor,
      isBillable: expenses.isBillable,
      overLimitReason: expenses.overLimitReason,
      receiptSha256: expenses.receiptSha256,
      receiptName: expenses.receiptName,
      submittedAt: expenses.submittedAt,
      approvedAt: expenses.approvedAt,
      limitMinor: expensePolicies.limitMinor,
    })
    .from(expenses)
    .innerJoin(projects, eq(projects.id, expenses.projectId))
    .innerJoin(staff, eq(staff.id, expenses.staffId))
    .leftJoin(tasks, eq(tasks.id, expenses.taskId))
    .leftJoin(
      expensePolicies,
      and(eq(expensePolicies.category, expenses.category), eq(expensePolicies.currency, expenses.currency)),
    )
    .where(eq(expenses.id, expenseId))
  const isOwn = expense?.staffId === by.staffId
  if (!expense || (!isOwn && !expense.submittedAt)) return null
  const [reviews, costs] = await Promise.all([
    reviewsOf(tx, expenseId),
    by.role === 'team_member' ? null : costOf(tx, expenseId, expense.projectId),
  ])
  const { grossMinor, taxMinor, limitMinor, submittedAt, approvedAt, ...rest } = expense
  const money = (minor: bigint) => moneyText(minor, expense.currency)
  const wasSentBack = reviews[0]?.act === 'sent-back'
  return {
    ...rest,
    isOwn,
    gross: money(grossMinor),
    tax: money(taxMinor),
    net: money(grossMinor - taxMinor),
    limit: limitMinor !== null && grossMinor > limitMinor ? money(limitMinor) : null,
    state: expenseState({ submittedAt, approvedAt, wasSentBack }),
    sentBackBecause: wasSentBack ? reviews[0]!.reason : null,
    reviews,
    costs,
  }
}

function reviewsOf(tx: Tx, expenseId: string) {
  return tx
    .select({
      id: expenseReviews.id,
      act: expenseReviews.act,
      reason: expenseReviews.reason,
      at: expenseReviews.doneAt,
      by: staff.name,
    })
    .from(expenseReviews)
    .innerJoin(staff, eq(staff.id, expenseReviews.doneBy))
    .where(eq(expenseReviews.expenseId, expenseId))
    .orderBy(desc(expenseReviews.doneAt))
}

/** For reviewers: what it costs in the contract's currency, and which lines bill what was spent. */
async function costOf(tx: Tx, expenseId: string, projectId: string) {
  const [[cost], lines] = await Promise.all([
    tx
      .select({
        costMinor: expenses.costMinor,
        exchangeRate: expenses.exchangeRate,
        currency: contracts.currency,
        lineId: expenses.contractLineId,
      })
      .from(expenses)
      .leftJoin(contracts, eq(contracts.projectId, expenses.projectId))
      .where(eq(expenses.id, expenseId)),
    tx
      .select({ value: contractLines.id, label: contractLines.name })
      .from(contractLines)
      .where(
        and(
          eq(contractLines.projectId, projectId),
          inArray(contractLines.kind, ['time-and-material', 'capped']),
        ),
      )
      .orderBy(asc(contractLines.position)),
  ])
  const { costMinor, exchangeRate, currency, lineId } = cost!
  return {
    cost: costMinor === null || !currency ? null : moneyText(costMinor, currency),
    rate: exchangeRate === null ? null : Number(exchangeRate),
    line: lines.find(({ value }) => value === lineId)?.label ?? null,
    lines,
  }
}
