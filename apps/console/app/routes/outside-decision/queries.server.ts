import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { signingDelegations } from '@countersign/db/tables/decision-parts'
import { projectContacts } from '@countersign/db/tables/participants'
import { contacts } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { deliverableStates } from '@countersign/db/views/states'
import { and, asc, eq, exists, or } from 'drizzle-orm'

type Ids = { projectId: string; deliverableId: string }

/** The version that waits for a decision, if one does, and who of the customer may have signed; null for none such. */
export async function versionToDecideOutside(tx: Tx, { projectId, deliverableId }: Ids) {
  const [deliverable] = await tx
    .select({
      code: deliverables.code,
      name: deliverables.name,
      state: deliverableStates.state,
      version: deliverableStates.version,
      submissionId: deliverableStates.submissionId,
      timeZone: projects.timeZone,
    })
    .from(deliverables)
    .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
    .innerJoin(projects, eq(projects.id, deliverables.projectId))
    .where(and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId)))
  if (!deliverable) return null
  const delegatedTo = tx
    .select({ id: signingDelegations.id })
    .from(signingDelegations)
    .where(
      and(
        eq(signingDelegations.projectId, projectId),
        eq(signingDelegations.toContactId, projectContacts.contactId),
      ),
    )
  const people = await tx
    .select({ id: contacts.id, name: contacts.name, jobTitle: contacts.jobTitle })
    .from(projectContacts)
    .innerJoin(contacts, eq(contacts.id, projectContacts.contactId))
    .where(
      and(
        eq(projectContacts.projectId, projectId),
        or(eq(projectContacts.role, 'signatory'), exists(delegatedTo)),
      ),
    )
    .orderBy(asc(contacts.name))
  return { ...deliverable, people, waits: deliverable.state === 'submitted' }
}
