import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { vendors } from '@countersign/db/tables/vendor-names'
import { asc, eq, ne } from 'drizzle-orm'

/** What colleagues' work is called already: the same words keep one rate for one role. */
export async function knownJobRoles(tx: Tx) {
  const rows = await tx
    .selectDistinct({ jobRole: staff.jobRole })
    .from(staff)
    .where(ne(staff.role, 'vendor'))
    .orderBy(asc(staff.jobRole))
  return rows.map(({ jobRole }) => jobRole)
}

/** Whose people can be invited: those that we buy from. */
export function vendorsToInviteFor(tx: Tx) {
  return tx
    .select({ value: vendors.id, label: vendors.name })
    .from(vendors)
    .where(eq(vendors.isActive, true))
    .orderBy(asc(vendors.name))
}
