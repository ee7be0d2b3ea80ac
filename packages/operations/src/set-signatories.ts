import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { signatureRequirements } from '@countersign/db/tables/decision-parts'
import { projectContacts } from '@countersign/db/tables/participants'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { refused } from './result'

type Wanted = {
  projectId: string
  /** Null for all deliverables that name nobody of their own. */
  deliverableId: string | null
  signatories: { contactId: string; position: number }[]
}

/**
 * Who has to sign, as the contract says; nobody named leaves one signature of whoever may. A single name is a rule too:
 * nobody else's signature counts then.
 */
export async function setSignatories(tx: Tx, { projectId, deliverableId, signatories }: Wanted) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const wanted = signatories.map(({ contactId }) => contactId)
  if (new Set(wanted).size < wanted.length) return refused('named-twice')
  const known = await tx
    .select({ contactId: projectContacts.contactId })
    .from(projectContacts)
    .where(
      and(
        eq(projectContacts.projectId, projectId),
        eq(projectContacts.role, 'signatory'),
        inArray(projectContacts.contactId, wanted.length > 0 ? wanted : [projectId]),
      ),
    )
  if (known.length < wanted.length) return refused('not-a-signatory')
  if (deliverableId !== null) {
    const [deliverable] = await tx
      .select({ id: deliverables.id })
      .from(deliverables)
      .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId)))
    if (!deliverable) return refused('no-such-deliverable')
  }
  await tx
    .delete(signatureRequirements)
    .where(
      and(
        eq(signatureRequirements.projectId, projectId),
        deliverableId === null
          ? isNull(signatureRequirements.deliverableId)
          : eq(signatureRequirements.deliverableId, deliverableId),
      ),
    )
  if (signatories.length > 0) {
    await tx
      .insert(signatureRequirements)
      .values(signatories.map((signatory) => ({ projectId, deliverableId, ...signatory })))
  }
  return { ok: true as const }
}
