import type { Tx } from '@countersign/db/connect'
import { projectContacts } from '@countersign/db/tables/participants'
import { contacts, staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { teamPlaces } from '@countersign/db/tables/teams'
import { vendors } from '@countersign/db/tables/vendor-names'
import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm'

/** Who could join the team: our people and the customer's who are not on it yet, and vendors. Null for no project. */
export async function whoCouldJoin(tx: Tx, projectId: string) {
  const onIt = (which: ReturnType<typeof eq>) =>
    notExists(
      tx
        .select({ one: sql`1` })
        .from(teamPlaces)
        .where(and(eq(teamPlaces.projectId, projectId), which)),
    )
  const [[project], ours, customers, firms] = await Promise.all([
    tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)),
    tx
      .select({ id: staff.id, name: staff.name, what: staff.jobRole })
      .from(staff)
      .where(
        and(
          eq(staff.isActive, true),
          inArray(staff.role, ['team_member', 'project_manager', 'program_manager']),
          onIt(eq(teamPlaces.staffId, staff.id)),
        ),
      )
      .orderBy(asc(staff.name)),
    tx
      .select({ id: contacts.id, name: contacts.name, what: contacts.jobTitle })
      .from(projectContacts)
      .innerJoin(contacts, eq(contacts.id, projectContacts.contactId))
      .where(
        and(
          eq(projectContacts.projectId, projectId),
          eq(contacts.isActive, true),
          onIt(eq(teamPlaces.contactId, contacts.id)),
        ),
      )
      .orderBy(asc(contacts.name)),
    tx
      .select({ id: vendors.id, name: vendors.name })
      .from(vendors)
      .where(eq(vendors.isActive, true))
      .orderBy(asc(vendors.name)),
  ])
  return project ? { ours, customers, firms } : null
}
