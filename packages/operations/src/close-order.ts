import type { Tx } from '@countersign/db/connect'
import { purchaseOrders } from '@countersign/db/tables/vendors'
import { eq } from 'drizzle-orm'
import { refused } from './result'

/** Nothing more is to come of an order, or, where that was wrong, something is again. */
export async function closeOrder(
  tx: Tx,
  { purchaseOrderId, isClosed, now }: { purchaseOrderId: string; isClosed: boolean; now: Date },
) {
  const rows = await tx
    .update(purchaseOrders)
    .set({ closedAt: isClosed ? now : null })
    .where(eq(purchaseOrders.id, purchaseOrderId))
    .returning({ id: purchaseOrders.id })
  return rows.length > 0 ? { ok: true as const } : refused('no-such-order')
}
