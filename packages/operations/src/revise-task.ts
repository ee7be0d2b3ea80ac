import type { Tx } from '@countersign/db/connect'
import { projectCalendars, tasks } from '@countersign/db/tables/plan'
import { revisedTask, whyNotRevisable, type TaskRevision } from '@countersign/domain/schedule/task-revision'
import type { PlanTask } from '@countersign/domain/schedule/plan'
import { changeFrom } from '@countersign/domain/workspace/apply-edits'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { and, eq } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { notePlanChange } from './note-plan-change'
import { taskOf, taskRow } from './plan-row'
import { refused, undoneIfRefused } from './result'
import { rescheduleProject } from './schedule-project'

type Revision = TaskRevision & {
  projectId: string
  uid: number
  milestoneKind?: 'delivery' | 'acceptance' | 'billing'
}

/** Changes one task and recomputes the whole plan. A summary's dates and progress are those of its tasks. */
export async function reviseTask(tx: Tx, { projectId, uid, milestoneKind, ...revision }: Revision) {
  // Every edit moves the whole plan: two at once would compute on each other's former dates.
  await lockProject(tx, projectId)
  const which = and(eq(tasks.projectId, projectId), eq(tasks.uid, uid))
  const [row] = await tx.select().from(tasks).where(which).for('update')
  if (!row) return refused('no-such-task')
  const task = taskOf(row)
  const why = whyNotRevisable(task, revision)
  if (why) return refused(why)
  if (milestoneKind && !task.isMilestone) return refused('not-a-milestone')
  if (revision.calendarUid != null && !(await hasCalendar(tx, projectId, revision.calendarUid)))
    return refused('no-such-calendar')
  const planned = { start: row.startsLocal, finish: row.finishesLocal }
  const revised = revisedTask(task, revision, planned)
  return undoneIfRefused(tx, async (inner) => {
    await notePlanChange(inner, { projectId, edits: editsOf(task, revised, milestoneKind) })
    await inner
      .update(tasks)
      .set({ ...taskRow(revised), ...(milestoneKind && { milestoneKind }) })
      .where(which)
    return rescheduleProject(inner, projectId)
  })
}

function editsOf(task: PlanTask, revised: PlanTask, milestoneKind: Revision['milestoneKind']) {
  const change = changeFrom(task, revised)
  const edits: WorkspaceEdit[] =
    Object.keys(change).length > 0 ? [{ kind: 'change-task', uid: task.uid, change }] : []
  if (milestoneKind) edits.push({ kind: 'set-milestone-kind', uid: task.uid, milestoneKind })
  return edits
}

async function hasCalendar(tx: Tx, projectId: string, uid: number): Promise<boolean> {
  const found = await tx
    .select({ uid: projectCalendars.uid })
    .from(projectCalendars)
    .where(and(eq(projectCalendars.projectId, projectId), eq(projectCalendars.uid, uid)))
  return found.length > 0
}
