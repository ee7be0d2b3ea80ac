import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { peopleWork } from '@countersign/db/views/capacity'
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'

/** Somebody's part of a task in one of the manager's projects, and who could take it; null where it is not (or not yours). */
export async function workToShift(
  tx: Tx,
  { staffId, projectId, taskUid }: { staffId: string; projectId: string; taskUid: number },
) {
  const [[work], people] = await Promise.all([
    tx
      .select({
        task: peopleWork.task,
        project: peopleWork.project,
        startsLocal: peopleWork.startsLocal,
        finishesLocal: peopleWork.finishesLocal,
        person: staff.name,
      })
      .from(peopleWork)
      .innerJoin(staff, eq(staff.id, peopleWork.staffId))
      .where(
        and(
          eq(peopleWork.staffId, staffId),
          eq(peopleWork.projectId, projectId),
          eq(peopleWork.taskUid, taskUid),
          isNotNull(peopleWork.task),
        ),
      ),
    tx
      .select({ id: staff.id, name: staff.name, jobRole: staff.jobRole })
      .from(staff)
      .where(
        and(
          eq(staff.isActive, true),
          inArray(staff.role, ['team_member', 'project_manager', 'program_manager']),
        ),
      )
      .orderBy(asc(staff.name)),
  ])
  return work ? { ...work, task: work.task ?? '', people } : null
}
