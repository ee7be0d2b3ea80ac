import type { StaffActor, Tx } from '@countersign/db/connect'
import { purchaseOrders } from '@countersign/db/tables/vendors'
import { purchaseOrderSums } from '@countersign/db/views/orders'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { openToInvoiceMinor } from '@countersign/domain/purchase'
import { eq, sql } from 'drizzle-orm'
import { keepFile } from './keep-file'
import { brokenConstraint, refused } from './result'
import type { StoredFile } from './submit-deliverable'

type VendorInvoice = {
  purchaseOrderId: string
  number: string
  invoicedOn: LocalDate
  dueOn: LocalDate
  netMinor: bigint
  taxMinor: bigint
  /** The invoice as it came: a vendor's own people send it along. */
  document: StoredFile | null
  today: LocalDate
  by: StaffActor
}

/**
 * Records a vendor's invoice, or sends one as the vendor: at most what was received of the order and not invoiced. Whose
 * project it is and what it costs us, the database fills in; two at once it settles.
 */
export async function recordVendorInvoice(tx: Tx, invoice: VendorInvoice) {
  const { purchaseOrderId, number, invoicedOn, dueOn, netMinor, taxMinor, document, today, by } = invoice
  const [order] = await tx
    .select({
      orderedOn: purchaseOrders.orderedOn,
      receivedMinor: purchaseOrderSums.receivedMinor,
      invoicedMinor: purchaseOrderSums.invoicedMinor,
      orderedMinor: purchaseOrderSums.orderedMinor,
    })
    .from(purchaseOrders)
    .innerJoin(purchaseOrderSums, eq(purchaseOrderSums.purchaseOrderId, purchaseOrders.id))
    .where(eq(purchaseOrders.id, purchaseOrderId))
  if (!order) return refused('no-such-order')
  if (by.role === 'vendor' && !document) return refused('document-wanted')
  if (invoicedOn > today) return refused('in-the-future')
  if (invoicedOn < order.orderedOn) return refused('before-order')
  if (dueOn < invoicedOn) return refused('due-before-invoiced')
  const openMinor = openToInvoiceMinor(order)
  if (netMinor > openMinor) return { ok: false as const, why: 'above-received' as const, openMinor }
  try {
    const [row] = await tx.transaction(async (inner) => {
      if (document) await keepFile(inner, document)
      // By hand: the query builder names every column, and a vendor may write these only.
      return inner.execute<{ id: string }>(sql`
        insert into public.vendor_invoices (purchase_order_id, number, invoiced_on, due_on, net_minor, tax_minor,
          document_sha256, document_name, recorded_by)
        values (${purchaseOrderId}, ${number}, ${invoicedOn}, ${dueOn}, ${netMinor}, ${taxMinor},
          ${document?.sha256 ?? null}, ${document?.name ?? null}, ${by.staffId})
        returning id`)
    })
    return { ok: true as const, vendorInvoiceId: row!.id }
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'vendor_invoices_number') return refused('number-known')
    if (broken === 'vendor_invoice_within_received') return refused('invoiced-meanwhile')
    if (broken === 'exchange_rate_is_known') return refused('no-exchange-rate')
    if (broken === 'month_is_open') return refused('month-closed')
    throw error
  }
}
