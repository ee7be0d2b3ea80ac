import type { Tx } from '@countersign/db/connect'
import { taskLinks, tasks } from '@countersign/db/tables/plan'
import { planAssignments, planResources } from '@countersign/db/tables/plan-resources'
import { isSameValue } from '@countersign/domain/plan-merge/same-value'
import type { Plan, PlanLink, ScheduledTask } from '@countersign/domain/schedule/plan'
import { progressOfEach } from '@countersign/domain/schedule/progress'
import { milestoneKindOf, type Workspace } from '@countersign/domain/workspace/workspace'
import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { insertRows } from './insert-rows'
import { datesRow, taskRow } from './plan-row'
import { assignmentRowsOf, linkRowsOf, resourceRowsOf, type StoredPlan } from './stored-plan'

/** Writes what an edited plan has otherwise than the stored one: rows that stay as they are are not touched. */
export async function writeChanges(
  tx: Tx,
  projectId: string,
  before: StoredPlan,
  after: Workspace,
  dates: readonly ScheduledTask[],
) {
  const { plan, nextPosition } = before
  const now = after.plan
  if (plan.links !== now.links) await removeOthers(tx, projectId, taskLinks, linkKeys(plan), linkKeys(now))
  if (plan.assignments !== now.assignments)
    await removeOthers(tx, projectId, planAssignments, uids(plan.assignments), uids(now.assignments))
  if (plan.tasks.length > 0) await removeOthers(tx, projectId, tasks, uids(plan.tasks), uids(now.tasks))
  if (plan.resources !== now.resources)
    await removeOthers(tx, projectId, planResources, uids(plan.resources), uids(now.resources))
  await writeTasks(tx, projectId, before, after, dates)
  const list = <Name extends 'resources' | 'links' | 'assignments', Row>(
    name: Name,
    rowsOf: (projectId: string, plan: Plan) => Row[],
  ) =>
    plan[name] === after.plan[name]
      ? null
      : { known: rowsOf(projectId, plan), wanted: rowsOf(projectId, after.plan) }
  await writeList(tx, planResources, ['uid'], list('resources', resourceRowsOf), nextPosition.resources)
  const key = ['fromUid', 'toUid', 'type']
  await writeList(tx, taskLinks, key, list('links', linkRowsOf), nextPosition.links)
  await writeList(
    tx,
    planAssignments,
    ['uid'],
    list('assignments', assignmentRowsOf),
    nextPosition.assignments,
  )
}

async function writeTasks(
  tx: Tx,
  projectId: string,
  before: StoredPlan,
  after: Workspace,
  dates: readonly ScheduledTask[],
) {
  const percent = progressOfEach(after.plan.tasks)
  const stored = new Map(before.taskRows.map((row, at) => [row.uid, { row, task: before.plan.tasks[at]! }]))
  const added: (typeof tasks.$inferInsert)[] = []
  const changed: Record<string, unknown>[] = []
  after.plan.tasks.forEach((task, position) => {
    const known = stored.get(task.uid)
    const computed = {
      position,
      percentComplete: percent[position]!,
      milestoneKind: task.isMilestone ? milestoneKindOf(after, task.uid) : null,
      ...datesRow(dates[position]!),
    }
    // A task that nobody edited is the very one that was read: only where and when it is can be otherwise.
    if (known && known.task === task && holds(known.row, computed)) return
    const row = { ...taskRow(task), projectId, ...computed }
    if (!known) added.push(row)
    else if (!holds(known.row, row)) changed.push(row)
  })
  await updateRows(tx, tasks, ['projectId', 'uid'], changed)
  await insertRows(tx, tasks, added)
}

function holds(row: object, values: object): boolean {
  const known = row as Record<string, unknown>
  for (const key in values) if (!isSameValue(known[key], values[key as keyof typeof values])) return false
  return true
}

/** Each row gets the values that it has in the list: one statement, one value. Rows name the same columns. */
async function updateRows(tx: Tx, table: PgTable, on: string[], changed: readonly Record<string, unknown>[]) {
  const [first] = changed
  if (!first) return
  const columns = getTableColumns(table)
  const nameOf = (key: string) => columns[key]!.name
  const sets = Object.keys(first).filter((key) => !on.includes(key))
  const records = changed.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [nameOf(key), value])),
  )
  const same = (key: string): SQL => sql`t.${sql.identifier(nameOf(key))} = s.${sql.identifier(nameOf(key))}`
  await tx.execute(sql`
    update ${table} t set ${sql.join(
      sets.map((key) => sql`${sql.identifier(nameOf(key))} = s.${sql.identifier(nameOf(key))}`),
      sql`, `,
    )}
    from jsonb_populate_recordset(null::${table}, ${JSON.stringify(records)}::jsonb) s
    where ${sql.join(on.map(same), sql` and `)}`)
}

/** Rows of a list keep the place that they had; what is new stands behind them. */
async function writeList<T extends PgTable>(
  tx: Tx,
  table: T,
  key: string[],
  rows: { known: object[]; wanted: object[] } | null,
  nextPosition: number,
) {
  if (!rows) return
  const { known, wanted } = rows
  const keyOf = (row: object) => key.map((each) => String((row as Record<string, unknown>)[each])).join(' ')
  const stored = new Map(known.map((row) => [keyOf(row), row]))
  let position = nextPosition
  const added: T['$inferInsert'][] = []
  const changed: Record<string, unknown>[] = []
  for (const row of wanted) {
    const was = stored.get(keyOf(row))
    const { position: _place, ...values } = row as Record<string, unknown>
    if (!was) added.push({ ...values, position: position++ } as T['$inferInsert'])
    else if (!isSameValue({ ...was, position: 0 }, { ...values, position: 0 })) changed.push(values)
  }
  await updateRows(tx, table, ['projectId', ...key], changed)
  await insertRows(tx, table, added)
}

async function removeOthers(
  tx: Tx,
  projectId: string,
  table: typeof tasks | typeof taskLinks | typeof planAssignments | typeof planResources,
  known: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
) {
  const gone = [...known].filter((key) => !wanted.has(key))
  if (gone.length === 0) return
  const key = table === taskLinks ? sql`t.from_uid || '-' || t.to_uid || '-' || t.type` : sql`t.uid::text`
  await tx.execute(sql`
    delete from ${table} t where t.project_id = ${projectId}
      and ${key} in (select jsonb_array_elements_text(${JSON.stringify(gone)}::jsonb))`)
}

function uids(list: readonly { uid: number }[]): Set<string> {
  return new Set(list.map(({ uid }) => String(uid)))
}

function linkKeys({ links }: Plan): Set<string> {
  return new Set(links.map(({ fromUid, toUid, type }: PlanLink) => `${fromUid}-${toUid}-${type}`))
}
