import type { Tx } from '@countersign/db/connect'
import { planEdits } from '@countersign/db/tables/plan-edits'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { planResources } from '@countersign/db/tables/plan-resources'
import type { PlanAssignment, PlanResource, PlanTask } from '@countersign/domain/schedule/plan'
import type { Renamed } from '@countersign/domain/workspace/renamed-edits'
import type { Workspace } from '@countersign/domain/workspace/workspace'
import { and, desc, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'

/** Rows of other tables that go with a task, by table. What else hangs on one keeps it from being removed. */
const goesWithTask: Record<string, { by: 'task_id' | 'task_uid'; stands?: SQL }> = {
  task_measures: {
    by: 'task_uid',
    stands: sql`(r.deliverable_id is null or exists (select from public.deliverables d where d.id = r.deliverable_id))`,
  },
  task_estimates: { by: 'task_uid' },
  task_skills: { by: 'task_id' },
  raci_roles: {
    by: 'task_id',
    stands: sql`exists (select from public.team_places p where p.id = r.team_place_id)`,
  },
  task_lines: {
    by: 'task_id',
    stands: sql`exists (select from public.contract_lines l where l.id = r.contract_line_id)`,
  },
}

type Row = Record<string, unknown>
type Agreed = { staffId: string; plannedMinutes: number; dueOn: string | null; isAccountable: boolean }
type KeptTask = {
  task: PlanTask
  id: string
  people: (Agreed & { isPlanned: boolean; besideMinutes: number | null })[]
  rows: Record<string, Row[]>
}
type KeptAssignment = Pick<PlanAssignment, 'uid' | 'taskUid' | 'resourceUid'> & Agreed
type Kept = {
  tasks: KeptTask[]
  assignments: KeptAssignment[]
  resources: { resource: PlanResource; staffId: string }[]
}

/** What hangs on the tasks, people and assignments that an edited plan has no more; null where nothing does. */
export async function hungOnRemoved(tx: Tx, projectId: string, before: Workspace, after: Workspace) {
  const gone = {
    tasks: missing(before.plan.tasks, after.plan.tasks),
    assignments: missing(before.plan.assignments, after.plan.assignments),
    resources: missing(before.plan.resources, after.plan.resources),
  }
  if (gone.tasks.length + gone.assignments.length + gone.resources.length === 0) return null
  const uids = gone.tasks.map(({ uid }) => uid)
  const people = await peopleOn(tx, projectId, [...uids, ...gone.assignments.map(({ taskUid }) => taskUid)])
  const staffOf = await staffOfResources(tx, projectId)
  const kept: Kept = {
    tasks: await keptTasks(tx, projectId, gone.tasks, people),
    assignments: gone.assignments
      .filter(({ taskUid }) => !uids.includes(taskUid))
      .flatMap(({ uid, taskUid, resourceUid }) =>
        people
          .filter((each) => each.uid === taskUid && each.staffId === staffOf.get(resourceUid))
          .map(({ staffId, plannedMinutes, dueOn, isAccountable }) => {
            return { uid, taskUid, resourceUid, staffId, plannedMinutes, dueOn, isAccountable }
          }),
      ),
    resources: gone.resources.flatMap((resource) => {
      const staffId = staffOf.get(resource.uid)
      return staffId ? [{ resource, staffId }] : []
    }),
  }
  return kept.tasks.length + kept.assignments.length + kept.resources.length > 0 ? kept : null
}

function missing<Each extends { uid: number }>(before: readonly Each[], after: readonly Each[]): Each[] {
  if (before === after) return []
  const stays = new Set(after.map(({ uid }) => uid))
  return before.filter(({ uid }) => !stays.has(uid))
}

async function peopleOn(tx: Tx, projectId: string, uids: readonly number[]) {
  if (uids.length === 0) return []
  const rows = await tx
    .select({ uid: tasks.uid, people: taskAssignments })
    .from(taskAssignments)
    .innerJoin(tasks, eq(tasks.id, taskAssignments.taskId))
    .where(and(eq(tasks.projectId, projectId), inArray(tasks.uid, [...new Set(uids)])))
  return rows.map(({ uid, people }) => ({ uid, ...people }))
}

async function staffOfResources(tx: Tx, projectId: string): Promise<Map<number, string>> {
  const rows = await tx
    .select({ uid: planResources.uid, staffId: planResources.staffId })
    .from(planResources)
    .where(and(eq(planResources.projectId, projectId), isNotNull(planResources.staffId)))
  return new Map(rows.map(({ uid, staffId }) => [uid, staffId!]))
}

async function keptTasks(
  tx: Tx,
  projectId: string,
  gone: readonly PlanTask[],
  people: Awaited<ReturnType<typeof peopleOn>>,
): Promise<KeptTask[]> {
  if (gone.length === 0) return []
  const uids = gone.map(({ uid }) => uid)
  const known = await tx
    .select({ uid: tasks.uid, id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), inArray(tasks.uid, uids)))
  const idOf = new Map(known.map(({ uid, id }) => [uid, id]))
  const rowsOf = new Map<string, { key: unknown; row: Row }[]>()
  for (const [table, { by }] of Object.entries(goesWithTask)) {
    const keys = JSON.stringify(by === 'task_uid' ? uids : known.map(({ id }) => id))
    const found = await tx.execute<{ key: string; row: Row }>(sql`
      select r.${sql.identifier(by)}::text as key, to_jsonb(r) as row from public.${sql.identifier(table)} r
      where r.project_id = ${projectId}
        and r.${sql.identifier(by)}::text in (select jsonb_array_elements_text(${keys}::jsonb))`)
    rowsOf.set(table, [...found])
  }
  return gone.flatMap((task) => {
    const id = idOf.get(task.uid)!
    const rows = Object.fromEntries(
      [...rowsOf].flatMap(([table, found]) => {
        const key = goesWithTask[table]!.by === 'task_uid' ? String(task.uid) : id
        const own = found.filter((each) => each.key === key).map(({ row }) => row)
        return own.length > 0 ? [[table, own]] : []
      }),
    )
    const on = people
      .filter(({ uid }) => uid === task.uid)
      .map(({ staffId, plannedMinutes, dueOn, isAccountable, isPlanned, besideMinutes }) => {
        return { staffId, plannedMinutes, dueOn, isAccountable, isPlanned, besideMinutes }
      })
    return on.length + Object.keys(rows).length > 0 ? [{ task, id, people: on, rows }] : []
  })
}

/** What an edited plan brings back of what was removed from it before, under the numbers that it has now. */
export type BroughtBack = {
  tasks: (KeptTask & { uid: number })[]
  assignments: KeptAssignment[]
  /** Who of us a person of the plan was, by number. */
  staffOf: Map<number, string>
}

/**
 * Looks among what was removed for what comes back: the same thing under the same number, as undoing puts it. A new one
 * that only has the number is not it.
 */
export async function broughtBackBy(
  tx: Tx,
  projectId: string,
  { before, after, renamed }: { before: Workspace; after: Workspace; renamed: Renamed },
): Promise<BroughtBack> {
  const back: BroughtBack = { tasks: [], assignments: [], staffOf: new Map() }
  const come = {
    tasks: missing(after.plan.tasks, before.plan.tasks),
    assignments: missing(after.plan.assignments, before.plan.assignments),
    resources: missing(after.plan.resources, before.plan.resources),
  }
  if (come.tasks.length + come.assignments.length + come.resources.length === 0) return back
  const removals = await tx
    .select({ removed: planEdits.removed })
    .from(planEdits)
    .where(and(eq(planEdits.projectId, projectId), isNotNull(planEdits.removed)))
    .orderBy(desc(planEdits.number))
  const all = removals.map(({ removed }) => removed as Kept)
  const latest = <Each>(list: (kept: Kept) => Each[], is: (each: Each) => boolean) =>
    all.flatMap(list).find(is)
  const former = (pairs: readonly [number, number][], uid: number) =>
    pairs.find(([, to]) => to === uid)?.[0] ?? uid
  for (const task of come.tasks) {
    const uid = former(renamed.tasks, task.uid)
    const kept = latest(
      ({ tasks: list }) => list,
      (each) => each.task.uid === uid,
    )
    if (kept && isSameTask(kept.task, task)) back.tasks.push({ ...kept, uid: task.uid })
  }
  const isBack = new Set(back.tasks.map(({ uid }) => uid))
  for (const { uid, taskUid, resourceUid } of come.assignments) {
    const [work, person] = [former(renamed.assignments, uid), former(renamed.resources, resourceUid)]
    const kept = latest(
      ({ assignments }) => assignments,
      (each) => each.uid === work && each.taskUid === taskUid && each.resourceUid === person,
    )
    if (kept && !isBack.has(taskUid)) back.assignments.push(kept)
  }
  for (const { uid, name } of come.resources) {
    const was = former(renamed.resources, uid)
    const kept = latest(
      ({ resources }) => resources,
      (each) => each.resource.uid === was,
    )
    if (kept?.resource.name === name) back.staffOf.set(uid, kept.staffId)
  }
  return back
}

function isSameTask(kept: PlanTask, task: PlanTask): boolean {
  return (
    kept.name === task.name &&
    kept.durationMinutes === task.durationMinutes &&
    kept.isMilestone === task.isMilestone &&
    (kept.note ?? '') === (task.note ?? '')
  )
}

/** Writes what hung on it, once the plan itself is written. What was itself removed since stays removed. */
export async function hangOnAgain(tx: Tx, projectId: string, back: BroughtBack) {
  for (const { uid, id, rows, people } of back.tasks) {
    for (const [table, kept] of Object.entries(rows)) {
      const { by, stands = sql`true` } = goesWithTask[table]!
      const now = kept.map((row) => ({ ...row, [by]: by === 'task_uid' ? uid : id }))
      await tx.execute(sql`
        insert into public.${sql.identifier(table)}
        select r.* from jsonb_populate_recordset(null::public.${sql.identifier(table)}, ${JSON.stringify(now)}::jsonb) r
        where ${stands} on conflict do nothing`)
    }
    for (const { isPlanned, besideMinutes, ...agreed } of people) {
      const beside = isPlanned ? besideMinutes : agreed.plannedMinutes
      await agreeAgain(tx, projectId, id, agreed, beside)
    }
  }
  for (const { taskUid, ...agreed } of back.assignments) {
    const [task] = await tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, taskUid)))
    if (task) await agreeAgain(tx, projectId, task.id, agreed, null)
  }
}

/** `beside`: what was agreed beside the plan; null where nothing was. */
async function agreeAgain(tx: Tx, projectId: string, taskId: string, agreed: Agreed, beside: number | null) {
  const { staffId, dueOn } = agreed
  const on = await tx.select().from(taskAssignments).where(eq(taskAssignments.taskId, taskId))
  const known = on.find((each) => each.staffId === staffId)
  const isAccountable = agreed.isAccountable && !on.some((each) => each.isAccountable)
  if (known)
    await tx
      .update(taskAssignments)
      .set({
        dueOn,
        isAccountable: isAccountable || known.isAccountable,
        ...(known.isPlanned && beside !== null && { besideMinutes: beside }),
      })
      .where(and(eq(taskAssignments.taskId, taskId), eq(taskAssignments.staffId, staffId)))
  else if (beside !== null)
    await tx
      .insert(taskAssignments)
      .values({ projectId, taskId, staffId, plannedMinutes: beside, dueOn, isAccountable })
}
