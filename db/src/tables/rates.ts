import { sql } from 'drizzle-orm'
import { check, date, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, minor, recordedAt } from './columns'
import { staff } from './people'
import { project } from './project-column'

const recordedBy = () =>
  uuid('recorded_by')
    .notNull()
    .references(() => staff.id, { onDelete: 'restrict' })

/**
 * What an hour costs us, burdened, of a job role or of one person, from a day to a day, both included. Periods of the
 * same key and currency cannot overlap: an exclusion constraint of the migration says so. A person's rate goes before
 * the role's.
 */
export const costRates = pgTable(
  'cost_rates',
  {
    id: id(),
    /** Whom the rate is for, where it is not the role's. */
    staffId: uuid('staff_id').references(() => staff.id, { onDelete: 'restrict' }),
    jobRole: text('job_role').notNull(),
    currency: text('currency').notNull(),
    hourMinor: minor('hour_minor').notNull(),
    /** What an hour of overtime costs; null as any other. */
    overtimeHourMinor: minor('overtime_hour_minor'),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    /** The last day; null until the next rate. */
    toOn: date('to_on', { mode: 'string' }),
    recordedBy: recordedBy(),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    check('cost_rates_hour', sql`${t.hourMinor} > 0`),
    check('cost_rates_overtime', sql`${t.overtimeHourMinor} > 0`),
    check('cost_rates_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check('cost_rates_period', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
  ],
)

/** What the customer pays for an hour of a job role by a project's contract, in its currency; periods as above. */
export const billRates = pgTable(
  'bill_rates',
  {
    id: id(),
    projectId: project(),
    jobRole: text('job_role').notNull(),
    hourMinor: minor('hour_minor').notNull(),
    overtimeHourMinor: minor('overtime_hour_minor'),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }),
    recordedBy: recordedBy(),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    check('bill_rates_hour', sql`${t.hourMinor} >= 0`),
    check('bill_rates_overtime', sql`${t.overtimeHourMinor} >= 0`),
    check('bill_rates_period', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
  ],
)

/** How many of `to_currency` one of `from_currency` is worth, from a day on until the next. */
export const exchangeRates = pgTable(
  'exchange_rates',
  {
    id: id(),
    fromCurrency: text('from_currency').notNull(),
    toCurrency: text('to_currency').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    rate: numeric('rate', { precision: 18, scale: 8 }).notNull(),
    source: text('source').notNull().default(''),
    recordedBy: recordedBy(),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    unique('exchange_rates_one_per_day').on(t.fromCurrency, t.toCurrency, t.fromOn),
    check('exchange_rates_rate', sql`${t.rate} > 0`),
    check('exchange_rates_two_currencies', sql`${t.fromCurrency} <> ${t.toCurrency}`),
    check(
      'exchange_rates_currencies',
      sql`${t.fromCurrency} ~ '^[A-Z]{3}$' and ${t.toCurrency} ~ '^[A-Z]{3}$'`,
    ),
  ],
)
