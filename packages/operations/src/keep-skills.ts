import type { Tx } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { skills, staffSkills } from '@countersign/db/tables/people-capacity'
import { taskSkills } from '@countersign/db/tables/teams'
import { and, eq, sql } from 'drizzle-orm'
import { refused } from './result'

/** The skill of that name, which is made where nobody named it yet; case makes no other skill of it. */
async function skillNamed(tx: Tx, name: string): Promise<string> {
  const find = () =>
    tx
      .select({ id: skills.id })
      .from(skills)
      .where(sql`lower(${skills.name}) = lower(${name})`)
  const [known] = await find()
  if (known) return known.id
  await tx.insert(skills).values({ name }).onConflictDoNothing()
  return (await find())[0]!.id
}

/** What somebody can do, at a level from 1 to 5; 0 takes it away. */
export async function setStaffSkill(
  tx: Tx,
  { staffId, name, level }: { staffId: string; name: string; level: number },
) {
  const skillId = await skillNamed(tx, name)
  if (level === 0) {
    await tx
      .delete(staffSkills)
      .where(and(eq(staffSkills.staffId, staffId), eq(staffSkills.skillId, skillId)))
    return { ok: true as const }
  }
  await tx
    .insert(staffSkills)
    .values({ staffId, skillId, level })
    .onConflictDoUpdate({ target: [staffSkills.staffId, staffSkills.skillId], set: { level } })
  return { ok: true as const }
}

/** What a task asks for, at which level at least; 0 asks for it no longer. */
export async function setTaskSkill(
  tx: Tx,
  { projectId, taskUid, name, level }: { projectId: string; taskUid: number; name: string; level: number },
) {
  const [task] = await tx
    .select({ id: tasks.id, isSummary: tasks.isSummary })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, taskUid)))
  if (!task) return refused('no-such-task')
  if (task.isSummary) return refused('is-a-summary')
  const skillId = await skillNamed(tx, name)
  if (level === 0) {
    await tx.delete(taskSkills).where(and(eq(taskSkills.taskId, task.id), eq(taskSkills.skillId, skillId)))
    return { ok: true as const }
  }
  await tx
    .insert(taskSkills)
    .values({ projectId, taskId: task.id, skillId, level })
    .onConflictDoUpdate({ target: [taskSkills.taskId, taskSkills.skillId], set: { level } })
  return { ok: true as const }
}
