import { pgTable, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { staff } from './people'

/** Up to when somebody has seen what changed: what came later is new to that person. */
export const staffLooks = pgTable('staff_looks', {
  staffId: uuid('staff_id')
    .primaryKey()
    .references(() => staff.id, { onDelete: 'cascade' }),
  lookedAt: instant('looked_at').notNull(),
})
