import { sql } from 'drizzle-orm'
import { check, customType, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { recordedAt } from './columns'
import { contacts, staff } from './people'

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/**
 * The secret address under which a person's calendar program fetches milestones. Known by the SHA-256 of its token;
 * taken back by deleting the row. One per person.
 */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    contactId: uuid('contact_id').references(() => contacts.id, { onDelete: 'cascade' }),
    staffId: uuid('staff_id').references(() => staff.id, { onDelete: 'cascade' }),
    createdAt: recordedAt('created_at'),
  },
  (t) => [
    uniqueIndex('calendar_feeds_of_contact').on(t.contactId),
    uniqueIndex('calendar_feeds_of_staff').on(t.staffId),
    check('calendar_feeds_token', sql`octet_length(${t.tokenHash}) = 32`),
    check('calendar_feeds_person', sql`(${t.contactId} is null) <> (${t.staffId} is null)`),
  ],
)
