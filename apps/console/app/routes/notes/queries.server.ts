import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { internalNotes, projects } from '@countersign/db/tables/projects'
import { desc, eq } from 'drizzle-orm'

/** The team's notes, the latest first; null for no such project. */
export async function notesOf(tx: Tx, projectId: string) {
  const [[project], notes] = await Promise.all([
    tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)),
    tx
      .select({
        id: internalNotes.id,
        text: internalNotes.text,
        writtenAt: internalNotes.writtenAt,
        writtenBy: staff.name,
      })
      .from(internalNotes)
      .innerJoin(staff, eq(staff.id, internalNotes.writtenBy))
      .where(eq(internalNotes.projectId, projectId))
      .orderBy(desc(internalNotes.writtenAt)),
  ])
  return project ? notes : null
}
