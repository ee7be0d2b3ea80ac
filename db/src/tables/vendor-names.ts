import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { id, recordedAt } from './columns'

/** Whom we buy from. People of a vendor sign in as staff of the role `vendor` and see the vendor's own orders only. */
export const vendors = pgTable('vendors', {
  id: id(),
  name: text('name').notNull().unique(),
  address: text('address').notNull().default(''),
  taxNumber: text('tax_number').notNull().default(''),
  isActive: boolean('is_active').notNull().default(true),
  recordedAt: recordedAt('recorded_at'),
})
