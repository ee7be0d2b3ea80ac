import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { lineMargins, monthCosts, projectMargins, taskCosts } from '@countersign/db/views/margins'
import { addDays, addMonths, type LocalDate } from '@countersign/domain/calendar-day'
import { methodOf } from '@countersign/domain/recognition'
import { grossMarginBasisPoints, waterfall } from '@countersign/domain/waterfall'
import { recognisedOn } from '@countersign/operations/recognised-to'
import { asc, eq, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'
import { deliverableOf, partsByTask, phaseOf, together, type Part, type Parting } from './parts'

const nil = '00000000-0000-0000-0000-000000000000'
const monthsShown = 12

/** The project's id, or null where there is none that the asker may see. */
export async function ownProject(tx: Tx, projectId: string) {
  const [project] = await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId))
  return project ?? null
}

export type ProjectMarginRow = typeof projectMargins.$inferSelect

export async function projectMargin(tx: Tx, projectId: string): Promise<ProjectMarginRow | null> {
  const [row] = await tx.select().from(projectMargins).where(eq(projectMargins.projectId, projectId))
  return row ?? null
}

/** A project's money on one page; null where it has no contract yet. */
export async function projectMoney(tx: Tx, projectId: string, by: Parting, today: LocalDate) {
  const [row, lines, months] = await Promise.all([
    projectMargin(tx, projectId),
    linesOf(tx, projectId),
    monthsOf(tx, projectId, today),
  ])
  if (!row) return null
  const parts = by === 'month' ? months : await partsOf(tx, projectId, by, lines)
  const money = (minor: bigint) => moneyText(minor, row.currency)
  const booked = parts.reduce((sum, { costMinor }) => sum + costMinor, 0n)
  const toCome = parts.reduce((sum, { etcMinor }) => sum + etcMinor, 0n)
  return {
    currency: row.currency,
    estimateFrom: row.estimateFrom,
    figures: {
      value: money(row.valueMinor),
      recognised: money(row.earnedMinor),
      invoiced: money(row.invoicedMinor),
      paid: money(row.paidMinor),
      unbilled: money(row.unbilledMinor),
      deferred: money(row.deferredMinor),
      wip: money(lines.reduce((sum, { wipMinor }) => sum + wipMinor, 0n)),
      cost: money(row.costMinor),
      labour: money(row.labourMinor),
      expenses: money(row.expenseMinor),
      vendors: money(row.vendorMinor),
      unapproved: money(row.unapprovedMinor),
      unapprovedMinutes: Number(row.unapprovedMinutes),
      unratedMinutes: Number(row.unratedMinutes),
    },
    burn: burnOf(row),
    margins: marginsOf(row),
    waterfall: waterfallOf(row),
    lines: lines.map((line) => ({
      id: line.contractLineId,
      name: line.name,
      method: methodOf(line),
      value: money(line.valueMinor),
      recognised: money(line.recognisedMinor),
      invoiced: money(line.invoicedMinor),
      unbilled: money(line.unbilledMinor),
      deferred: money(line.deferredMinor),
      cost: money(line.costMinor),
      percent: percentOf(line.recognisedMinor, line.costMinor),
      completionPercent: percentOf(line.completionMinor, line.costMinor + line.etcMinor),
    })),
    months: months
      .filter(({ revenueMinor, costMinor }) => revenueMinor !== 0n || costMinor !== 0n)
      .map(({ key, revenueMinor, costMinor }) => ({
        monthOn: key,
        earned: money(revenueMinor),
        cost: money(costMinor),
      })),
    parts: parts.map((part) => partText(part, money)),
    /** What no part has: closed months as they were booked, and an estimate that the budget and not the plan makes. */
    difference:
      by === 'month' || (row.costMinor === booked && row.etcMinor === toCome)
        ? null
        : {
            cost: money(row.costMinor - booked),
            etc: money(row.etcMinor - toCome),
            completionCost: money(row.completionCostMinor - booked - toCome),
          },
    total: partText(
      {
        key: 'total',
        name: null,
        minutes: parts.reduce((sum, { minutes }) => sum + minutes, 0n),
        revenueMinor: parts.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0n),
        costMinor: by === 'month' ? booked : row.costMinor,
        etcMinor: by === 'month' ? 0n : row.etcMinor,
        completionMinor: parts.reduce((sum, { completionMinor }) => sum + completionMinor, 0n),
      },
      money,
    ),
  }
}
export type ProjectMoney = NonNullable<Awaited<ReturnType<typeof projectMoney>>>

function percentOf(revenueMinor: bigint, costMinor: bigint): number | null {
  const points = grossMarginBasisPoints(revenueMinor, costMinor)
  return points === null ? null : points / 100
}

function partText(part: Part, money: (minor: bigint) => { minor: string; currency: string }) {
  const completionCost = part.costMinor + part.etcMinor
  return {
    key: part.key,
    name: part.name,
    minutes: Number(part.minutes),
    revenue: money(part.revenueMinor),
    cost: money(part.costMinor),
    margin: money(part.revenueMinor - part.costMinor),
    percent: percentOf(part.revenueMinor, part.costMinor),
    etc: money(part.etcMinor),
    completionCost: money(completionCost),
    completionPercent: percentOf(part.completionMinor, completionCost),
  }
}

/** Of the planned hours what is spent, and what is done: the plan less what is still to come. */
function burnOf({ plannedMinutes, workedMinutes, etcMinutes }: ProjectMarginRow) {
  if (plannedMinutes <= 0n) return null
  const share = (minutes: bigint) =>
    Math.max(0, Math.min(100, Math.round(Number((minutes * 100n) / plannedMinutes))))
  return { spent: share(workedMinutes), done: share(plannedMinutes - etcMinutes) }
}

function marginsOf(row: ProjectMarginRow) {
  const view = (
    key: 'sold' | 'baseline' | 'current' | 'completion',
    revenue: bigint,
    cost: bigint | null,
  ) => ({
    key,
    revenue: moneyText(revenue, row.currency),
    cost: cost === null ? null : moneyText(cost, row.currency),
    margin: cost === null ? null : moneyText(revenue - cost, row.currency),
    percent: cost === null ? null : percentOf(revenue, cost),
  })
  return [
    view('sold', row.soldMinor, row.soldCostMinor),
    view('baseline', row.valueMinor, row.plannedCostMinor),
    view('current', row.earnedMinor - row.writtenOffMinor, row.costMinor),
    view('completion', row.completionMinor, row.completionCostMinor),
  ]
}

/** The waterfall of a project's row; null where nobody estimated it. */
export function waterfallOf(row: ProjectMarginRow) {
  if (row.soldCostMinor === null || row.plannedCostMinor === null) return null
  const { soldMinor, steps, completionMinor } = waterfall({
    soldMinor: row.soldMinor,
    valueMinor: row.valueMinor,
    soldCostMinor: row.soldCostMinor,
    plannedCostMinor: row.plannedCostMinor,
    plannedLabourMinor: row.plannedLabourMinor,
    plannedMinutes: row.plannedMinutes,
    labourMinor: row.labourMinor + row.etcLabourMinor,
    minutes: row.workedMinutes + row.etcMinutes,
    expensesAndVendorsMinor: row.expenseMinor + row.vendorMinor + row.etcMinor - row.etcLabourMinor,
    completionMinor: row.completionMinor + row.writtenOffMinor,
    writtenDownMinor: row.writtenDownMinor,
    writtenOffMinor: row.writtenOffMinor,
  })
  const money = (minor: bigint) => moneyText(minor, row.currency)
  return {
    sold: money(soldMinor),
    steps: steps.map(({ step, minor }) => ({ step, amount: money(minor) })),
    completion: money(completionMinor),
  }
}

function linesOf(tx: Tx, projectId: string) {
  return tx
    .select()
    .from(lineMargins)
    .where(eq(lineMargins.projectId, projectId))
    .orderBy(asc(lineMargins.position))
}

/** Revenue recognised in each of the last months and cost booked in it; what was before stands in the first. */
async function monthsOf(tx: Tx, projectId: string, today: LocalDate): Promise<Part[]> {
  const booked = await tx
    .select()
    .from(monthCosts)
    .where(eq(monthCosts.projectId, projectId))
    .orderBy(asc(monthCosts.monthOn))
  const thisMonth = `${today.slice(0, 7)}-01`
  const earliest = addMonths(thisMonth, 1 - monthsShown)
  const first = booked[0] && booked[0].monthOn > earliest ? booked[0].monthOn : earliest
  const starts: LocalDate[] = []
  for (let on = first; on <= thisMonth; on = addMonths(on, 1)) starts.push(on)
  const ends = starts.map((start) => {
    const end = addDays(addMonths(start, 1), -1)
    return end < today ? end : today
  })
  const lines = await recognisedOn(tx, { days: ends, projectIds: [projectId] })
  const earned = ends.map((end) =>
    lines.reduce((sum, { on, recognisedMinor }) => (on === end ? sum + recognisedMinor : sum), 0n),
  )
  return starts.map((start, index) => {
    const own = booked.filter(({ monthOn }) => monthOn === start || (index === 0 && monthOn < start))
    const cost = own.reduce((sum, each) => sum + each.labourMinor + each.expenseMinor + each.vendorMinor, 0n)
    const revenueMinor = earned[index]! - (index === 0 ? 0n : earned[index - 1]!)
    return {
      key: start,
      name: null,
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0n),
      revenueMinor,
      costMinor: cost,
      etcMinor: 0n,
      completionMinor: revenueMinor,
    }
  })
}

type Lines = Awaited<ReturnType<typeof linesOf>>

async function partsOf(
  tx: Tx,
  projectId: string,
  by: Exclude<Parting, 'month'>,
  lines: Lines,
): Promise<Part[]> {
  const [plan, worked, remaining, due] = await Promise.all([
    tx
      .select({
        id: tasks.id,
        uid: tasks.uid,
        name: tasks.name,
        position: tasks.position,
        outlineLevel: tasks.outlineLevel,
        isSummary: tasks.isSummary,
      })
      .from(tasks)
      .where(eq(tasks.projectId, projectId))
      .orderBy(asc(tasks.position)),
    tx
      .select({
        taskId: taskCosts.taskKey,
        lineId: taskCosts.contractLineId,
        minutes: sql<string>`sum(${taskCosts.minutes})::text`,
        cost: sql<string>`sum(${taskCosts.labourMinor} + ${taskCosts.expenseMinor} + ${taskCosts.vendorMinor})::text`,
        worked: sql<string>`sum(${taskCosts.workedMinor})::text`,
        bill: sql<string>`sum(${taskCosts.billMinor})::text`,
      })
      .from(taskCosts)
      .where(eq(taskCosts.projectId, projectId))
      .groupBy(taskCosts.taskKey, taskCosts.contractLineId),
    tx.execute(sql`select task_id, contract_line_id, minutes::text, cost_minor::text, bill_minor::text
      from app.task_remainders(${projectId})`) as unknown as Promise<
      {
        task_id: string
        contract_line_id: string | null
        minutes: string
        cost_minor: string
        bill_minor: string
      }[]
    >,
    tx
      .select({ id: deliverables.id, name: deliverables.name, dueTaskUid: deliverables.dueTaskUid })
      .from(deliverables)
      .where(eq(deliverables.projectId, projectId)),
  ])
  const none = {
    minutes: 0n,
    costMinor: 0n,
    workedMinor: 0n,
    billMinor: 0n,
    etcMinutes: 0n,
    etcMinor: 0n,
    etcBillMinor: 0n,
  }
  const work = [
    ...worked.map(({ taskId, lineId, minutes, cost, worked: approved, bill }) => ({
      ...none,
      taskId: taskId === nil ? null : taskId,
      lineId,
      minutes: BigInt(minutes),
      costMinor: BigInt(cost),
      workedMinor: BigInt(approved),
      billMinor: BigInt(bill),
    })),
    ...remaining.map((each) => ({
      ...none,
      taskId: each.task_id,
      lineId: each.contract_line_id,
      etcMinutes: BigInt(each.minutes),
      etcMinor: BigInt(each.cost_minor),
      etcBillMinor: BigInt(each.bill_minor),
    })),
  ]
  const byTask = partsByTask(
    work,
    lines.map((line) => ({
      id: line.contractLineId,
      byWork: line.kind === 'time-and-material' || line.kind === 'capped',
      recognisedMinor: line.recognisedMinor,
      completionMinor: line.completionMinor,
    })),
  )
  const taskAt = new Map(plan.map((task) => [task.id, task]))
  const inOrder = [...byTask].sort(
    ([a], [b]) => (taskAt.get(a ?? '')?.position ?? Infinity) - (taskAt.get(b ?? '')?.position ?? Infinity),
  )
  if (by === 'task')
    return inOrder.map(([taskId, part]) => ({ ...part, name: taskAt.get(taskId ?? '')?.name ?? null }))
  if (by === 'phase') {
    const phases = phaseOf(plan)
    return together(inOrder, (taskId) => {
      const phase = phases.get(taskId ?? '')
      return { key: phase?.id ?? 'none', name: phase?.name ?? null }
    })
  }
  const towards = deliverableOf(plan, due)
  return together(inOrder, (taskId) => {
    const deliverable = due.find(({ id }) => id === towards.get(taskId ?? ''))
    return { key: deliverable?.id ?? 'none', name: deliverable?.name ?? null }
  })
}
