import type { StaffActor, Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { staff } from '@countersign/db/tables/people'
import { vendors } from '@countersign/db/tables/vendor-names'
import { purchaseOrders, vendorInvoices } from '@countersign/db/tables/vendors'
import { purchaseOrderSums as sums } from '@countersign/db/views/orders'
import { vendorInvoiceState } from '@countersign/domain/purchase'
import type { SerializeFrom } from '@remix-run/node'
import { and, eq } from 'drizzle-orm'
import { moneyText } from '../../money-text'

export type VendorInvoicePage = SerializeFrom<NonNullable<Awaited<ReturnType<typeof vendorInvoicePage>>>>

type Asked = { orderId: string; vendorInvoiceId: string; by: StaffActor }

/** A vendor's invoice beside what was ordered and received; null where this person has none of these ids. */
export async function vendorInvoicePage(tx: Tx, { orderId, vendorInvoiceId, by }: Asked) {
  const here = and(eq(vendorInvoices.id, vendorInvoiceId), eq(vendorInvoices.purchaseOrderId, orderId))
  const [row] = await tx
    .select({
      id: vendorInvoices.id,
      orderId: purchaseOrders.id,
      orderNumber: purchaseOrders.number,
      vendor: vendors.name,
      currency: purchaseOrders.currency,
      number: vendorInvoices.number,
      invoicedOn: vendorInvoices.invoicedOn,
      dueOn: vendorInvoices.dueOn,
      netMinor: vendorInvoices.netMinor,
      taxMinor: vendorInvoices.taxMinor,
      approvedAt: vendorInvoices.approvedAt,
      paidOn: vendorInvoices.paidOn,
      documentSha256: vendorInvoices.documentSha256,
      documentName: vendorInvoices.documentName,
      orderedMinor: sums.orderedMinor,
      receivedMinor: sums.receivedMinor,
      invoicedMinor: sums.invoicedMinor,
    })
    .from(vendorInvoices)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, vendorInvoices.purchaseOrderId))
    .innerJoin(vendors, eq(vendors.id, purchaseOrders.vendorId))
    .innerJoin(sums, eq(sums.purchaseOrderId, purchaseOrders.id))
    .where(here)
  if (!row) return null
  const { netMinor, taxMinor, orderedMinor, receivedMinor, invoicedMinor, ...rest } = row
  const money = (minor: bigint) => moneyText(minor, row.currency)
  return {
    ...rest,
    state: vendorInvoiceState(row),
    ordered: money(orderedMinor),
    received: money(receivedMinor),
    invoicedBefore: money(invoicedMinor - netMinor),
    net: money(netMinor),
    tax: money(taxMinor),
    gross: money(netMinor + taxMinor),
    left: money(receivedMinor - invoicedMinor),
    ours: by.role === 'vendor' ? null : await oursOf(tx, vendorInvoiceId, by),
  }
}

/** What a vendor does not see. */
async function oursOf(tx: Tx, vendorInvoiceId: string, by: StaffActor) {
  const [row] = await tx
    .select({
      costMinor: vendorInvoices.costMinor,
      currency: contracts.currency,
      isBillable: vendorInvoices.isBillable,
      recordedById: vendorInvoices.recordedBy,
      recordedBy: staff.name,
    })
    .from(vendorInvoices)
    .innerJoin(contracts, eq(contracts.projectId, vendorInvoices.projectId))
    .innerJoin(staff, eq(staff.id, vendorInvoices.recordedBy))
    .where(eq(vendorInvoices.id, vendorInvoiceId))
  const { costMinor, currency, isBillable, recordedById, recordedBy } = row!
  return {
    cost: moneyText(costMinor, currency),
    isBillable,
    recordedBy,
    isOwnRecord: recordedById === by.staffId,
  }
}
