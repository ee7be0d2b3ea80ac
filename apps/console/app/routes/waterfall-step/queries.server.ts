import type { Tx } from '@countersign/db/connect'
import { invoices, invoiceWriteOffs } from '@countersign/db/tables/billing'
import { tasks } from '@countersign/db/tables/plan'
import { lineMargins, moneyEntries, taskCosts } from '@countersign/db/views/margins'
import { allocate } from '@countersign/domain/invoicing/allocate'
import { waterfallSteps } from '@countersign/domain/waterfall'
import type { MoneyText } from '@countersign/ui/i18n/format'
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'
import { projectMargin, waterfallOf, type ProjectMarginRow } from '../project-money/queries.server'

export const stepPages = ['sold', ...waterfallSteps, 'completion'] as const
export type StepPage = (typeof stepPages)[number]

/** What is said of an entry is a word of the catalogue with what belongs into it. */
export type StepEntry = {
  key: string
  what:
    | { is: 'line' | 'completionOf' | 'writeDown' | 'writeOff' | 'task' | 'role' | 'billed'; name: string }
    | { is: 'package'; name: string; type: string; before: MoneyText; now: MoneyText }
    | { is: 'change'; number: number; name: string }
    | { is: 'expense' | 'vendor'; name: string }
    | {
        is:
          | 'planned'
          | 'averageRate'
          | 'plannedOthers'
          | 'orders'
          | 'rest'
          | 'estimate'
          | 'spentLabour'
          | 'spentOthers'
          | 'toCome'
      }
  minutes: number | null
  on: string | null
  minor: bigint
}

/**
 * The entries behind a bar of a project's waterfall and the bar itself, which they sum to. What is left over is the
 * difference of closed months to standard rates, which has no entry that everybody may read.
 */
export async function waterfallStep(tx: Tx, projectId: string, step: StepPage) {
  const row = await projectMargin(tx, projectId)
  const bars = row ? waterfallOf(row) : null
  if (!row || !bars) return null
  const bar =
    step === 'sold'
      ? bars.sold
      : step === 'completion'
        ? bars.completion
        : bars.steps.find((each) => each.step === step)!.amount
  const entries = (await entriesOf[step](tx, row)).filter(({ minor }) => minor !== 0n)
  const rest = BigInt(bar.minor) - entries.reduce((sum, { minor }) => sum + minor, 0n)
  const all = rest === 0n ? entries : [...entries, entry('rest', { is: 'rest' }, rest)]
  return {
    bar,
    entries: all.map(({ minor, ...each }) => ({ ...each, amount: moneyText(minor, row.currency) })),
  }
}

function entry(
  key: string,
  what: StepEntry['what'],
  minor: bigint,
  { minutes = null, on = null }: { minutes?: number | null; on?: string | null } = {},
): StepEntry {
  return { key, what, minor, minutes, on }
}

const entriesOf: Record<StepPage, (tx: Tx, row: ProjectMarginRow) => Promise<StepEntry[]>> = {
  async sold(tx, row) {
    const lines = await linesOf(tx, row.projectId)
    return [
      ...lines.map((line) => entry(line.contractLineId, { is: 'line', name: line.name }, line.originalMinor)),
      entry('estimate', { is: 'estimate' }, -(row.soldCostMinor ?? 0n)),
    ]
  },

  async 'estimate-changes'(tx, row) {
    if (row.estimateFrom !== 'budget') return []
    const packages = (await tx.execute(sql`
      select work_package, cost_type, original_minor::text as before, budget_minor::text as now
      from app.budget_positions(${row.projectId})
      where original_minor <> budget_minor order by 1, 2`)) as unknown as {
      work_package: string
      cost_type: string
      before: string
      now: string
    }[]
    const money = (minor: string) => ({ minor, currency: row.currency })
    return packages.map(({ work_package: name, cost_type: type, before, now }) =>
      entry(
        `${name} ${type}`,
        { is: 'package', name, type, before: money(before), now: money(now) },
        BigInt(before) - BigInt(now),
      ),
    )
  },

  async 'change-orders'(tx, row) {
    const changes = (await tx.execute(sql`
      select change_request_id as id, number, title, sum(delta_minor)::text as minor, max(decided_at)::date::text as day
      from app.contract_line_changes where project_id = ${row.projectId}
      group by 1, 2, 3 order by 2`)) as unknown as {
      id: string
      number: number
      title: string
      minor: string
      day: string
    }[]
    return changes.map(({ id, number, title, minor, day }) =>
      entry(id, { is: 'change', number, name: title }, BigInt(minor), { on: day }),
    )
  },

  async 'rate-mix'(tx, row) {
    const minutes = row.workedMinutes + row.etcMinutes
    const planned = plannedFor(row, minutes)
    const roles = await tx
      .select({
        role: moneyEntries.jobRole,
        minutes: sql<number>`sum(${moneyEntries.minutes})::integer`,
        cost: sql<string>`coalesce(sum(${moneyEntries.costMinor}), 0)::text`,
      })
      .from(moneyEntries)
      .where(and(eq(moneyEntries.projectId, row.projectId), eq(moneyEntries.kind, 'time')))
      .groupBy(moneyEntries.jobRole)
      .orderBy(asc(moneyEntries.jobRole))
    return [
      entry('planned', { is: 'averageRate' }, planned, { minutes: Number(minutes) }),
      ...roles.map(({ role, minutes, cost }) =>
        entry(role, { is: 'role', name: role }, -BigInt(cost), { minutes }),
      ),
      entry('to-come', { is: 'toCome' }, -row.etcLabourMinor, { minutes: Number(row.etcMinutes) }),
    ]
  },

  async hours(tx, row) {
    const [work, lines] = await Promise.all([minutesByTask(tx, row.projectId), linesOf(tx, row.projectId)])
    const toCome = row.etcMinutes
    const all = [...work.map(({ minutes }) => minutes), toCome]
    const costs = spread(plannedFor(row, row.workedMinutes + toCome), all)
    return [
      entry('planned', { is: 'planned' }, row.plannedLabourMinor, { minutes: Number(row.plannedMinutes) }),
      ...work.map(({ id, name, minutes }, index) =>
        entry(id, { is: 'task', name }, -costs[index]!, { minutes: Number(minutes) }),
      ),
      entry('to-come', { is: 'toCome' }, -costs.at(-1)!, { minutes: Number(toCome) }),
      ...lines.map((line) =>
        entry(
          `line ${line.contractLineId}`,
          { is: 'billed', name: line.name },
          line.completionMinor + line.writtenDownMinor - line.valueMinor,
        ),
      ),
    ]
  },

  async 'expenses-and-vendors'(tx, row) {
    const spent = await tx
      .select()
      .from(moneyEntries)
      .where(
        and(eq(moneyEntries.projectId, row.projectId), inArray(moneyEntries.kind, ['expense', 'vendor'])),
      )
      .orderBy(asc(moneyEntries.bookedOn), asc(moneyEntries.id))
    return [
      entry('planned', { is: 'plannedOthers' }, (row.plannedCostMinor ?? 0n) - row.plannedLabourMinor),
      ...spent.map((each) =>
        entry(
          each.id,
          { is: each.kind === 'vendor' ? 'vendor' : 'expense', name: `${each.who}: ${each.what}` },
          -(each.costMinor ?? 0n),
          { on: each.bookedOn },
        ),
      ),
      entry('to-come', { is: 'orders' }, -(row.etcMinor - row.etcLabourMinor)),
    ]
  },

  async 'write-offs'(tx, row) {
    const [offs, lines] = await Promise.all([
      tx
        .select({
          id: invoiceWriteOffs.id,
          number: invoices.number,
          netMinor: invoiceWriteOffs.netMinor,
          on: invoiceWriteOffs.writtenOffOn,
        })
        .from(invoiceWriteOffs)
        .innerJoin(invoices, eq(invoices.id, invoiceWriteOffs.invoiceId))
        .where(eq(invoiceWriteOffs.projectId, row.projectId)),
      linesOf(tx, row.projectId),
    ])
    return [
      ...offs.map(({ id, number, netMinor, on }) =>
        entry(id, { is: 'writeOff', name: number }, -netMinor, { on }),
      ),
      ...lines.map((line) =>
        entry(line.contractLineId, { is: 'writeDown', name: line.name }, -line.writtenDownMinor),
      ),
    ]
  },

  async completion(tx, row) {
    const lines = await linesOf(tx, row.projectId)
    return [
      ...lines.map((line) =>
        entry(line.contractLineId, { is: 'completionOf', name: line.name }, line.completionMinor),
      ),
      entry('write-offs', { is: 'writeOff', name: '' }, -row.writtenOffMinor),
      entry('labour', { is: 'spentLabour' }, -row.labourMinor, { minutes: Number(row.workedMinutes) }),
      entry('others', { is: 'spentOthers' }, -row.expenseMinor - row.vendorMinor),
      entry('to-come', { is: 'toCome' }, -row.etcMinor),
    ]
  },
}

/** So many minutes at the average rate that was planned; without a plan, what they cost. */
function plannedFor(row: ProjectMarginRow, minutes: bigint): bigint {
  return row.plannedMinutes > 0n
    ? row.plannedLabourMinor + ((minutes - row.plannedMinutes) * row.plannedLabourMinor) / row.plannedMinutes
    : row.labourMinor + row.etcLabourMinor
}

function spread(minor: bigint, weights: bigint[]): bigint[] {
  const sizes = weights.map((weight) => (weight > 0n ? weight : 0n))
  return sizes.some((size) => size > 0n)
    ? allocate(minor, sizes)
    : sizes.map((_, index) => (index === sizes.length - 1 ? minor : 0n))
}

async function minutesByTask(tx: Tx, projectId: string) {
  const rows = await tx
    .select({
      id: taskCosts.taskKey,
      name: tasks.name,
      minutes: sql<string>`sum(${taskCosts.minutes})::text`,
    })
    .from(taskCosts)
    .leftJoin(tasks, eq(tasks.id, taskCosts.taskKey))
    .where(and(eq(taskCosts.projectId, projectId), ne(taskCosts.minutes, 0n)))
    .groupBy(taskCosts.taskKey, tasks.name)
    .orderBy(asc(tasks.name))
  return rows.map(({ id, name, minutes }) => ({ id, name: name ?? '–', minutes: BigInt(minutes) }))
}

function linesOf(tx: Tx, projectId: string) {
  return tx
    .select()
    .from(lineMargins)
    .where(eq(lineMargins.projectId, projectId))
    .orderBy(asc(lineMargins.position))
}
