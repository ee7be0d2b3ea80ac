import type { StaffActor, Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { whyNotASheet, type SheetLine } from '@countersign/domain/budget/estimate-sheet'
import { asc, eq, sql } from 'drizzle-orm'
import { budgetOf } from './budget-of'
import { lockProject } from './lock-project'
import { refused } from './result'

type EstimateSheet = { projectId: string; version: number; lines: readonly SheetLine[]; by: StaffActor }

/**
 * Writes the lines of a draft, whole; the database prices them. A flaw names the line. A work package that is called as
 * a task is, by its outline number or its name, is that task.
 */
export async function writeEstimateSheet(tx: Tx, { projectId, version, lines, by }: EstimateSheet) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const budget = await budgetOf(tx, projectId, version)
  if (!budget || budget.writtenBy !== by.staffId) return refused('no-such-budget')
  if (budget.state === 'submitted' || budget.state === 'approved') return refused('not-a-draft')
  const flaw = whyNotASheet(lines, await ratedJobRoles(tx, projectId))
  if (flaw) return { ok: false as const, ...flaw }
  const packageOf = await packagesOf(tx, projectId)
  const rows = lines.map((line, index) => ({
    position: index + 1,
    ...packageOf(line.workPackage),
    cost_type: line.costType,
    job_role: line.jobRole,
    minutes: line.minutes,
    bill_hour_minor: line.billHourMinor === null ? null : String(line.billHourMinor),
    share_basis_points: line.shareBasisPoints,
    cost_minor: line.costMinor === null ? null : String(line.costMinor),
    note: line.note,
  }))
  await tx.execute(sql`select app.write_budget_lines(${budget.id}, ${JSON.stringify(rows)}::jsonb)`)
  return { ok: true as const, lines: rows.length }
}

/** The roles whose hours can be estimated: those with a standard rate. */
export async function ratedJobRoles(tx: Tx, projectId: string): Promise<Set<string>> {
  const rows = await tx.execute<{ role: string }>(
    sql`select role from app.rated_job_roles(${projectId}) as known (role)`,
  )
  return new Set(rows.map(({ role }) => role))
}

/** A name that several tasks have means none of them. */
async function packagesOf(tx: Tx, projectId: string) {
  const known = await tx
    .select({ uid: tasks.uid, wbs: tasks.wbs, name: tasks.name })
    .from(tasks)
    .where(eq(tasks.projectId, projectId))
    .orderBy(asc(tasks.position))
  const named = new Map<string, (typeof known)[number] | null>()
  for (const task of known) {
    named.set(task.wbs.toLowerCase(), task)
    named.set(`${task.wbs} ${task.name}`.toLowerCase(), task)
  }
  for (const task of known) {
    const name = task.name.toLowerCase()
    named.set(name, named.has(name) ? null : task)
  }
  return (written: string) => {
    const task = named.get(written.trim().toLowerCase())
    return { task_uid: task?.uid ?? null, work_package: task?.name ?? written.trim() }
  }
}
