import type { StaffActor, Tx } from '@countersign/db/connect'
import { baselines, baselineTasks } from '@countersign/db/tables/baselines'
import { contracts } from '@countersign/db/tables/contract'
import { tasks } from '@countersign/db/tables/plan'
import { whyNotBaseline } from '@countersign/domain/baseline/new-baseline'
import { and, asc, count, eq, isNotNull, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
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

/** Keeps the plan as it is now under the next number: once the contract is signed, and again for a reason only. */
export async function takeBaseline(tx: Tx, { projectId, name, reason, by, now }: TakeBaseline) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const known = await agreedSoFar(tx, projectId)
  const why = whyNotBaseline({ ...known, name, reason })
  if (why) return refused(why)
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

/**
 * The dates of every task, and the work of those that hold some: what people were planned for; else what the plan's
 * file says of its resources; else, where nobody was named, the duration, as if one person did it alone. Waiting by
 * the clock is no work. Inactive tasks are not part of the plan.
 */
async function keepPlan(tx: Tx, row: Omit<typeof baselines.$inferInsert, 'id'>) {
  const baselineId = randomUUID()
  await tx.insert(baselines).values({ ...row, id: baselineId })
  await tx.execute(sql`
    insert into ${baselineTasks} (project_id, baseline_id, uid, position, wbs, name, outline_level, is_summary,
      is_milestone, starts_local, finishes_local, duration_minutes, work_minutes, work_from)
    select t.project_id, ${baselineId}, t.uid, t.position, t.wbs, t.name, t.outline_level, t.is_summary,
      t.is_milestone, t.starts_local, t.finishes_local, t.duration_minutes,
      case when t.is_summary then 0
        else coalesce(people.minutes, resources.minutes, case when t.is_elapsed then 0 else t.duration_minutes end) end,
      case when people.minutes is not null then 'people' when resources.minutes is not null then 'resources'
        else 'duration' end
    from public.tasks t
    left join (
      select task_id, sum(planned_minutes) as minutes from public.task_assignments
      where project_id = ${row.projectId} group by task_id having sum(planned_minutes) > 0
    ) people on people.task_id = t.id
    left join (
      select a.task_uid, sum(a.work_minutes) as minutes from public.plan_assignments a
      join public.plan_resources r on r.project_id = a.project_id and r.uid = a.resource_uid and r.kind = 'work'
      where a.project_id = ${row.projectId} group by a.task_uid having sum(a.work_minutes) > 0
    ) resources on resources.task_uid = t.uid
    where t.project_id = ${row.projectId} and t.is_active`)
}
