import type { Tx } from '@countersign/db/connect'
import { staffSkills, skills } from '@countersign/db/tables/people-capacity'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { taskSkills } from '@countersign/db/tables/teams'
import { peopleWork } from '@countersign/db/views/capacity'
import { skillGaps } from '@countersign/domain/capacity/skill-gap'
import { and, asc, eq, inArray, lt } from 'drizzle-orm'

export type NamedGap = {
  projectId: string
  project: string
  uid: number
  task: string
  skill: string
  level: number
  best: number
}

/** What tasks that are not done ask for and nobody on them can: of one project, or of all that one works in. */
export async function skillGapsIn(tx: Tx, projectId: string | null): Promise<NamedGap[]> {
  const asked = await tx
    .select({
      projectId: taskSkills.projectId,
      project: projects.name,
      uid: tasks.uid,
      task: tasks.name,
      skillId: taskSkills.skillId,
      skill: skills.name,
      level: taskSkills.level,
    })
    .from(taskSkills)
    .innerJoin(tasks, eq(tasks.id, taskSkills.taskId))
    .innerJoin(projects, eq(projects.id, taskSkills.projectId))
    .innerJoin(skills, eq(skills.id, taskSkills.skillId))
    .where(
      and(
        lt(tasks.percentComplete, 100),
        projectId === null ? undefined : eq(taskSkills.projectId, projectId),
      ),
    )
    .orderBy(asc(projects.code), asc(tasks.position), asc(skills.name))
    .limit(500)
  const projectIds = [...new Set(asked.map((each) => each.projectId))]
  if (projectIds.length === 0) return []
  const can = await tx
    .select({
      projectId: peopleWork.projectId,
      uid: peopleWork.taskUid,
      skillId: staffSkills.skillId,
      level: staffSkills.level,
    })
    .from(peopleWork)
    .innerJoin(staffSkills, eq(staffSkills.staffId, peopleWork.staffId))
    .where(inArray(peopleWork.projectId, projectIds))
  return asked.flatMap(({ skillId, level, ...named }) => {
    const people = can.filter((each) => each.projectId === named.projectId && each.uid === named.uid)
    return skillGaps([{ skillId, level }], [{ skills: people }]).map(({ best }) => ({
      ...named,
      level,
      best,
    }))
  })
}
