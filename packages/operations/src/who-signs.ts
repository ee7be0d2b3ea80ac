import type { Tx } from '@countersign/db/connect'
import { portalAuthorities, portalRequiredSignatures } from '@countersign/db/views/portal'
import type { Authority } from '@countersign/domain/acceptance'
import { and, asc, eq } from 'drizzle-orm'

/** In whose authority the person asking may accept in a project, with the name of whoever delegated it. */
export function authoritiesToAccept(tx: Tx, projectId: string) {
  return authoritiesTo(tx, projectId, 'acceptance')
}

/** The same for approving changes. */
export function authoritiesToApprove(tx: Tx, projectId: string) {
  return authoritiesTo(tx, projectId, 'change')
}

function authoritiesTo(
  tx: Tx,
  projectId: string,
  kind: 'acceptance' | 'change',
): Promise<(Authority & { delegatedByName: string | null })[]> {
  return tx
    .select()
    .from(portalAuthorities)
    .where(and(eq(portalAuthorities.kind, kind), eq(portalAuthorities.projectId, projectId)))
}

/** Who has to sign a version where the contract names several, in its order, and who has signed. */
export function requiredSignatures(tx: Tx, submissionId: string) {
  return tx
    .select()
    .from(portalRequiredSignatures)
    .where(eq(portalRequiredSignatures.submissionId, submissionId))
    .orderBy(asc(portalRequiredSignatures.position), asc(portalRequiredSignatures.name))
}
