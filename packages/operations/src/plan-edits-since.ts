import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { planEdits } from '@countersign/db/tables/plan-edits'
import { projects } from '@countersign/db/tables/projects'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { and, asc, eq, gt, lt } from 'drizzle-orm'

/** A saved change of a plan. Without edits it says only that the plan has to be read anew. */
export type Revision = {
  number: number
  edits: WorkspaceEdit[] | null
  by: { id: string; name: string } | null
  savedAt: string
  key: string | null
}

const MOST_REVISIONS = 500

/** The plan's number now; null where there is no such project (or it is not yours). */
export async function planRevision(tx: Tx, projectId: string): Promise<number | null> {
  const [row] = await tx
    .select({ revision: projects.planRevision })
    .from(projects)
    .where(eq(projects.id, projectId))
  return row?.revision ?? null
}

/**
 * What was saved after that number, the oldest first, and before another where one is given. Of more than some hundred
 * changes the last stands for all, without edits.
 */
export async function planEditsSince(
  tx: Tx,
  { projectId, since, before }: { projectId: string; since: number; before?: number },
): Promise<Revision[]> {
  const found = await tx
    .select({
      number: planEdits.number,
      edits: planEdits.edits,
      staffId: planEdits.staffId,
      name: staff.name,
      savedAt: planEdits.savedAt,
      key: planEdits.key,
    })
    .from(planEdits)
    .leftJoin(staff, eq(staff.id, planEdits.staffId))
    .where(
      and(
        eq(planEdits.projectId, projectId),
        gt(planEdits.number, since),
        before === undefined ? undefined : lt(planEdits.number, before),
      ),
    )
    .orderBy(asc(planEdits.number))
    .limit(MOST_REVISIONS + 1)
  const revisions = found.map(({ number, edits, staffId, name, savedAt, key }): Revision => ({
    number,
    edits: edits as WorkspaceEdit[] | null,
    by: staffId && name ? { id: staffId, name } : null,
    savedAt: savedAt.toISOString(),
    key,
  }))
  return revisions.length > MOST_REVISIONS ? [{ ...revisions.at(-1)!, edits: null, key: null }] : revisions
}
