import type { Tx } from '@countersign/db/connect'
import { vendors } from '@countersign/db/tables/vendor-names'
import { purchaseOrders } from '@countersign/db/tables/vendors'
import { asc, count, desc, eq } from 'drizzle-orm'

/** Whom we buy from, with how many orders of theirs this person sees. */
export function vendorList(tx: Tx) {
  return tx
    .select({
      id: vendors.id,
      name: vendors.name,
      taxNumber: vendors.taxNumber,
      isActive: vendors.isActive,
      orders: count(purchaseOrders.id),
    })
    .from(vendors)
    .leftJoin(purchaseOrders, eq(purchaseOrders.vendorId, vendors.id))
    .groupBy(vendors.id)
    .orderBy(desc(vendors.isActive), asc(vendors.name))
}
