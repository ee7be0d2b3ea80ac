import type { StaffRole, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { vendors } from '@countersign/db/tables/vendor-names'
import { and, eq } from 'drizzle-orm'
import { enqueue } from './enqueue'
import { refused } from './result'

type Invitation = {
  name: string
  email: string
  role: StaffRole
  jobRole: string
  /** Whose person it is; counts for the role `vendor` only. */
  vendorId?: string | null
  locale: 'en' | 'de'
  timeZone: string
}

/** Adds a colleague, or a vendor's person, in one role and sends the invitation by mail. */
export async function inviteStaff(tx: Tx, { email, vendorId = null, ...person }: Invitation) {
  const isOfVendor = person.role === 'vendor'
  if (vendorId === null ? isOfVendor : !(await isOurVendor(tx, vendorId))) return refused('no-such-vendor')
  const [row] = await tx
    .insert(staff)
    .values({ ...person, vendorId: isOfVendor ? vendorId : null, email: email.toLowerCase() })
    .onConflictDoNothing()
    .returning({ id: staff.id })
  if (!row) return refused('address-taken')
  await enqueue(tx, 'staff-invitation', { staffId: row.id }, `staff invitation ${row.id}`)
  return { ok: true as const, staffId: row.id }
}

async function isOurVendor(tx: Tx, vendorId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: vendors.id })
    .from(vendors)
    .where(and(eq(vendors.id, vendorId), eq(vendors.isActive, true)))
  return rows.length > 0
}
