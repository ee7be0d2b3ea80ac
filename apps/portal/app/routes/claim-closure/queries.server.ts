import type { Tx } from '@countersign/db/connect'
import { portalProjects } from '@countersign/db/views/portal'
import { portalWarrantyClaims } from '@countersign/db/views/portal-clock'
import { mayClaim } from '@countersign/domain/warranty'
import { eq } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'

/** A claim that may be closed; null where it is not there. */
export async function claimToClose(tx: Tx, claimId: string) {
  const [row] = await tx
    .select({
      number: portalWarrantyClaims.number,
      title: portalWarrantyClaims.title,
      description: portalWarrantyClaims.description,
      closedAt: portalWarrantyClaims.closedAt,
      project: projectHead,
      role: portalProjects.myRole,
    })
    .from(portalWarrantyClaims)
    .innerJoin(portalProjects, eq(portalProjects.id, portalWarrantyClaims.projectId))
    .where(eq(portalWarrantyClaims.id, claimId))
  if (!row) return null
  const { closedAt, role, project, ...claim } = row
  const whyNot = closedAt ? ('already-closed' as const) : mayClaim(role) ? null : ('only-reads' as const)
  return { project, claim, whyNot }
}
