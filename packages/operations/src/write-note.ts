import type { StaffActor, Tx } from '@countersign/db/connect'
import { internalNotes, projects } from '@countersign/db/tables/projects'
import { eq } from 'drizzle-orm'
import { refused } from './result'

/** Writes a note that stays within the team: no customer and not finance reads it. */
export async function writeNote(
  tx: Tx,
  { projectId, text, by }: { projectId: string; text: string; by: StaffActor },
) {
  const [project] = await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId))
  if (!project) return refused('no-such-project')
  await tx.insert(internalNotes).values({ projectId, text, writtenBy: by.staffId })
  return { ok: true as const }
}
