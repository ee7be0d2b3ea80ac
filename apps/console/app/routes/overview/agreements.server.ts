import type { StaffActor, Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { projectContacts } from '@countersign/db/tables/participants'
import { contacts } from '@countersign/db/tables/people'
import { criteriaAgreements, deliverableStates } from '@countersign/db/views/states'
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'

/**
 * What is still to be made before its criteria are agreed, in order, and who of the customer's could confirm them; their
 * names only for the manager, who invited them.
 */
export async function criteriaToAgree(tx: Tx, projectId: string, { role }: StaffActor) {
  const [open, signatories] = await Promise.all([
    tx
      .select({
        id: deliverables.id,
        code: deliverables.code,
        name: deliverables.name,
        number: criteriaAgreements.number,
        isCurrent: criteriaAgreements.isCurrent,
      })
      .from(criteriaAgreements)
      .innerJoin(deliverables, eq(deliverables.id, criteriaAgreements.deliverableId))
      .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, criteriaAgreements.deliverableId))
      .where(
        and(
          eq(criteriaAgreements.projectId, projectId),
          inArray(deliverableStates.state, ['draft', 'rejected']),
          or(isNull(criteriaAgreements.confirmedAt), eq(criteriaAgreements.isCurrent, false)),
        ),
      )
      .orderBy(asc(deliverables.position)),
    role === 'project_manager'
      ? tx
          .select({ name: contacts.name })
          .from(projectContacts)
          .innerJoin(contacts, eq(contacts.id, projectContacts.contactId))
          .where(
            and(
              eq(projectContacts.projectId, projectId),
              eq(projectContacts.role, 'signatory'),
              eq(contacts.isActive, true),
            ),
          )
          .orderBy(asc(contacts.name))
      : [],
  ])
  return { open, signatories: signatories.map(({ name }) => name) }
}
