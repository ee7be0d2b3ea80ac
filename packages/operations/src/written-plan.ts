import type { Tx } from '@countersign/db/connect'
import { taskLinks, tasks } from '@countersign/db/tables/plan'
import { planAssignments, planResources } from '@countersign/db/tables/plan-resources'
import { isSameValue } from '@countersign/domain/plan-merge/same-value'
import type { Plan, PlanLink, ScheduledTask } from '@countersign/domain/schedule/plan'
import { progressOfEach } from '@countersign/domain/schedule/progress'
import { milestoneKindOf, type Workspace } from '@countersign/domain/workspace/workspace'
import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { randomUUID } from 'node:crypto'
import { insertRows } from './insert-rows'
import { datesRow, taskRow } from './plan-row'
import { assignmentRowsOf, linkRowsOf, resourceRowsOf, type StoredPlan } from './stored-plan'

/** Of rows that come: what a plan does not say of them. */
export type OfNewRows = {
  /** The row that a task was before, by its number. */
  idOf: ReadonlyMap<number, string>
  /** Who of us a person is, by the number in the plan. */
  staffOf: ReadonlyMap<number, string>
}

/** Writes what an edited plan has otherwise than the stored one: rows that stay as they are are not touched. */
export async function writeChanges(
  tx: Tx,
  projectId: string,
  before: StoredPlan,
  after: Workspace,
  dates: readonly ScheduledTask[],
  { idOf, staffOf }: OfNewRows,
) {
  const { plan, nextPosition } = before
  const now = after.plan
  if (plan.links !== now.links) await removeOthers(tx, projectId, taskLinks, plan.links, now.links, linkKey)
  if (plan.assignments !== now.assignments)
    await removeOthers(tx, projectId, planAssignments, plan.assignments, now.assignments, uidKey)
  await removeOthers(tx, projectId, tasks, plan.tasks, now.tasks, uidKey)
  if (plan.resources !== now.resources)
    await removeOthers(tx, projectId, planResources, plan.resources, now.resources, uidKey)
  await writeTasks(tx, projectId, before, after, dates, idOf)
  const list = <Name extends 'resources' | 'links' | 'assignments', Row>(
    name: Name,
    rowsOf: (projectId: string, plan: Plan) => Row[],
  ) =>
    plan[name] === after.plan[name]
      ? null
      : { known: rowsOf(projectId, plan), wanted: rowsOf(projectId, after.plan) }
  const next = nextPosition
  await writeList(
    tx,
    planResources,
    projectId,
    ['uid'],
    list('resources', resourceRowsOf),
    next.resources,
    (row) => ({ ...row, staffId: staffOf.get(row.uid) ?? null }),
  )
  const key = ['fromUid', 'toUid', 'type']
  await writeList(tx, taskLinks, projectId, key, list('links', linkRowsOf), next.links)
  await writeList(
    tx,
    planAssignments,
    projectId,
    ['uid'],
    list('assignments', assignmentRowsOf),
    next.assignments,
  )
}

async function writeTasks(
  tx: Tx,
  projectId: string,
  before: StoredPlan,
  after: Workspace,
  dates: readonly ScheduledTask[],
  idOf: ReadonlyMap<number, string>,
) {
  const percent = progressOfEach(after.plan.tasks)
  const stored = new Map(before.taskRows.map((row, at) => [row.uid, at]))
  const added: (typeof tasks.$inferInsert)[] = []
  const moved: Row[] = []
  const changed: Row[] = []
  const columns = new Set<string>()
  after.plan.tasks.forEach((task, position) => {
    const at = stored.get(task.uid)
    const computed = {
      position,
      percentComplete: percent[position]!,
      milestoneKind: task.isMilestone ? milestoneKindOf(after, task.uid) : null,
      ...datesRow(dates[position]!),
    }
    if (at === undefined) {
      added.push({ ...taskRow(task), projectId, ...computed, id: idOf.get(task.uid) ?? randomUUID() })
      return
    }
    // A task that nobody edited is the very one that was read: only where and when it is can be otherwise.
    const isEdited = before.plan.tasks[at] !== task
    const row: Row = isEdited ? { ...taskRow(task), ...computed } : computed
    const otherwise = differing(before.taskRows[at]!, row)
    if (otherwise.length === 0) return
    const { uid, wbs } = task
    if (otherwise.every((column) => placeColumns.has(column))) moved.push({ uid, position, wbs })
    else {
      for (const column of otherwise) columns.add(column)
      changed.push({ ...taskRow(task), ...computed })
    }
  })
  // A row that is put in moves all below it, and of most of them nothing but that is written.
  await updateRows(tx, tasks, projectId, ['uid'], moved, [...placeColumns])
  await updateRows(tx, tasks, projectId, ['uid'], changed, [...columns])
  await insertRows(tx, tasks, added)
}

type Row = Record<string, unknown>

const placeColumns: ReadonlySet<string> = new Set(['position', 'wbs'] satisfies (keyof typeof tasks)[])

/** The columns of a row that are to hold something else. */
function differing(known: Row, wanted: Row): string[] {
  const columns: string[] = []
  for (const column in wanted) if (!isSameValue(known[column], wanted[column])) columns.push(column)
  return columns
}

/** Each row gets the values that it has in the list: one statement, one value. */
async function updateRows(
  tx: Tx,
  table: PgTable,
  projectId: string,
  on: string[],
  changed: readonly Row[],
  sets: string[],
) {
  if (changed.length === 0) return
  const columns = getTableColumns(table)
  const named = [...on, ...sets].map((key) => ({ key, name: columns[key]!.name }))
  const records = changed.map((row) => Object.fromEntries(named.map(({ key, name }) => [name, row[key]])))
  const isOf = (key: string): SQL => sql`${sql.identifier(columns[key]!.name)}`
  await tx.execute(sql`
    update ${table} t set ${sql.join(
      sets.map((key) => sql`${isOf(key)} = s.${isOf(key)}`),
      sql`, `,
    )}
    from jsonb_populate_recordset(null::${table}, ${JSON.stringify(records)}::jsonb) s
    where t.project_id = ${projectId} and ${sql.join(
      on.map((key) => sql`t.${isOf(key)} = s.${isOf(key)}`),
      sql` and `,
    )}`)
}

/** Rows of a list keep the place that they had; what is new stands behind them. */
async function writeList<T extends PgTable>(
  tx: Tx,
  table: T,
  projectId: string,
  key: string[],
  rows: { known: object[]; wanted: object[] } | null,
  nextPosition: number,
  added: (row: T['$inferInsert']) => T['$inferInsert'] = (row) => row,
) {
  if (!rows) return
  const { known, wanted } = rows
  const keyOf = (row: object) => key.map((each) => String((row as Row)[each])).join(' ')
  const stored = new Map(known.map((row) => [keyOf(row), row as Row]))
  let position = nextPosition
  const come: T['$inferInsert'][] = []
  const changed: Row[] = []
  const columns = new Set<string>()
  for (const row of wanted) {
    const was = stored.get(keyOf(row))
    const { position: _place, ...values } = row as Row
    if (!was) {
      come.push(added({ ...values, position: position++ } as T['$inferInsert']))
      continue
    }
    const otherwise = differing(was, values)
    if (otherwise.length === 0) continue
    for (const column of otherwise) columns.add(column)
    changed.push(values)
  }
  await updateRows(tx, table, projectId, key, changed, [...columns])
  await insertRows(tx, table, come)
}

async function removeOthers<Item>(
  tx: Tx,
  projectId: string,
  table: typeof tasks | typeof taskLinks | typeof planAssignments | typeof planResources,
  known: readonly Item[],
  wanted: readonly Item[],
  keyOf: (item: Item) => string | number,
) {
  const stays = new Set(wanted.map(keyOf))
  const gone = known.map(keyOf).filter((key) => !stays.has(key))
  if (gone.length === 0) return
  const key = table === taskLinks ? sql`t.from_uid || '-' || t.to_uid || '-' || t.type` : sql`t.uid::text`
  await tx.execute(sql`
    delete from ${table} t where t.project_id = ${projectId}
      and ${key} in (select jsonb_array_elements_text(${JSON.stringify(gone)}::jsonb))`)
}

function uidKey({ uid }: { uid: number }): number {
  return uid
}

function linkKey({ fromUid, toUid, type }: PlanLink): string {
  return `${fromUid}-${toUid}-${type}`
}
