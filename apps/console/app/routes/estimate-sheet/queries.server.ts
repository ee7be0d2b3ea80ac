import type { StaffActor, Tx } from '@countersign/db/connect'
import { budgetReviews } from '@countersign/db/tables/budgets'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { budgetPackages, budgetSheets } from '@countersign/db/views/budgets'
import { sumMinor } from '@countersign/domain/money'
import { budgetOf } from '@countersign/operations/budget-of'
import { ratedJobRoles } from '@countersign/operations/write-estimate-sheet'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, eq, ne } from 'drizzle-orm'
import { moneyText } from '../../money-text'
import { approvesBudgets } from '../budget/readers'

/** More lines than this nobody types over: they come from a file. */
const MOST_TYPED = 200

/** A version of the budget with its lines and sums, and what its reader may do with it; null for no such version. */
export async function estimateSheet(tx: Tx, projectId: string, version: number, reader: StaffActor) {
  const budget = await budgetOf(tx, projectId, version)
  if (!budget) return null
  const [lines, packages, acts, author, roles, known] = await Promise.all([
    tx
      .select()
      .from(budgetSheets)
      .where(eq(budgetSheets.budgetId, budget.id))
      .orderBy(asc(budgetSheets.position))
      .limit(MOST_TYPED),
    tx
      .select()
      .from(budgetPackages)
      .where(eq(budgetPackages.budgetId, budget.id))
      .orderBy(asc(budgetPackages.position))
      .limit(1000),
    tx
      .select({
        id: budgetReviews.id,
        act: budgetReviews.act,
        reason: budgetReviews.reason,
        doneAt: budgetReviews.doneAt,
        doneBy: staff.name,
      })
      .from(budgetReviews)
      .innerJoin(staff, eq(staff.id, budgetReviews.doneBy))
      .where(eq(budgetReviews.budgetId, budget.id))
      .orderBy(asc(budgetReviews.doneAt)),
    tx.select({ name: staff.name }).from(staff).where(eq(staff.id, budget.writtenBy)),
    ratedJobRoles(tx, projectId),
    packageNames(tx, projectId, reader),
  ])
  const isOwn = budget.writtenBy === reader.staffId
  const isOpen = budget.state === 'draft' || budget.state === 'sent-back'
  const money = (minor: bigint) => moneyText(minor, budget.currency)
  const lineCount = packages.reduce((sum, each) => sum + each.lines, 0)
  return {
    version,
    state: budget.state,
    currency: budget.currency,
    reason: budget.reason,
    author: author[0]?.name ?? '',
    writtenAt: budget.writtenAt,
    acts,
    lineCount,
    mayWrite: isOwn && isOpen,
    mayType: isOwn && isOpen && lineCount <= MOST_TYPED,
    mayDiscard: isOwn && budget.state === 'draft',
    mayReview: approvesBudgets(reader.role) && budget.state === 'submitted' && !isOwn,
    jobRoles: [...roles],
    packageNames: known,
    lines: lines.map((line) => ({
      workPackage: line.workPackage,
      costType: line.costType,
      jobRole: line.jobRole,
      minutes: line.minutes,
      billHourMinor: line.billHourMinor === null ? null : String(line.billHourMinor),
      shareBasisPoints: line.shareBasisPoints,
      costMinor: line.costMinor === null ? null : String(line.costMinor),
      note: line.note,
      cost: line.costMinor === null ? null : money(line.costMinor),
      costHour: line.costHourMinor === null ? null : money(line.costHourMinor),
      bill: money(line.billMinor),
    })),
    packages: packages.map((each) => ({
      workPackage: each.workPackage,
      costType: each.costType,
      minutes: each.minutes,
      lines: each.lines,
      cost: money(each.costMinor),
      bill: money(each.billMinor),
    })),
    sums: {
      minutes: packages.reduce((sum, each) => sum + each.minutes, 0),
      cost: money(sumMinor(packages.map(({ costMinor }) => costMinor))),
      bill: money(sumMinor(packages.map(({ billMinor }) => billMinor))),
    },
  }
}

export type EstimateSheet = SerializeFrom<NonNullable<Awaited<ReturnType<typeof estimateSheet>>>>

/** What a work package can be called to be a task of the plan. */
async function packageNames(tx: Tx, projectId: string, reader: StaffActor): Promise<string[]> {
  if (reader.role !== 'project_manager') return []
  const rows = await tx
    .select({ wbs: tasks.wbs, name: tasks.name })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.isMilestone, false), ne(tasks.name, '')))
    .orderBy(asc(tasks.position))
    .limit(500)
  return rows.map(({ wbs, name }) => `${wbs} ${name}`)
}
