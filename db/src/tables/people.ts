import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { id, recordedAt } from './columns'
import { vendors } from './vendor-names'

/** An external customer reads the scope, milestones and deliverables; an internal one the whole plan. */
export const customers = pgTable(
  'customers',
  {
    id: id(),
    name: text('name').notNull().unique(),
    kind: text('kind', { enum: ['external', 'internal'] }).notNull(),
    address: text('address').notNull().default(''),
    /** What an electronic invoice names apart: street, postal code, town, ISO 3166 country. */
    street: text('street').notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    town: text('town').notNull().default(''),
    country: text('country').notNull().default('DE'),
    taxNumber: text('tax_number').notNull().default(''),
    /** The routing id that a public buyer asks for (Leitweg-ID, Peppol endpoint); '' for none. */
    buyerReference: text('buyer_reference').notNull().default(''),
    invoiceEmail: text('invoice_email').notNull().default(''),
    locale: text('locale', { enum: ['en', 'de'] }).notNull(),
    timeZone: text('time_zone').notNull(),
    createdAt: recordedAt('created_at'),
  },
  (t) => [
    check('customers_kind', sql`${t.kind} in ('external', 'internal')`),
    check('customers_country', sql`${t.country} ~ '^[A-Z]{2}$'`),
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
        'vendor',
      ],
    }).notNull(),
    jobRole: text('job_role').notNull(),
    /** Whose person it is, of the role `vendor`. */
    vendorId: uuid('vendor_id').references(() => vendors.id, { onDelete: 'restrict' }),
    /** Of the hours in a working week, the share meant to be billed. */
    targetUtilisationPercent: integer('target_utilisation_percent').notNull().default(75),
    weeklyMinutes: integer('weekly_minutes').notNull().default(2400),
    /** Minutes of Monday to Sunday where they are not the week's spread over Monday to Friday. */
    dayMinutes: integer('day_minutes').array(),
    /** Where the public holidays are kept: a country or 'country-region' (ISO 3166); '' for what the time zone says. */
    holidayPlace: text('holiday_place').notNull().default(''),
    /** Which part of the company the person belongs to; '' for none. */
    businessUnit: text('business_unit').notNull().default(''),
    /** Who approves leave and hours. */
    lineManagerId: uuid('line_manager_id').references((): AnyPgColumn => staff.id, { onDelete: 'restrict' }),
    locale: text('locale', { enum: ['en', 'de'] }).notNull(),
    timeZone: text('time_zone').notNull(),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: recordedAt('created_at'),
  },
  (t) => [
    check('staff_vendor', sql`(${t.role} = 'vendor') = (${t.vendorId} is not null)`),
    check('staff_utilisation', sql`${t.targetUtilisationPercent} between 0 and 100`),
    check(
      'staff_day_minutes',
      sql`cardinality(${t.dayMinutes}) = 7 and 0 <= all (${t.dayMinutes}) and 1440 >= all (${t.dayMinutes}) and ${t.dayMinutes}[1] + ${t.dayMinutes}[2] + ${t.dayMinutes}[3] + ${t.dayMinutes}[4] + ${t.dayMinutes}[5] + ${t.dayMinutes}[6] + ${t.dayMinutes}[7] = ${t.weeklyMinutes}`,
    ),
    check('staff_holiday_place', sql`${t.holidayPlace} ~ '^([A-Z]{2}(-[A-Z0-9]{1,3})?)?$'`),
    check('staff_line_manager', sql`${t.lineManagerId} <> ${t.id}`),
    check('staff_weekly_minutes', sql`${t.weeklyMinutes} between 0 and 4800`),
    check('staff_email_is_lower_case', sql`${t.email} = lower(${t.email})`),
    check(
      'staff_role',
      sql`${t.role} in ('team_member', 'project_manager', 'program_manager', 'finance', 'account_manager', 'executive', 'administrator', 'vendor')`,
    ),
  ],
)
