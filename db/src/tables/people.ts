import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, recordedAt } from './columns'

/** An external customer reads the scope, milestones and deliverables; an internal one the whole plan. */
export const customers = pgTable(
  'customers',
  {
    id: id(),
    name: text('name').notNull().unique(),
    kind: text('kind', { enum: ['external', 'internal'] }).notNull(),
    address: text('address').notNull().default(''),
    locale: text('locale', { enum: ['en', 'de'] }).notNull(),
    timeZone: text('time_zone').notNull(),
    createdAt: recordedAt('created_at'),
  },
  (t) => [
    check('customers_kind', sql`${t.kind} in ('external', 'internal')`),
    check('customers_locale', sql`${t.locale} in ('en', 'de')`),
  ],
)

/** A person on the customer's side. */
export const contacts = pgTable(
  'contacts',
  {
    id: id(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    jobTitle: text('job_title').notNull().default(''),
    locale: text('locale', { enum: ['en', 'de'] }).notNull(),
    timeZone: text('time_zone').notNull(),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: recordedAt('created_at'),
  },
  (t) => [check('contacts_email_is_lower_case', sql`${t.email} = lower(${t.email})`)],
)

/** A person on the provider's side. `job_role` is what a cost rate is kept for; nobody's rate is his own. */
export const staff = pgTable(
  'staff',
  {
    id: id(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    role: text('role', {
      enum: [
        'team_member',
        'project_manager',
        'program_manager',
        'finance',
        'account_manager',
        'executive',
        'administrator',
      ],
    }).notNull(),
    jobRole: text('job_role').notNull(),
    locale: text('locale', { enum: ['en', 'de'] }).notNull(),
    timeZone: text('time_zone').notNull(),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: recordedAt('created_at'),
  },
  (t) => [
    check('staff_email_is_lower_case', sql`${t.email} = lower(${t.email})`),
    check(
      'staff_role',
      sql`${t.role} in ('team_member', 'project_manager', 'program_manager', 'finance', 'account_manager', 'executive', 'administrator')`,
    ),
  ],
)
