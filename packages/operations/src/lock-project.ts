import type { Tx } from '@countersign/db/connect'
import { projects } from '@countersign/db/tables/projects'
import { eq } from 'drizzle-orm'

/**
 * Makes whoever else edits this project's plan or terms wait until commit; null where there is no such project (or it
 * is not yours). Facts that only refer to the project do not wait, so that a submission under way is no deadlock.
 */
export async function lockProject(tx: Tx, projectId: string) {
  const [project] = await tx
    .select({ id: projects.id, code: projects.code, name: projects.name, timeZone: projects.timeZone })
    .from(projects)
    .where(eq(projects.id, projectId))
    .for('no key update')
  return project ?? null
}
