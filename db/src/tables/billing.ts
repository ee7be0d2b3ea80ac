import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, minor, recordedAt, sha256 } from './columns'
import { billingMilestones } from './contract'
import { contractLines, customerOrders } from './contract-lines'
import { files } from './delivery'
import { expenses } from './expenses'
import { customers, staff } from './people'
import { project } from './project-column'
import { projects } from './projects'
import { timeEntries } from './time'
import { vendorInvoices } from './vendors'

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
    /** A credit note takes back, whole or in part, the invoice that it refers to: its amounts are below zero. */
    kind: text('kind', { enum: ['invoice', 'credit-note'] })
      .notNull()
      .default('invoice'),
    refersTo: uuid('refers_to'),
    reason: text('reason').notNull().default(''),
    /** When what is billed was delivered. */
    periodFromOn: date('period_from_on', { mode: 'string' }),
    periodToOn: date('period_to_on', { mode: 'string' }),
    customerOrderId: uuid('customer_order_id'),
    /** Ours and the customer's name, address, tax number and references as they were: the domain's InvoiceParties. */
    parties: jsonb('parties')
      .notNull()
      .default(sql`'{}'::jsonb`),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    currency: text('currency').notNull(),
    netMinor: minor('net_minor').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    grossMinor: minor('gross_minor').notNull(),
    /** What had come in before the invoice was issued, gross: the document asks for the rest. Recorded as a payment too. */
    prepaidMinor: minor('prepaid_minor')
      .notNull()
      .default(sql`0`),
    issuedBy: uuid('issued_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    issuedAt: recordedAt('issued_at'),
  },
  (t) => [
    index('invoices_refers').on(t.refersTo),
    index('invoices_due_on').on(t.dueOn),
    unique('invoices_sequence').on(t.series, t.sequence),
    unique('invoices_in_project').on(t.projectId, t.id),
    check('invoices_sum', sql`${t.grossMinor} = ${t.netMinor} + ${t.taxMinor}`),
    check('invoices_prepaid', sql`${t.prepaidMinor} = 0 or ${t.prepaidMinor} between 0 and ${t.grossMinor}`),
    check('invoices_kind', sql`${t.kind} in ('invoice', 'credit-note')`),
    check('invoices_sign', sql`(${t.kind} = 'credit-note') = (${t.refersTo} is not null)`),
    foreignKey({
      name: 'invoices_refers_to',
      columns: [t.projectId, t.refersTo],
      foreignColumns: [t.projectId, t.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'invoices_order',
      columns: [t.projectId, t.customerOrderId],
      foreignColumns: [customerOrders.projectId, customerOrders.id],
    }).onDelete('restrict'),
    check('invoices_due', sql`${t.dueOn} >= ${t.issuedOn}`),
  ],
)

/**
 * A line of an invoice, with what it bills: what is released of a milestone, hours or expenses or a vendor's work at
 * cost, a retainer's period, a deposit that is set off (below zero). Triggers refuse what is not billable or billed
 * already.
 */
export const invoiceLines = pgTable(
  'invoice_lines',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    invoiceId: uuid('invoice_id').notNull(),
    position: integer('position').notNull(),
    source: text('source', {
      enum: ['milestone', 'time', 'expense', 'vendor', 'retainer', 'deposit-set-off', 'write-down'],
    }).notNull(),
    billingMilestoneId: uuid('billing_milestone_id'),
    contractLineId: uuid('contract_line_id'),
    /** The retainer's period. */
    periodOn: date('period_on', { mode: 'string' }),
    description: text('description').notNull(),
    /** Thousandths of the unit: 1500 hours of 'HUR' are 1.5 h; 1000 'C62' is one. */
    quantityThousandths: minor('quantity_thousandths')
      .notNull()
      .default(sql`1000`),
    unit: text('unit', { enum: ['C62', 'HUR'] })
      .notNull()
      .default('C62'),
    amountMinor: minor('amount_minor').notNull(),
    /** UNCL 5305: standard, zero rate, reverse charge, exempt, outside the scope. */
    taxCategory: text('tax_category', { enum: ['S', 'Z', 'AE', 'E', 'O'] })
      .notNull()
      .default('S'),
    taxBasisPoints: integer('tax_basis_points').notNull(),
    /** Of a credit note: the line that it takes back, whole or in part. */
    creditsLineId: uuid('credits_line_id'),
  },
  (t) => [
    foreignKey({
      name: 'invoice_lines_credits',
      columns: [t.projectId, t.creditsLineId],
      foreignColumns: [t.projectId, t.id],
    }).onDelete('restrict'),
    index('invoice_lines_credited').on(t.creditsLineId),
    index('invoice_lines_of_contract_line').on(t.contractLineId),
    unique('invoice_lines_position').on(t.invoiceId, t.position),
    unique('invoice_lines_in_project').on(t.projectId, t.id),
    index('invoice_lines_of_milestone').on(t.billingMilestoneId),
    check(
      'invoice_lines_source',
      sql`${t.source} in ('milestone', 'time', 'expense', 'vendor', 'retainer', 'deposit-set-off', 'write-down')`,
    ),
    check('invoice_lines_unit', sql`${t.unit} in ('C62', 'HUR')`),
    check(
      'invoice_lines_tax',
      sql`${t.taxCategory} in ('S', 'Z', 'AE', 'E', 'O') and ${t.taxBasisPoints} between 0 and 10000
        and (${t.taxCategory} = 'S') = (${t.taxBasisPoints} > 0)`,
    ),
    check(
      'invoice_lines_names_its_milestone',
      sql`(${t.source} in ('milestone', 'deposit-set-off')) = (${t.billingMilestoneId} is not null)`,
    ),
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
    foreignKey({
      name: 'invoice_lines_line',
      columns: [t.projectId, t.contractLineId],
      foreignColumns: [contractLines.projectId, contractLines.id],
    }).onDelete('restrict'),
  ],
)

/** Which entry a line bills: each hour, expense and vendor's invoice once; a credit note that names it frees it. */
export const invoiceLineEntries = pgTable(
  'invoice_line_entries',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    invoiceLineId: uuid('invoice_line_id').notNull(),
    timeEntryId: uuid('time_entry_id'),
    expenseId: uuid('expense_id'),
    vendorInvoiceId: uuid('vendor_invoice_id'),
    amountMinor: minor('amount_minor').notNull(),
  },
  (t) => [
    index('invoice_line_entries_of_line').on(t.invoiceLineId),
    index('invoice_line_entries_time').on(t.timeEntryId),
    index('invoice_line_entries_expense').on(t.expenseId),
    index('invoice_line_entries_vendor').on(t.vendorInvoiceId),
    check(
      'invoice_line_entries_one',
      sql`num_nonnulls(${t.timeEntryId}, ${t.expenseId}, ${t.vendorInvoiceId}) = 1`,
    ),
    foreignKey({
      name: 'invoice_line_entries_line',
      columns: [t.projectId, t.invoiceLineId],
      foreignColumns: [invoiceLines.projectId, invoiceLines.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'invoice_line_entries_time_entry',
      columns: [t.projectId, t.timeEntryId],
      foreignColumns: [timeEntries.projectId, timeEntries.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'invoice_line_entries_expense',
      columns: [t.projectId, t.expenseId],
      foreignColumns: [expenses.projectId, expenses.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'invoice_line_entries_vendor_invoice',
      columns: [t.projectId, t.vendorInvoiceId],
      foreignColumns: [vendorInvoices.projectId, vendorInvoices.id],
    }).onDelete('restrict'),
  ],
)

/** Tax by category and rate, as printed: computed on the sum of the rate's lines. */
export const invoiceTaxes = pgTable(
  'invoice_taxes',
  {
    projectId: uuid('project_id').notNull(),
    invoiceId: uuid('invoice_id').notNull(),
    taxCategory: text('tax_category', { enum: ['S', 'Z', 'AE', 'E', 'O'] }).notNull(),
    taxBasisPoints: integer('tax_basis_points').notNull(),
    netMinor: minor('net_minor').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    /** Why there is none, as the law wants it said; '' where tax is due. */
    exemptionReason: text('exemption_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.invoiceId, t.taxCategory, t.taxBasisPoints] }),
    foreignKey({
      name: 'invoice_taxes_invoice',
      columns: [t.projectId, t.invoiceId],
      foreignColumns: [invoices.projectId, invoices.id],
    }).onDelete('restrict'),
  ],
)

/** An invoice that is not one yet: chosen from the queue, perhaps edited, looked through by a second person. */
export const invoiceDrafts = pgTable(
  'invoice_drafts',
  {
    id: id(),
    projectId: project(),
    /** The domain's InvoiceDraft: lines with what they bill. */
    content: jsonb('content').notNull(),
    state: text('state', { enum: ['draft', 'in-review', 'approved'] })
      .notNull()
      .default('draft'),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    writtenAt: recordedAt('written_at'),
    reviewedBy: uuid('reviewed_by').references(() => staff.id, { onDelete: 'restrict' }),
    reviewNote: text('review_note').notNull().default(''),
  },
  (t) => [
    index('invoice_drafts_project').on(t.projectId),
    check('invoice_drafts_state', sql`${t.state} in ('draft', 'in-review', 'approved')`),
    check('invoice_drafts_reviewed', sql`(${t.state} = 'approved') <= (${t.reviewedBy} is not null)`),
  ],
)

/** Sent to the customer, by mail or said so by finance. */
export const invoiceSendings = pgTable(
  'invoice_sendings',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    invoiceId: uuid('invoice_id').notNull(),
    /** 0 for the invoice itself, 1 to 3 for a dunning level. */
    level: integer('level').notNull(),
    sentTo: text('sent_to').notNull(),
    feeMinor: minor('fee_minor')
      .notNull()
      .default(sql`0`),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    sentBy: uuid('sent_by').references(() => staff.id, { onDelete: 'restrict' }),
    sentAt: recordedAt('sent_at'),
  },
  (t) => [
    unique('invoice_sendings_level').on(t.invoiceId, t.level),
    check('invoice_sendings_level_known', sql`${t.level} between 0 and 3`),
    foreignKey({
      name: 'invoice_sendings_invoice',
      columns: [t.projectId, t.invoiceId],
      foreignColumns: [invoices.projectId, invoices.id],
    }).onDelete('restrict'),
  ],
)

/** What of an invoice will never come in: it lowers what is open and the margin. */
export const invoiceWriteOffs = pgTable(
  'invoice_write_offs',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    invoiceId: uuid('invoice_id').notNull(),
    /** Gross; its net part counts against the margin. */
    amountMinor: minor('amount_minor').notNull(),
    netMinor: minor('net_minor').notNull(),
    writtenOffOn: date('written_off_on', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    check(
      'invoice_write_offs_amount',
      sql`${t.amountMinor} > 0 and ${t.netMinor} between 0 and ${t.amountMinor}`,
    ),
    check('invoice_write_offs_reason', sql`${t.reason} <> ''`),
    foreignKey({
      name: 'invoice_write_offs_invoice',
      columns: [t.projectId, t.invoiceId],
      foreignColumns: [invoices.projectId, invoices.id],
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
  /** The same invoice in both syntaxes of EN 16931; null for what was made before there were any. */
  ublSha256: sha256('ubl_sha256').references(() => files.sha256, { onDelete: 'restrict' }),
  ciiSha256: sha256('cii_sha256').references(() => files.sha256, { onDelete: 'restrict' }),
  madeAt: recordedAt('made_at'),
})

/**
 * Money received; below zero what was paid back of an invoice that a credit note lowered after it was paid. A trigger
 * refuses more than is open, and more back than came in too much.
 */
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
    check('invoice_payments_amount', sql`${t.amountMinor} <> 0`),
    foreignKey({
      name: 'invoice_payments_invoice',
      columns: [t.projectId, t.invoiceId],
      foreignColumns: [invoices.projectId, invoices.id],
    }).onDelete('restrict'),
  ],
)

/** Approved hours that no invoice bills yet, kept by triggers: what the billing queue reads, instead of every hour. */
export const unbilledTime = pgTable(
  'unbilled_time',
  {
    timeEntryId: uuid('time_entry_id').primaryKey(),
    projectId: uuid('project_id').notNull(),
    contractLineId: uuid('contract_line_id').notNull(),
    /** The month in which it was worked, by its first day. */
    monthOn: date('month_on', { mode: 'string' }).notNull(),
    minutes: integer('minutes').notNull(),
    /** Null where no bill rate holds yet. */
    billMinor: minor('bill_minor'),
  },
  (t) => [
    index('unbilled_time_of_line').on(t.projectId, t.contractLineId, t.monthOn),
    foreignKey({
      name: 'unbilled_time_entry',
      columns: [t.projectId, t.timeEntryId],
      foreignColumns: [timeEntries.projectId, timeEntries.id],
    }).onDelete('cascade'),
  ],
)

/** No dunning of this invoice until somebody lifts it: it is disputed, or a promise to pay is waited for. */
export const dunningPauses = pgTable(
  'dunning_pauses',
  {
    invoiceId: uuid('invoice_id')
      .primaryKey()
      .references(() => invoices.id, { onDelete: 'restrict' }),
    projectId: project(),
    note: text('note').notNull(),
    pausedBy: uuid('paused_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    pausedAt: recordedAt('paused_at'),
  },
  (t) => [check('dunning_pauses_note', sql`${t.note} <> ''`)],
)
