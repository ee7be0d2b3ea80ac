import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, minor, recordedAt, sha256 } from './columns'
import { files } from './delivery'
import { staff } from './people'
import { tasks } from './plan'
import { project } from './project-column'
import { vendors } from './vendor-names'

/** What was ordered from a vendor for a work package of a project, in the order's own currency. */
export const purchaseOrders = pgTable(
  'purchase_orders',
  {
    id: id(),
    projectId: project(),
    vendorId: uuid('vendor_id')
      .notNull()
      .references(() => vendors.id, { onDelete: 'restrict' }),
    number: text('number').notNull().unique(),
    title: text('title').notNull(),
    /** The work package it is for. */
    taskId: uuid('task_id'),
    currency: text('currency').notNull(),
    orderedOn: date('ordered_on', { mode: 'string' }).notNull(),
    deliverOn: date('deliver_on', { mode: 'string' }),
    /** One of the order's currency in the contract's when it was ordered. */
    exchangeRate: numeric('exchange_rate', { precision: 18, scale: 8 }).notNull(),
    orderedBy: uuid('ordered_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
    /** Nothing more is to come: what was not received is not committed any longer. */
    closedAt: instant('closed_at'),
  },
  (t) => [
    unique('purchase_orders_in_project').on(t.projectId, t.id),
    index('purchase_orders_vendor').on(t.vendorId),
    check('purchase_orders_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    foreignKey({
      name: 'purchase_orders_task',
      columns: [t.projectId, t.taskId],
      foreignColumns: [tasks.projectId, tasks.id],
    }).onDelete('restrict'),
  ],
)

export const purchaseOrderLines = pgTable(
  'purchase_order_lines',
  {
    id: id(),
    projectId: project(),
    purchaseOrderId: uuid('purchase_order_id').notNull(),
    position: integer('position').notNull(),
    description: text('description').notNull(),
    amountMinor: minor('amount_minor').notNull(),
  },
  (t) => [
    unique('purchase_order_lines_in_project').on(t.projectId, t.id),
    unique('purchase_order_lines_position').on(t.purchaseOrderId, t.position),
    index('purchase_order_lines_order').on(t.purchaseOrderId),
    check('purchase_order_lines_amount', sql`${t.amountMinor} > 0`),
    foreignKey({
      name: 'purchase_order_lines_order',
      columns: [t.projectId, t.purchaseOrderId],
      foreignColumns: [purchaseOrders.projectId, purchaseOrders.id],
    }).onDelete('restrict'),
  ],
)

/** What came of an ordered line, by value; at most what was ordered. */
export const purchaseReceipts = pgTable(
  'purchase_receipts',
  {
    id: id(),
    projectId: project(),
    purchaseOrderLineId: uuid('purchase_order_line_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    note: text('note').notNull().default(''),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    index('purchase_receipts_line').on(t.purchaseOrderLineId),
    check('purchase_receipts_amount', sql`${t.amountMinor} > 0`),
    foreignKey({
      name: 'purchase_receipts_line',
      columns: [t.projectId, t.purchaseOrderLineId],
      foreignColumns: [purchaseOrderLines.projectId, purchaseOrderLines.id],
    }).onDelete('restrict'),
  ],
)

/** A vendor's invoice, matched to its order: at most what was received and not invoiced. Its net is our cost. */
export const vendorInvoices = pgTable(
  'vendor_invoices',
  {
    id: id(),
    projectId: project(),
    purchaseOrderId: uuid('purchase_order_id').notNull(),
    number: text('number').notNull(),
    invoicedOn: date('invoiced_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    netMinor: minor('net_minor').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    /** One of the order's currency in the contract's, as on the day of the invoice. */
    exchangeRate: numeric('exchange_rate', { precision: 18, scale: 8 }).notNull(),
    /** Net, in the contract's currency. */
    costMinor: minor('cost_minor').notNull(),
    isBillable: boolean('is_billable').notNull().default(false),
    /** The invoice as it came; a vendor's own people always send it along. */
    documentSha256: sha256('document_sha256').references(() => files.sha256, { onDelete: 'restrict' }),
    documentName: text('document_name'),
    approvedAt: instant('approved_at'),
    approvedBy: uuid('approved_by').references(() => staff.id, { onDelete: 'restrict' }),
    paidOn: date('paid_on', { mode: 'string' }),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    unique('vendor_invoices_number').on(t.purchaseOrderId, t.number),
    unique('vendor_invoices_in_project').on(t.projectId, t.id),
    check('vendor_invoices_amounts', sql`${t.netMinor} > 0 and ${t.taxMinor} >= 0`),
    check('vendor_invoices_due', sql`${t.dueOn} >= ${t.invoicedOn}`),
    check('vendor_invoices_approved', sql`(${t.approvedAt} is null) = (${t.approvedBy} is null)`),
    check('vendor_invoices_four_eyes', sql`${t.approvedBy} <> ${t.recordedBy}`),
    check('vendor_invoices_paid', sql`${t.paidOn} is null or ${t.approvedAt} is not null`),
    check('vendor_invoices_document', sql`(${t.documentSha256} is null) = (${t.documentName} is null)`),
    foreignKey({
      name: 'vendor_invoices_order',
      columns: [t.projectId, t.purchaseOrderId],
      foreignColumns: [purchaseOrders.projectId, purchaseOrders.id],
    }).onDelete('restrict'),
  ],
)

/** An invoice that we did not take, with the reason that the vendor reads. It is no row of the invoices any longer. */
export const vendorInvoiceRefusals = pgTable(
  'vendor_invoice_refusals',
  {
    id: id(),
    projectId: project(),
    purchaseOrderId: uuid('purchase_order_id').notNull(),
    number: text('number').notNull(),
    invoicedOn: date('invoiced_on', { mode: 'string' }).notNull(),
    netMinor: minor('net_minor').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    documentSha256: sha256('document_sha256').references(() => files.sha256, { onDelete: 'restrict' }),
    documentName: text('document_name'),
    reason: text('reason').notNull(),
    refusedBy: uuid('refused_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    refusedAt: recordedAt('refused_at'),
  },
  (t) => [
    index('vendor_invoice_refusals_order').on(t.purchaseOrderId),
    check('vendor_invoice_refusals_reason', sql`${t.reason} <> ''`),
    foreignKey({
      name: 'vendor_invoice_refusals_order_in_project',
      columns: [t.projectId, t.purchaseOrderId],
      foreignColumns: [purchaseOrders.projectId, purchaseOrders.id],
    }).onDelete('restrict'),
  ],
)
