import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { vendors } from '@countersign/db/tables/vendor-names'
import { and, asc, eq, inArray, ne } from 'drizzle-orm'

/** Whose time can be booked; null for no project. */
export async function whoseTime(tx: Tx, projectId: string) {
  const [[project], people, firms, roles] = await Promise.all([
    tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)),
    peopleToBook(tx),
    tx
      .select({ value: vendors.id, label: vendors.name })
      .from(vendors)
      .where(eq(vendors.isActive, true))
      .orderBy(asc(vendors.name)),
    tx
      .selectDistinct({ name: staff.jobRole })
      .from(staff)
      .where(ne(staff.role, 'vendor'))
      .orderBy(asc(staff.jobRole)),
  ])
  return project ? { people, firms, roles: roles.map(({ name }) => name) } : null
}

export function peopleToBook(tx: Tx) {
  return tx
    .select({ value: staff.id, label: staff.name })
    .from(staff)
    .where(
      and(
        eq(staff.isActive, true),
        inArray(staff.role, ['team_member', 'project_manager', 'program_manager']),
      ),
    )
    .orderBy(asc(staff.name))
}
