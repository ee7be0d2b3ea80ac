import type { StaffActor, Tx } from '@countersign/db/connect'
import { purchaseOrderLines, purchaseOrders, purchaseReceipts } from '@countersign/db/tables/vendors'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sumMinor } from '@countersign/domain/money'
import { eq } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'

type Receipt = {
  purchaseOrderLineId: string
  amountMinor: bigint
  receivedOn: LocalDate
  note: string
  today: LocalDate
  by: StaffActor
}

/** Records what came of an ordered line, at most what is still to come; the database settles two at once. */
export async function recordReceipt(tx: Tx, { today, by, ...receipt }: Receipt) {
  const { purchaseOrderLineId, amountMinor, receivedOn } = receipt
  const [line] = await tx
    .select({
      projectId: purchaseOrderLines.projectId,
      amountMinor: purchaseOrderLines.amountMinor,
      orderedOn: purchaseOrders.orderedOn,
      closedAt: purchaseOrders.closedAt,
    })
    .from(purchaseOrderLines)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, purchaseOrderLines.purchaseOrderId))
    .where(eq(purchaseOrderLines.id, purchaseOrderLineId))
  if (!line) return refused('no-such-line')
  if (line.closedAt) return refused('order-closed')
  if (receivedOn > today) return refused('in-the-future')
  if (receivedOn < line.orderedOn) return refused('before-order')
  const came = await tx
    .select({ amountMinor: purchaseReceipts.amountMinor })
    .from(purchaseReceipts)
    .where(eq(purchaseReceipts.purchaseOrderLineId, purchaseOrderLineId))
  const openMinor = line.amountMinor - sumMinor(came.map((each) => each.amountMinor))
  if (amountMinor > openMinor) return { ok: false as const, why: 'above-ordered' as const, openMinor }
  try {
    await tx.transaction((inner) =>
      inner
        .insert(purchaseReceipts)
        .values({ ...receipt, projectId: line.projectId, recordedBy: by.staffId }),
    )
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'receipt_within_ordered') return refused('received-meanwhile')
    if (broken === 'order_is_open') return refused('order-closed')
    if (broken === 'month_is_open') return refused('month-closed')
    throw error
  }
  return { ok: true as const }
}

/** Takes back a receipt recorded by mistake, unless an invoice stands on it. */
export async function takeBackReceipt(tx: Tx, { receiptId }: { receiptId: string }) {
  try {
    const gone = await tx.transaction((inner) =>
      inner
        .delete(purchaseReceipts)
        .where(eq(purchaseReceipts.id, receiptId))
        .returning({ id: purchaseReceipts.id }),
    )
    return gone.length > 0 ? { ok: true as const } : refused('no-such-receipt')
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'receipt_is_invoiced') return refused('receipt-invoiced')
    if (broken === 'month_is_open') return refused('month-closed')
    throw error
  }
}
