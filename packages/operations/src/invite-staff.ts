import type { StaffRole, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { enqueue } from './enqueue'
import { refused } from './result'

type Invitation = {
  name: string
  email: string
  role: StaffRole
  jobRole: string
  locale: 'en' | 'de'
  timeZone: string
}

/** Adds a colleague in one role and sends the invitation by mail. */
export async function inviteStaff(tx: Tx, { email, ...person }: Invitation) {
  const [row] = await tx
    .insert(staff)
    .values({ ...person, email: email.toLowerCase() })
    .onConflictDoNothing()
    .returning({ id: staff.id })
  if (!row) return refused('address-taken')
  await enqueue(tx, 'staff-invitation', { staffId: row.id }, `staff invitation ${row.id}`)
  return { ok: true as const, staffId: row.id }
}
