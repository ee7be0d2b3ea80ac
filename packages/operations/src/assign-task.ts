import type { StaffRole, Tx } from '@countersign/db/connect'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { projectMembers } from '@countersign/db/tables/projects'
import { staff } from '@countersign/db/tables/people'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { and, eq } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { notePlanChange } from './note-plan-change'
import { refused } from './result'

type Assignment = {
  projectId: string
  taskUid: number
  staffId: string
  plannedMinutes: number
  dueOn: LocalDate | null
  isAccountable: boolean
}

/** Who delivers; the others watch, bill or administer. */
export const teamRoles: readonly StaffRole[] = ['team_member', 'project_manager', 'program_manager']

/**
 * Puts somebody on a task beside the plan, who thereby belongs to the team, or says until when and whether accountable of
 * somebody whom the plan has on it; one person at a time is accountable for a task.
 */
export async function assignTask(tx: Tx, { projectId, taskUid, staffId, ...assignment }: Assignment) {
  await lockProject(tx, projectId)
  const [task] = await tx
    .select({ id: tasks.id, isSummary: tasks.isSummary })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, taskUid)))
  if (!task) return refused('no-such-task')
  if (task.isSummary) return refused('is-a-summary')
  const [person] = await tx
    .select({ role: staff.role })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.isActive, true)))
  if (!person) return refused('no-such-person')
  if (!teamRoles.includes(person.role)) return refused('not-a-team-role')
  const which = and(eq(taskAssignments.taskId, task.id), eq(taskAssignments.staffId, staffId))
  const [known] = await tx.select().from(taskAssignments).where(which)
  if (known?.isPlanned && known.plannedMinutes !== assignment.plannedMinutes)
    return refused('hours-are-the-plans')
  await notePlanChange(tx, { projectId, edits: [] })
  await tx.insert(projectMembers).values({ projectId, staffId }).onConflictDoNothing()
  if (assignment.isAccountable)
    await tx.update(taskAssignments).set({ isAccountable: false }).where(eq(taskAssignments.taskId, task.id))
  await tx
    .insert(taskAssignments)
    .values({ projectId, taskId: task.id, staffId, ...assignment })
    .onConflictDoUpdate({ target: [taskAssignments.taskId, taskAssignments.staffId], set: assignment })
  return { ok: true as const }
}
