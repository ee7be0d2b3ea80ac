import type { StaffActor, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { provider } from '@countersign/db/tables/provider'
import { vendors } from '@countersign/db/tables/vendor-names'
import {
  purchaseOrderLines,
  purchaseOrders,
  purchaseReceipts,
  vendorInvoiceRefusals,
  vendorInvoices,
} from '@countersign/db/tables/vendors'
import { commitments, purchaseOrderSums as sums } from '@countersign/db/views/orders'
import { openToInvoiceMinor, orderState, vendorInvoiceState } from '@countersign/domain/purchase'
import { sumMinor } from '@countersign/domain/money'
import type { SerializeFrom } from '@remix-run/node'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { moneyText } from '../../money-text'

export type OrderPage = SerializeFrom<NonNullable<Awaited<ReturnType<typeof orderPage>>>>

/** An order with its lines, what came and what was invoiced; null where this person has none of this id. */
export async function orderPage(tx: Tx, orderId: string, { role }: StaffActor) {
  const [head] = await orderHead(tx, orderId)
  if (!head) return null
  const [lines, receipts, invoices, refusals, buyer, ours] = await Promise.all([
    linesOf(tx, orderId),
    receiptsOf(tx, orderId),
    invoicesOf(tx, orderId),
    refusalsOf(tx, orderId),
    buyerOf(tx),
    role === 'vendor' ? null : oursOf(tx, orderId),
  ])
  const money = (minor: bigint) => moneyText(minor, head.currency)
  const { orderedMinor, receivedMinor, invoicedMinor, closedAt, ...rest } = head
  const orderSums = { orderedMinor, receivedMinor, invoicedMinor }
  const receivedOf = (lineId: string) =>
    sumMinor(receipts.filter((each) => each.lineId === lineId).map((each) => each.amountMinor))
  return {
    ...rest,
    isClosed: closedAt !== null,
    state: orderState(orderSums, closedAt !== null),
    value: money(orderedMinor),
    received: money(receivedMinor),
    invoiced: money(invoicedMinor),
    toCome: money(orderedMinor - receivedMinor),
    openToInvoice: money(openToInvoiceMinor(orderSums)),
    buyer,
    ours,
    lines: lines.map(({ amountMinor, ...line }) => ({
      ...line,
      amount: money(amountMinor),
      received: money(receivedOf(line.id)),
      toCome: money(amountMinor - receivedOf(line.id)),
    })),
    receipts: receipts.map(({ amountMinor, ...receipt }) => ({ ...receipt, amount: money(amountMinor) })),
    invoices: invoices.map(({ netMinor, taxMinor, approvedAt, ...invoice }) => ({
      ...invoice,
      net: money(netMinor),
      gross: money(netMinor + taxMinor),
      state: vendorInvoiceState({ approvedAt, paidOn: invoice.paidOn }),
    })),
    refusals: refusals.map(({ netMinor, ...refusal }) => ({ ...refusal, net: money(netMinor) })),
  }
}

/** What everybody who has the order sees of it. */
function orderHead(tx: Tx, orderId: string) {
  return tx
    .select({
      id: purchaseOrders.id,
      number: purchaseOrders.number,
      title: purchaseOrders.title,
      currency: purchaseOrders.currency,
      orderedOn: purchaseOrders.orderedOn,
      deliverOn: purchaseOrders.deliverOn,
      closedAt: purchaseOrders.closedAt,
      vendor: vendors.name,
      vendorAddress: vendors.address,
      vendorTaxNumber: vendors.taxNumber,
      orderedMinor: sums.orderedMinor,
      receivedMinor: sums.receivedMinor,
      invoicedMinor: sums.invoicedMinor,
    })
    .from(purchaseOrders)
    .innerJoin(vendors, eq(vendors.id, purchaseOrders.vendorId))
    .innerJoin(sums, eq(sums.purchaseOrderId, purchaseOrders.id))
    .where(eq(purchaseOrders.id, orderId))
}

/** What a vendor does not see. */
async function oursOf(tx: Tx, orderId: string) {
  const [row] = await tx
    .select({
      projectId: purchaseOrders.projectId,
      project: sql<string>`${projects.code} || ' ' || ${projects.name}`,
      task: sql<string | null>`${tasks.wbs} || ' ' || ${tasks.name}`,
      orderedBy: staff.name,
      exchangeRate: purchaseOrders.exchangeRate,
      committedMinor: commitments.committedMinor,
      currency: commitments.currency,
    })
    .from(purchaseOrders)
    .innerJoin(projects, eq(projects.id, purchaseOrders.projectId))
    .innerJoin(staff, eq(staff.id, purchaseOrders.orderedBy))
    .innerJoin(commitments, eq(commitments.purchaseOrderId, purchaseOrders.id))
    .leftJoin(tasks, eq(tasks.id, purchaseOrders.taskId))
    .where(eq(purchaseOrders.id, orderId))
  const { committedMinor, currency, exchangeRate, ...rest } = row!
  return {
    ...rest,
    rate: Number(exchangeRate),
    committed: moneyText(committedMinor, currency),
  }
}

function linesOf(tx: Tx, orderId: string) {
  return tx
    .select({
      id: purchaseOrderLines.id,
      position: purchaseOrderLines.position,
      description: purchaseOrderLines.description,
      amountMinor: purchaseOrderLines.amountMinor,
    })
    .from(purchaseOrderLines)
    .where(eq(purchaseOrderLines.purchaseOrderId, orderId))
    .orderBy(asc(purchaseOrderLines.position))
}

function receiptsOf(tx: Tx, orderId: string) {
  return tx
    .select({
      id: purchaseReceipts.id,
      lineId: purchaseReceipts.purchaseOrderLineId,
      line: purchaseOrderLines.description,
      amountMinor: purchaseReceipts.amountMinor,
      receivedOn: purchaseReceipts.receivedOn,
    })
    .from(purchaseReceipts)
    .innerJoin(purchaseOrderLines, eq(purchaseOrderLines.id, purchaseReceipts.purchaseOrderLineId))
    .where(eq(purchaseOrderLines.purchaseOrderId, orderId))
    .orderBy(desc(purchaseReceipts.receivedOn), asc(purchaseOrderLines.position))
}

function invoicesOf(tx: Tx, orderId: string) {
  return tx
    .select({
      id: vendorInvoices.id,
      number: vendorInvoices.number,
      invoicedOn: vendorInvoices.invoicedOn,
      dueOn: vendorInvoices.dueOn,
      netMinor: vendorInvoices.netMinor,
      taxMinor: vendorInvoices.taxMinor,
      approvedAt: vendorInvoices.approvedAt,
      paidOn: vendorInvoices.paidOn,
    })
    .from(vendorInvoices)
    .where(eq(vendorInvoices.purchaseOrderId, orderId))
    .orderBy(desc(vendorInvoices.invoicedOn), desc(vendorInvoices.recordedAt))
}

function refusalsOf(tx: Tx, orderId: string) {
  return tx
    .select({
      id: vendorInvoiceRefusals.id,
      number: vendorInvoiceRefusals.number,
      invoicedOn: vendorInvoiceRefusals.invoicedOn,
      netMinor: vendorInvoiceRefusals.netMinor,
      reason: vendorInvoiceRefusals.reason,
      documentSha256: vendorInvoiceRefusals.documentSha256,
      documentName: vendorInvoiceRefusals.documentName,
    })
    .from(vendorInvoiceRefusals)
    .where(eq(vendorInvoiceRefusals.purchaseOrderId, orderId))
    .orderBy(desc(vendorInvoiceRefusals.refusedAt))
}

/** Who buys: what a vendor puts on its invoice. */
async function buyerOf(tx: Tx) {
  const [row] = await tx
    .select({
      name: provider.name,
      street: provider.street,
      postalCode: provider.postalCode,
      town: provider.town,
      vatId: provider.vatId,
      contactName: provider.contactName,
      contactEmail: provider.contactEmail,
    })
    .from(provider)
  return row ?? null
}
