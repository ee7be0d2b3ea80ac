import type { ContactActor, Tx } from '@countersign/db/connect'
import { portalDelegations, portalProjects } from '@countersign/db/views/portal'
import { and, eq } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'

/** A delegation that this person made; null where there is none. */
export async function ownDelegation(tx: Tx, delegationId: string, me: ContactActor) {
  const [row] = await tx
    .select({
      project: projectHead,
      toName: portalDelegations.toName,
      fromOn: portalDelegations.fromOn,
      toOn: portalDelegations.toOn,
      revokedAt: portalDelegations.revokedAt,
    })
    .from(portalDelegations)
    .innerJoin(portalProjects, eq(portalProjects.id, portalDelegations.projectId))
    .where(and(eq(portalDelegations.id, delegationId), eq(portalDelegations.fromContactId, me.contactId)))
  if (!row) return null
  const { project, revokedAt, ...delegation } = row
  return { project, delegation: { ...delegation, isRevoked: revokedAt !== null } }
}
