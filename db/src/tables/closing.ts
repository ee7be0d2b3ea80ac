import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, minor, recordedAt, sha256 } from './columns'
import { staff } from './people'
import { project } from './project-column'

/** A month closed by finance, or opened again with a reason: the last act on a month says which it is. */
export const monthClosings = pgTable(
  'month_closings',
  {
    id: id(),
    /** The month's first day. */
    monthOn: date('month_on', { mode: 'string' }).notNull(),
    act: text('act', { enum: ['closed', 'reopened'] }).notNull(),
    reason: text('reason').notNull().default(''),
    /** Of the month's report as canonical JSON; null for a reopening. */
    reportSha256: sha256('report_sha256'),
    doneBy: uuid('done_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    doneAt: recordedAt('done_at'),
  },
  (t) => [
    index('month_closings_month').on(t.monthOn, t.doneAt),
    check('month_closings_first_day', sql`extract(day from ${t.monthOn}) = 1`),
    check('month_closings_act', sql`${t.act} in ('closed', 'reopened')`),
    check('month_closings_reason', sql`${t.act} = 'closed' or ${t.reason} <> ''`),
    check('month_closings_report', sql`(${t.act} = 'closed') = (${t.reportSha256} is not null)`),
  ],
)

/** The months that are closed now: what triggers look up before anything is booked. Kept by the closings' trigger. */
export const closedMonths = pgTable(
  'closed_months',
  {
    monthOn: date('month_on', { mode: 'string' }).primaryKey(),
    closingId: uuid('closing_id')
      .notNull()
      .references(() => monthClosings.id, { onDelete: 'restrict' }),
    closedAt: recordedAt('closed_at'),
  },
  (t) => [check('closed_months_first_day', sql`extract(day from ${t.monthOn}) = 1`)],
)

/** What a project's month was when it was closed: never changed. A reopened month gets another closing's rows. */
export const monthReports = pgTable(
  'month_reports',
  {
    id: id(),
    closingId: uuid('closing_id')
      .notNull()
      .references(() => monthClosings.id, { onDelete: 'restrict' }),
    projectId: project(),
    monthOn: date('month_on', { mode: 'string' }).notNull(),
    currency: text('currency').notNull(),
    /** Recognised, invoiced, cost by type, unbilled, deferred, work in progress, of the month and to its end. */
    figures: jsonb('figures').notNull(),
  },
  (t) => [unique('month_reports_once').on(t.closingId, t.projectId)],
)

/** That a project's month was opened again: what its ledger says of it. */
export const monthReopenings = pgTable(
  'month_reopenings',
  {
    id: id(),
    closingId: uuid('closing_id')
      .notNull()
      .references(() => monthClosings.id, { onDelete: 'restrict' }),
    projectId: project(),
    monthReportId: uuid('month_report_id')
      .notNull()
      .unique()
      .references(() => monthReports.id, { onDelete: 'restrict' }),
    reopenedAt: recordedAt('reopened_at'),
  },
  (t) => [unique('month_reopenings_once').on(t.closingId, t.projectId)],
)

/** Revenue recognised of a contract line in a month, when it was closed; corrections are rows of a later month. */
export const revenueRecognitions = pgTable(
  'revenue_recognitions',
  {
    id: id(),
    closingId: uuid('closing_id')
      .notNull()
      .references(() => monthClosings.id, { onDelete: 'restrict' }),
    projectId: project(),
    contractLineId: uuid('contract_line_id').notNull(),
    monthOn: date('month_on', { mode: 'string' }).notNull(),
    /** Of the month alone; below zero where an estimate fell. */
    recognisedMinor: minor('recognised_minor').notNull(),
    /** What it was reckoned from: method and its measures. */
    basis: jsonb('basis').notNull(),
  },
  (t) => [unique('revenue_recognitions_once').on(t.closingId, t.contractLineId)],
)

const journalKinds = [
  'labour',
  'expense',
  'expense-tax',
  'vendor',
  'vendor-tax',
  'revenue',
  'invoice',
  'invoice-tax',
  'payment',
  'write-off',
  'write-off-tax',
] as const
export type JournalKind = (typeof journalKinds)[number]

/** Double entry for accounting, made when a month closes; a reversal names what it takes back. */
export const journalEntries = pgTable(
  'journal_entries',
  {
    id: id(),
    /** Known to both sides: the same entry exported twice is one. */
    externalId: text('external_id').notNull().unique(),
    closingId: uuid('closing_id')
      .notNull()
      .references(() => monthClosings.id, { onDelete: 'restrict' }),
    projectId: project(),
    kind: text('kind', { enum: journalKinds }).notNull(),
    /** What it was made from: an invoice, a payment, an expense, a contract line; null for a month's hours. */
    sourceId: uuid('source_id'),
    /** The entry that this one takes back. */
    reverses: uuid('reverses').unique(),
    bookedOn: date('booked_on', { mode: 'string' }).notNull(),
    debitAccount: text('debit_account').notNull(),
    creditAccount: text('credit_account').notNull(),
    currency: text('currency').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    /** The same with its sign: below zero it is booked the other way round, as a credit note is or a reversal. */
    signedMinor: minor('signed_minor').notNull(),
    text: text('text').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    unique('journal_entries_position').on(t.closingId, t.position),
    index('journal_entries_project').on(t.projectId, t.bookedOn),
    foreignKey({ name: 'journal_entries_reversed', columns: [t.reverses], foreignColumns: [t.id] }).onDelete(
      'restrict',
    ),
    check(
      'journal_entries_kind',
      sql`${t.kind} in ('labour', 'expense', 'expense-tax', 'vendor', 'vendor-tax', 'revenue', 'invoice', 'invoice-tax', 'payment', 'write-off', 'write-off-tax')`,
    ),
    check(
      'journal_entries_amount',
      sql`${t.amountMinor} > 0 and ${t.signedMinor} in (${t.amountMinor}, -${t.amountMinor})`,
    ),
    check('journal_entries_accounts', sql`${t.debitAccount} <> ${t.creditAccount}`),
  ],
)
