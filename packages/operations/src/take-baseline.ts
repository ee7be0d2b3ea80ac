import type { StaffActor, Tx } from '@countersign/db/connect'
import { baselines } from '@countersign/db/tables/baselines'
import { contracts } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { whyNotBaseline } from '@countersign/domain/baseline/new-baseline'
import { and, asc, count, eq, isNotNull, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { budgetOf } from './budget-of'
import { lockProject } from './lock-project'
import { refused } from './result'

type TakeBaseline = {
  projectId: string
  name: string
  /** Why the former one no longer is what was agreed; the first needs none. */
  reason: string
  by: StaffActor
  now: Date
}

/**
 * Keeps the plan as it is now under the next number: once the contract is signed, and again for a reason only. Where
 * the project has a budget, its latest version has to be approved.
 */
export async function takeBaseline(tx: Tx, { projectId, name, reason, by, now }: TakeBaseline) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const known = await agreedSoFar(tx, projectId)
  const why = whyNotBaseline({ ...known, name, reason })
  if (why) return refused(why)
  const budget = await budgetOf(tx, projectId)
  if (budget && budget.state !== 'approved') return refused('budget-not-approved')
  const number = known.keptNames.length + 1
  const occasion = number === 1 ? 'contract' : 'replan'
  await keepPlan(tx, { projectId, number, occasion, name, reason, takenBy: by.staffId, takenAt: now })
  return { ok: true as const, number }
}

/** What a contract's signature agrees on is the first baseline of its project, unless there is one or no plan yet. */
export async function takeContractBaseline(tx: Tx, contract: Omit<TakeBaseline, 'reason'>) {
  const { keptNames } = await agreedSoFar(tx, contract.projectId)
  if (keptNames.length === 0) await takeBaseline(tx, { ...contract, reason: '' })
}

async function agreedSoFar(tx: Tx, projectId: string) {
  const [kept, [plan], signed] = await Promise.all([
    tx
      .select({ name: baselines.name })
      .from(baselines)
      .where(eq(baselines.projectId, projectId))
      .orderBy(asc(baselines.number)),
    tx.select({ taskCount: count() }).from(tasks).where(eq(tasks.projectId, projectId)),
    tx
      .select({ projectId: contracts.projectId })
      .from(contracts)
      .where(and(eq(contracts.projectId, projectId), isNotNull(contracts.signedOn))),
  ])
  return {
    isContractSigned: signed.length > 0,
    taskCount: plan!.taskCount,
    keptNames: kept.map(({ name }) => name),
  }
}

/** The plan as it stands: the database says what of it a baseline keeps, for a change order's too. */
async function keepPlan(tx: Tx, row: Omit<typeof baselines.$inferInsert, 'id'>) {
  const baselineId = randomUUID()
  await tx.insert(baselines).values({ ...row, id: baselineId })
  await tx.execute(sql`select app.keep_plan(${baselineId}, ${row.projectId})`)
}
