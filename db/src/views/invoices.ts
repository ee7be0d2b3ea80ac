import { bigint, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What is open of invoices, and what mails of them went out: declared in db/access; a test compares both. */
const app = pgSchema('app')
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const minor = (name: string) => bigint(name, { mode: 'bigint' })

export const invoiceStates = app
  .view('invoice_states', {
    projectId: uuid('project_id').notNull(),
    invoiceId: uuid('invoice_id').notNull(),
    grossMinor: minor('gross_minor').notNull(),
    paidMinor: minor('paid_minor').notNull(),
    creditedMinor: minor('credited_minor').notNull(),
    writtenOffMinor: minor('written_off_minor').notNull(),
    /** Below zero: the customer gets money back. */
    openMinor: minor('open_minor').notNull(),
  })
  .existing()

/** When an invoice (level 0) or a dunning went to whom, and what the mail server answered. */
export const invoiceMails = app
  .view('invoice_mails', {
    projectId: uuid('project_id').notNull(),
    invoiceId: uuid('invoice_id').notNull(),
    level: integer('level').notNull(),
    toAddress: text('to_address').notNull(),
    writtenAt: instant('written_at').notNull(),
    sentAt: instant('sent_at'),
    receipt: text('receipt'),
  })
  .existing()
