import type { Tx } from '@countersign/db/connect'
import { contracts, deliverables } from '@countersign/db/tables/contract'
import { signatureRequirements } from '@countersign/db/tables/decision-parts'
import { projectContacts } from '@countersign/db/tables/participants'
import { contacts } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { and, asc, eq, ne } from 'drizzle-orm'

/** Who could sign in a project and who has to, for one deliverable or (null) for all; null for no such project. */
export async function signatoriesOf(tx: Tx, projectId: string, deliverableId: string | null) {
  const [[project], people, required, results] = await Promise.all([
    tx
      .select({ id: projects.id, order: contracts.signingOrder })
      .from(projects)
      .leftJoin(contracts, eq(contracts.projectId, projects.id))
      .where(eq(projects.id, projectId)),
    tx
      .select({ id: contacts.id, name: contacts.name, jobTitle: contacts.jobTitle })
      .from(projectContacts)
      .innerJoin(contacts, eq(contacts.id, projectContacts.contactId))
      .where(and(eq(projectContacts.projectId, projectId), eq(projectContacts.role, 'signatory')))
      .orderBy(asc(contacts.name)),
    tx.select().from(signatureRequirements).where(eq(signatureRequirements.projectId, projectId)),
    tx
      .select({ id: deliverables.id, code: deliverables.code, name: deliverables.name })
      .from(deliverables)
      .where(and(eq(deliverables.projectId, projectId), ne(deliverables.kind, 'charter')))
      .orderBy(asc(deliverables.position)),
  ])
  if (!project || (deliverableId !== null && !results.some(({ id }) => id === deliverableId))) return null
  return {
    order: project.order ?? 'parallel',
    deliverables: results,
    people: people.map((person) => ({
      ...person,
      position:
        required.find((each) => each.contactId === person.id && each.deliverableId === deliverableId)
          ?.position ?? null,
    })),
  }
}
