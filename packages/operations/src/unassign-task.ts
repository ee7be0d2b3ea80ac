import type { Tx } from '@countersign/db/connect'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { planResources } from '@countersign/db/tables/plan-resources'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { withEdits } from '@countersign/domain/workspace/apply-edits'
import { unassign } from '@countersign/domain/workspace/commands'
import { and, eq } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { notePlanChange } from './note-plan-change'
import { refused, undoneIfRefused } from './result'
import { storedPlan } from './stored-plan'
import { workspaceOf } from './workspace-of'
import { writeEdited } from './write-edited'

type Unassignment = { projectId: string; taskUid: number; staffId: string }

/**
 * Takes somebody off a task, also in the plan where that has the person on it. Who logged time on it keeps the entries,
 * and stays in the team.
 */
export async function unassignTask(tx: Tx, { projectId, taskUid, staffId }: Unassignment) {
  await lockProject(tx, projectId)
  const [task] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, taskUid)))
  if (!task) return refused('no-such-task')
  const which = and(eq(taskAssignments.taskId, task.id), eq(taskAssignments.staffId, staffId))
  const [assigned] = await tx.select().from(taskAssignments).where(which)
  if (!assigned) return refused('not-assigned')
  return undoneIfRefused(tx, async (inner) => {
    if (assigned.isPlanned) {
      const taken = await takeOffPlan(inner, { projectId, taskUid, staffId })
      if (!taken.ok) return taken
    } else await notePlanChange(inner, { projectId, edits: [] })
    await inner.delete(taskAssignments).where(which)
    return { ok: true as const }
  })
}

/** As a manager does it in the workspace: work and length of the rest follow by the task's type. */
async function takeOffPlan(tx: Tx, { projectId, taskUid, staffId }: Unassignment) {
  const [stored, own] = await Promise.all([
    storedPlan(tx, projectId),
    tx
      .select({ uid: planResources.uid })
      .from(planResources)
      .where(and(eq(planResources.projectId, projectId), eq(planResources.staffId, staffId))),
  ])
  const people = new Set(own.map(({ uid }) => uid))
  let edited = { workspace: workspaceOf(stored!), edits: [] as ReturnType<typeof editsOf> }
  for (const { uid } of edited.workspace.plan.assignments.filter(
    (each) => each.taskUid === taskUid && people.has(each.resourceUid),
  )) {
    const edits = editsOf(edited.workspace.plan, uid)
    const step = withEdits(edited.workspace, edits)
    if (step.ok) edited = { workspace: step.workspace, edits: [...edited.edits, ...step.edits] }
  }
  const schedule = schedulePlan(edited.workspace.plan)
  if (!schedule.ok) return refused('not-schedulable')
  await writeEdited(tx, { projectId, stored: stored!, edited, dates: schedule.tasks })
  return { ok: true as const }
}

function editsOf(plan: Parameters<typeof unassign>[0], uid: number) {
  const command = unassign(plan, uid)
  return command.ok ? command.edits : []
}
