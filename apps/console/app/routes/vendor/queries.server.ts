import type { Tx } from '@countersign/db/connect'
import { vendors } from '@countersign/db/tables/vendor-names'
import { eq } from 'drizzle-orm'

export async function vendorOf(tx: Tx, vendorId: string) {
  const [vendor] = await tx
    .select({
      id: vendors.id,
      name: vendors.name,
      address: vendors.address,
      taxNumber: vendors.taxNumber,
      isActive: vendors.isActive,
    })
    .from(vendors)
    .where(eq(vendors.id, vendorId))
  return vendor ?? null
}
