import { sql } from 'drizzle-orm'
import { boolean, check, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { minor, recordedAt } from './columns'
import { staff } from './people'

/** Who we are on an invoice, what our currency is, and how we dun: one row. */
export const provider = pgTable(
  'provider',
  {
    isOnly: boolean('is_only').primaryKey().default(true),
    name: text('name').notNull(),
    street: text('street').notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    town: text('town').notNull().default(''),
    country: text('country').notNull().default('DE'),
    vatId: text('vat_id').notNull().default(''),
    taxNumber: text('tax_number').notNull().default(''),
    registration: text('registration').notNull().default(''),
    iban: text('iban').notNull().default(''),
    bic: text('bic').notNull().default(''),
    contactName: text('contact_name').notNull().default(''),
    contactEmail: text('contact_email').notNull().default(''),
    contactPhone: text('contact_phone').notNull().default(''),
    /** What sums over projects are shown in. */
    currency: text('currency').notNull().default('EUR'),
    /** Days after the due day of the first, second and third dunning, and the fee of each in minor units. */
    dunningDays: integer('dunning_days')
      .array()
      .notNull()
      .default(sql`'{7,14,28}'::integer[]`),
    dunningFeesMinor: integer('dunning_fees_minor')
      .array()
      .notNull()
      .default(sql`'{0,500,1000}'::integer[]`),
    /** From this gross amount on a second person looks an invoice through before it is issued; null: never. */
    reviewFromMinor: minor('review_from_minor'),
    /** Hours freeze once the line manager has released the week too, not when the project's manager approves them. */
    lineManagerReleases: boolean('line_manager_releases').notNull().default(false),
    /** Accounts of the journal by what they are for. */
    accounts: jsonb('accounts')
      .notNull()
      .default(sql`'{}'::jsonb`),
    changedBy: uuid('changed_by').references(() => staff.id, { onDelete: 'restrict' }),
    changedAt: recordedAt('changed_at'),
  },
  (t) => [
    check('provider_review', sql`${t.reviewFromMinor} >= 0`),
    check(
      'provider_dunning',
      sql`cardinality(${t.dunningDays}) = 3 and cardinality(${t.dunningFeesMinor}) = 3
        and 1 <= all (${t.dunningDays}) and 0 <= all (${t.dunningFeesMinor})
        and ${t.dunningDays}[1] < ${t.dunningDays}[2] and ${t.dunningDays}[2] < ${t.dunningDays}[3]`,
    ),
    check('provider_only', sql`${t.isOnly}`),
    check('provider_country', sql`${t.country} ~ '^[A-Z]{2}$'`),
    check('provider_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
)
