import type { Tx } from '@countersign/db/connect'
import { portalCriteria, portalProjects } from '@countersign/db/views/portal'
import { eq, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Confirmation = {
  criteriaVersionId: string
  /** The sentence that was read and agreed to, word for word. */
  statement: string
}

/** A signatory agrees that a deliverable will be judged by exactly these criteria. */
export async function confirmCriteria(tx: Tx, { criteriaVersionId, statement }: Confirmation) {
  const [found] = await tx
    .select({
      projectId: portalCriteria.projectId,
      confirmedAt: portalCriteria.confirmedAt,
      role: portalProjects.myRole,
    })
    .from(portalCriteria)
    .innerJoin(portalProjects, eq(portalProjects.id, portalCriteria.projectId))
    .where(eq(portalCriteria.id, criteriaVersionId))
  // The view has the latest version only: one that was replaced is not there any more.
  if (!found) return refused('replaced')
  if (found.role !== 'signatory') return refused('not-a-signatory')
  if (found.confirmedAt) return refused('already-confirmed')
  try {
    await tx.transaction((inner) =>
      inner.execute(sql`select portal.confirm_criteria(${criteriaVersionId}, ${statement})`),
    )
    return { ok: true as const, projectId: found.projectId }
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'criteria_confirmations_pkey') return refused('already-confirmed')
    if (constraint === 'criteria_are_the_latest') return refused('replaced')
    throw error
  }
}
