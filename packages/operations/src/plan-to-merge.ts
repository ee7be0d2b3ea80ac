import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { timeEntries } from '@countersign/db/tables/time'
import { staff } from '@countersign/db/tables/people'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { planImports } from '@countersign/db/tables/plan-imports'
import type { Choice } from '@countersign/domain/plan-merge/merge-plans'
import { mergeReadAgain, removedByFile, type Covered } from '@countersign/domain/plan-merge/read-again'
import type { Plan } from '@countersign/domain/schedule/plan'
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { planOf } from './stored-plan'

/** What hangs on a task, so that it is not lost with it. */
export type Hanging = { minutesLogged: number; deliverables: string[]; people: string[] }

type ToMerge = { projectId: string; importId: string; choices?: Readonly<Record<string, Choice>> }

/**
 * A read plan merged into the one that it is to change, nothing written: what becomes of it, the conflicts, and what
 * hangs on tasks that the file has no more and that stay therefore. `digest` names the plan as it was compared. Null
 * where there is no such import to merge.
 */
export async function planToMerge(tx: Tx, { projectId, importId, choices = {} }: ToMerge) {
  const [[read], [last], ours] = await Promise.all([
    tx
      .select()
      .from(planImports)
      .where(
        and(
          eq(planImports.id, importId),
          eq(planImports.intoProjectId, projectId),
          isNull(planImports.projectId),
        ),
      ),
    tx
      .select({ plan: planImports.plan })
      .from(planImports)
      .where(and(eq(planImports.projectId, projectId), isNotNull(planImports.acceptedAt)))
      .orderBy(desc(planImports.acceptedAt))
      .limit(1),
    planOf(tx, projectId),
  ])
  if (!read || !ours) return null
  const versions = { base: (last?.plan as Plan | undefined) ?? null, ours, theirs: read.plan as Plan }
  const removed = removedByFile(versions)
  const hanging =
    removed.length > 0
      ? await hangingOn(tx, projectId, new Set(removed.map(({ uid }) => uid)))
      : new Map<number, Hanging>()
  const keeps = new Set(hanging.keys())
  const covers = read.covers as Covered | null
  return {
    import: read,
    ours,
    merged: mergeReadAgain({ ...versions, covers, keeps, choices }),
    kept: removed.flatMap(({ uid, wbs, name }) => {
      const what = hanging.get(uid)
      return what ? [{ uid, wbs, name, ...what }] : []
    }),
    digest: planDigest(ours),
  }
}

/** The same for the same plan: it is always read in the same order. */
function planDigest(plan: Plan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex')
}

/** What would be lost or left without its task where these were removed, by task. */
export async function hangingOn(tx: Tx, projectId: string, uids: ReadonlySet<number>) {
  const [logged, due, assigned] = await Promise.all([
    tx
      .select({ uid: tasks.uid, minutes: sql<number>`sum(${timeEntries.minutes})::integer` })
      .from(timeEntries)
      .innerJoin(tasks, eq(tasks.id, timeEntries.taskId))
      .where(eq(timeEntries.projectId, projectId))
      .groupBy(tasks.uid),
    tx
      .select({ uid: deliverables.dueTaskUid, code: deliverables.code })
      .from(deliverables)
      .where(and(eq(deliverables.projectId, projectId), isNotNull(deliverables.dueTaskUid))),
    tx
      .select({ uid: tasks.uid, name: staff.name })
      .from(taskAssignments)
      .innerJoin(tasks, eq(tasks.id, taskAssignments.taskId))
      .innerJoin(staff, eq(staff.id, taskAssignments.staffId))
      // Whom the plan itself has on it goes with the task.
      .where(and(eq(taskAssignments.projectId, projectId), eq(taskAssignments.isPlanned, false))),
  ])
  const found = new Map<number, Hanging>()
  const on = (uid: number) => {
    const known = found.get(uid) ?? { minutesLogged: 0, deliverables: [], people: [] }
    found.set(uid, known)
    return known
  }
  for (const { uid, minutes } of logged) if (uids.has(uid)) on(uid).minutesLogged = minutes
  for (const { uid, code } of due) if (uids.has(uid!)) on(uid!).deliverables.push(code)
  for (const { uid, name } of assigned) if (uids.has(uid)) on(uid).people.push(name)
  return found
}
