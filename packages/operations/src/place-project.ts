import type { Tx } from '@countersign/db/connect'
import { programs, projects } from '@countersign/db/tables/projects'
import { eq } from 'drizzle-orm'
import { refused } from './result'

type Placing = {
  projectId: string
  /** An existing program, or the name of a new one; neither for none. */
  programId: string | null
  newProgram: string | null
  businessUnit: string
  marginFloorBasisPoints: number
}

/** Where a project's margins are summed, and below which margin it is an alert. */
export async function placeProject(tx: Tx, { projectId, newProgram, ...placing }: Placing) {
  if (placing.programId !== null) {
    const [program] = await tx
      .select({ id: programs.id })
      .from(programs)
      .where(eq(programs.id, placing.programId))
    if (!program) return refused('no-such-program')
  }
  const programId = newProgram === null ? placing.programId : await programNamed(tx, newProgram)
  await tx
    .update(projects)
    .set({
      programId,
      businessUnit: placing.businessUnit,
      marginFloorBasisPoints: placing.marginFloorBasisPoints,
    })
    .where(eq(projects.id, projectId))
  return { ok: true as const }
}

/** The program of that name, made where there is none; of two who make it at once one finds the other's. */
async function programNamed(tx: Tx, name: string): Promise<string> {
  await tx.insert(programs).values({ name }).onConflictDoNothing()
  const [program] = await tx.select({ id: programs.id }).from(programs).where(eq(programs.name, name))
  return program!.id
}
