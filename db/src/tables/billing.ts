import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, minor, recordedAt, sha256 } from './columns'
import { billingMilestones } from './contract'
import { files } from './delivery'
import { customers, staff } from './people'
import { projects } from './projects'

/** The last number of each series. Whoever issues an invoice holds this row until commit: no gap, no double. */
export const invoiceSeries = pgTable('invoice_series', {
  series: text('series').primaryKey(),
  lastNumber: integer('last_number').notNull(),
})

export const invoices = pgTable(
  'invoices',
  {
    id: id(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'restrict' }),
    series: text('series').notNull(),
    sequence: integer('sequence').notNull(),
    number: text('number').notNull().unique(),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    currency: text('currency').notNull(),
    netMinor: minor('net_minor').notNull(),
    taxBasisPoints: integer('tax_basis_points').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    grossMinor: minor('gross_minor').notNull(),
    issuedBy: uuid('issued_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    issuedAt: recordedAt('issued_at'),
  },
  (t) => [
    unique('invoices_sequence').on(t.series, t.sequence),
    unique('invoices_in_project').on(t.projectId, t.id),
    check('invoices_sum', sql`${t.grossMinor} = ${t.netMinor} + ${t.taxMinor}`),
    check('invoices_due', sql`${t.dueOn} >= ${t.issuedOn}`),
  ],
)

/** A line bills what is released of a billing milestone and not billed yet. A trigger refuses anything else. */
export const invoiceLines = pgTable(
  'invoice_lines',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    invoiceId: uuid('invoice_id').notNull(),
    billingMilestoneId: uuid('billing_milestone_id').notNull(),
    description: text('description').notNull(),
    amountMinor: minor('amount_minor').notNull(),
  },
  (t) => [
    unique('invoice_lines_once_an_invoice').on(t.invoiceId, t.billingMilestoneId),
    index('invoice_lines_of_milestone').on(t.billingMilestoneId),
    foreignKey({
      name: 'invoice_lines_invoice',
      columns: [t.projectId, t.invoiceId],
      foreignColumns: [invoices.projectId, invoices.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'invoice_lines_milestone',
      columns: [t.projectId, t.billingMilestoneId],
      foreignColumns: [billingMilestones.projectId, billingMilestones.id],
    }).onDelete('restrict'),
  ],
)

/** The invoice as it was sent: made by the worker after the invoice was issued. */
export const invoiceDocuments = pgTable('invoice_documents', {
  invoiceId: uuid('invoice_id')
    .primaryKey()
    .references(() => invoices.id, { onDelete: 'restrict' }),
  projectId: uuid('project_id').notNull(),
  fileSha256: sha256('file_sha256')
    .notNull()
    .references(() => files.sha256, { onDelete: 'restrict' }),
  madeAt: recordedAt('made_at'),
})

/** Money received. A trigger refuses more than is open. */
export const invoicePayments = pgTable(
  'invoice_payments',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    invoiceId: uuid('invoice_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    reference: text('reference').notNull().default(''),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    index('invoice_payments_of_invoice').on(t.invoiceId),
    check('invoice_payments_amount', sql`${t.amountMinor} > 0`),
    foreignKey({
      name: 'invoice_payments_invoice',
      columns: [t.projectId, t.invoiceId],
      foreignColumns: [invoices.projectId, invoices.id],
    }).onDelete('restrict'),
  ],
)
