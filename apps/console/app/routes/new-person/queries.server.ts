import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { asc } from 'drizzle-orm'

/** What colleagues' work is called already: the same words keep one rate for one role. */
export async function knownJobRoles(tx: Tx) {
  const rows = await tx.selectDistinct({ jobRole: staff.jobRole }).from(staff).orderBy(asc(staff.jobRole))
  return rows.map(({ jobRole }) => jobRole)
}
