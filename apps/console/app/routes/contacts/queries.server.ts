import type { Tx } from '@countersign/db/connect'
import { delegationRevocations, signingDelegations } from '@countersign/db/tables/decision-parts'
import { projectContacts, signingAuthorities } from '@countersign/db/tables/participants'
import { contracts } from '@countersign/db/tables/contract'
import { contacts, customers } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import type { SerializeFrom } from '@remix-run/node'
import { asc, eq } from 'drizzle-orm'
import { moneyText } from '../../money-text'

/** The customer's people on a project, with what each may sign; null for no such project. */
export async function contactsOf(tx: Tx, projectId: string) {
  const [[project], people, authorities, delegations] = await Promise.all([
    tx
      .select({
        timeZone: projects.timeZone,
        customer: customers.name,
        currency: contracts.currency,
      })
      .from(projects)
      .innerJoin(customers, eq(customers.id, projects.customerId))
      .leftJoin(contracts, eq(contracts.projectId, projects.id))
      .where(eq(projects.id, projectId)),
    tx
      .select({
        id: contacts.id,
        name: contacts.name,
        email: contacts.email,
        jobTitle: contacts.jobTitle,
        isActive: contacts.isActive,
        role: projectContacts.role,
        endUserGroup: projectContacts.endUserGroup,
      })
      .from(projectContacts)
      .innerJoin(contacts, eq(contacts.id, projectContacts.contactId))
      .where(eq(projectContacts.projectId, projectId))
      .orderBy(asc(contacts.name)),
    tx
      .select()
      .from(signingAuthorities)
      .where(eq(signingAuthorities.projectId, projectId))
      .orderBy(asc(signingAuthorities.fromOn)),
    tx
      .select({
        id: signingDelegations.id,
        fromContactId: signingDelegations.fromContactId,
        toName: contacts.name,
        fromOn: signingDelegations.fromOn,
        toOn: signingDelegations.toOn,
        revokedAt: delegationRevocations.revokedAt,
      })
      .from(signingDelegations)
      .innerJoin(contacts, eq(contacts.id, signingDelegations.toContactId))
      .leftJoin(delegationRevocations, eq(delegationRevocations.delegationId, signingDelegations.id))
      .where(eq(signingDelegations.projectId, projectId))
      .orderBy(asc(signingDelegations.fromOn)),
  ])
  if (!project) return null
  return {
    ...project,
    currency: project.currency ?? 'EUR',
    people: people.map((person) => ({
      ...person,
      authorities: authorities
        .filter(({ contactId }) => contactId === person.id)
        .map(({ id, kind, upToMinor, currency, fromOn, toOn, evidence }) => ({
          id,
          kind,
          upTo: moneyText(upToMinor, currency),
          fromOn,
          toOn,
          evidence,
        })),
      delegations: delegations.filter(({ fromContactId }) => fromContactId === person.id),
    })),
  }
}

/** A customer’s people as the page reads them. */
export type Contacts = SerializeFrom<NonNullable<Awaited<ReturnType<typeof contactsOf>>>>
