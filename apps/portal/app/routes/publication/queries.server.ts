import type { Tx } from '@countersign/db/connect'
import { portalProjects } from '@countersign/db/views/portal'
import { eq } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'
import { publicationsUpTo, told } from '../../publication/queries.server'

/** One publication as it was, beside the ones before it; null where it is not there. */
export async function publicationAsTold(tx: Tx, projectId: string, number: number) {
  const [[project], publications] = await Promise.all([
    tx.select(projectHead).from(portalProjects).where(eq(portalProjects.id, projectId)),
    publicationsUpTo(tx, projectId, number),
  ])
  const publication = told(publications)
  return project && publication?.number === number ? { project, told: publication } : null
}
