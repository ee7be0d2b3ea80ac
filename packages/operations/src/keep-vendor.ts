import type { Tx } from '@countersign/db/connect'
import { vendors } from '@countersign/db/tables/vendor-names'
import { eq } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Vendor = { name: string; address: string; taxNumber: string }

export async function addVendor(tx: Tx, vendor: Vendor) {
  const [row] = await tx.insert(vendors).values(vendor).onConflictDoNothing().returning({ id: vendors.id })
  return row ? { ok: true as const, vendorId: row.id } : refused('name-taken')
}

/** One that is not active any longer gets no orders, and its people see nothing. */
export async function changeVendor(
  tx: Tx,
  { vendorId, ...vendor }: Vendor & { vendorId: string; isActive: boolean },
) {
  try {
    const rows = await tx.transaction((inner) =>
      inner.update(vendors).set(vendor).where(eq(vendors.id, vendorId)).returning({ id: vendors.id }),
    )
    return rows.length > 0 ? { ok: true as const } : refused('no-such-vendor')
  } catch (error) {
    if (brokenConstraint(error) === 'vendors_name_unique') return refused('name-taken')
    throw error
  }
}
