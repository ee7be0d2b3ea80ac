import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { skills, staffSkills } from '@countersign/db/tables/people-capacity'
import { tasks } from '@countersign/db/tables/plan'
import { taskSkills } from '@countersign/db/tables/teams'
import { peopleWork } from '@countersign/db/views/capacity'
import { and, asc, eq } from 'drizzle-orm'

/** What a task asks for and who of those on it has it; null where there is no such task. */
export async function skillsAskedFor(tx: Tx, projectId: string, uid: number) {
  const [[task], asked, known, has] = await Promise.all([
    tx
      .select({ name: tasks.name })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, uid), eq(tasks.isSummary, false))),
    tx
      .select({ name: skills.name, level: taskSkills.level })
      .from(taskSkills)
      .innerJoin(tasks, eq(tasks.id, taskSkills.taskId))
      .innerJoin(skills, eq(skills.id, taskSkills.skillId))
      .where(and(eq(taskSkills.projectId, projectId), eq(tasks.uid, uid)))
      .orderBy(asc(skills.name)),
    tx.select({ name: skills.name }).from(skills).orderBy(asc(skills.name)),
    tx
      .select({ person: staff.name, skill: skills.name, level: staffSkills.level })
      .from(peopleWork)
      .innerJoin(staff, eq(staff.id, peopleWork.staffId))
      .innerJoin(staffSkills, eq(staffSkills.staffId, peopleWork.staffId))
      .innerJoin(skills, eq(skills.id, staffSkills.skillId))
      .where(and(eq(peopleWork.projectId, projectId), eq(peopleWork.taskUid, uid)))
      .orderBy(asc(staff.name)),
  ])
  if (!task) return null
  return {
    task,
    known: known.map(({ name }) => name),
    asked: asked.map(({ name, level }) => ({
      name,
      level,
      has: has
        .filter((each) => each.skill === name)
        .map((each) => ({ person: each.person, level: each.level, isEnough: each.level >= level })),
    })),
  }
}
