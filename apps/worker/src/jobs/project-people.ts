import type { Tx } from '@countersign/db/connect'
import { projectContacts } from '@countersign/db/tables/participants'
import { contacts, customers, staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { and, asc, eq } from 'drizzle-orm'

/** A project with its customer and its manager, as mails and documents name them. */
export async function projectNamed(tx: Tx, projectId: string) {
  const [row] = await tx
    .select({
      id: projects.id,
      code: projects.code,
      name: projects.name,
      timeZone: projects.timeZone,
      customer: {
        name: customers.name,
        address: customers.address,
        locale: customers.locale,
      },
      manager: {
        id: staff.id,
        name: staff.name,
        email: staff.email,
        locale: staff.locale,
        timeZone: staff.timeZone,
        isActive: staff.isActive,
      },
    })
    .from(projects)
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .innerJoin(staff, eq(staff.id, projects.managerId))
    .where(eq(projects.id, projectId))
  return row!
}

/** Who of the customer follows the project now, and as what. */
export async function activeContacts(tx: Tx, projectId: string) {
  return tx
    .select({
      id: contacts.id,
      name: contacts.name,
      email: contacts.email,
      locale: contacts.locale,
      timeZone: contacts.timeZone,
      role: projectContacts.role,
    })
    .from(projectContacts)
    .innerJoin(contacts, eq(contacts.id, projectContacts.contactId))
    .where(and(eq(projectContacts.projectId, projectId), eq(contacts.isActive, true)))
    .orderBy(asc(contacts.email))
}
