import type { Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import type { Plan } from '@countersign/domain/schedule/plan'
import { progressOfEach } from '@countersign/domain/schedule/progress'
import { schedulePlan, type Schedule } from '@countersign/domain/schedule/schedule-plan'
import { getTableColumns, sql } from 'drizzle-orm'
import { datesRow } from './plan-row'
import { refused } from './result'
import { planOf } from './stored-plan'

/** Computes the whole plan anew and writes the dates, and the summaries' progress, in one statement. */
export async function rescheduleProject(tx: Tx, projectId: string) {
  const plan = await planOf(tx, projectId)
  if (!plan) return refused('no-such-project')
  const schedule = schedulePlan(plan)
  if (schedule.ok) await writeDates(tx, projectId, plan, schedule)
  return schedule.ok ? { ok: true as const, finish: schedule.finish } : schedule
}

/** Writes what the scheduler said of a stored plan; tasks whose dates stay are not touched. */
export async function writeDates(
  tx: Tx,
  projectId: string,
  plan: Plan,
  schedule: Extract<Schedule, { ok: true }>,
) {
  const percent = progressOfEach(plan.tasks)
  const computed = schedule.tasks.map((dates, at) => ({
    uid: dates.uid,
    ...datesRow(dates),
    percentComplete: percent[at]!,
  }))
  const columns = getTableColumns(tasks)
  const names = Object.keys(computed[0] ?? {})
    .filter((key) => key !== 'uid')
    .map((key) => columns[key as keyof typeof columns].name)
  if (names.length === 0) return
  const records = computed.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [columns[key as keyof typeof columns].name, value]),
    ),
  )
  const list = (of: string) =>
    sql.join(
      names.map((name) => sql`${sql.identifier(of)}.${sql.identifier(name)}`),
      sql`, `,
    )
  await tx.execute(sql`
    update public.tasks t set ${sql.join(
      names.map((name) => sql`${sql.identifier(name)} = s.${sql.identifier(name)}`),
      sql`, `,
    )}
    from jsonb_populate_recordset(null::public.tasks, ${JSON.stringify(records)}::jsonb) s
    where t.project_id = ${projectId} and t.uid = s.uid and (${list('t')}) is distinct from (${list('s')})`)
}
