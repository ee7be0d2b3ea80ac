import { bigint, pgSchema, text, uuid } from 'drizzle-orm/pg-core'

/** What became of orders: declared in db/access/10-facts/66-orders.sql; a test compares both. */
const app = pgSchema('app')
const minor = (name: string) => bigint(name, { mode: 'bigint' })

/** In the order's currency. */
export const purchaseOrderSums = app
  .view('purchase_order_sums', {
    purchaseOrderId: uuid('purchase_order_id').notNull(),
    orderedMinor: minor('ordered_minor').notNull(),
    receivedMinor: minor('received_minor').notNull(),
    invoicedMinor: minor('invoiced_minor').notNull(),
    approvedMinor: minor('approved_minor').notNull(),
    paidMinor: minor('paid_minor').notNull(),
  })
  .existing()

/** In the contract's currency. */
export const commitments = app
  .view('commitments', {
    projectId: uuid('project_id').notNull(),
    purchaseOrderId: uuid('purchase_order_id').notNull(),
    currency: text('currency').notNull(),
    committedMinor: minor('committed_minor').notNull(),
  })
  .existing()
