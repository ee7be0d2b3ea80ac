import type { Tx } from '@countersign/db/connect'
import { programs, projects } from '@countersign/db/tables/projects'
import { asc, eq } from 'drizzle-orm'

export async function placeOfProject(tx: Tx, projectId: string) {
  const [[project], known] = await Promise.all([
    tx
      .select({
        programId: projects.programId,
        businessUnit: projects.businessUnit,
        marginFloorBasisPoints: projects.marginFloorBasisPoints,
      })
      .from(projects)
      .where(eq(projects.id, projectId)),
    tx.select({ id: programs.id, name: programs.name }).from(programs).orderBy(asc(programs.name)),
  ])
  return project ? { ...project, programs: known } : null
}
