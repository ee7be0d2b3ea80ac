import type { Tx } from '@countersign/db/connect'
import { projects } from '@countersign/db/tables/projects'
import { eq } from 'drizzle-orm'

/** The project whose plan is to change, or null where there is none (or it is not yours). */
export async function planOfProject(tx: Tx, projectId: string) {
  const [project] = await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId))
  return project ?? null
}
