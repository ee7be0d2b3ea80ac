import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  numeric,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, minor, recordedAt, sha256 } from './columns'
import { contractLines } from './contract-lines'
import { files } from './delivery'
import { staff } from './people'
import { tasks } from './plan'
import { project } from './project-column'

const categories = ['travel', 'accommodation', 'meals', 'material', 'software', 'other'] as const

/** What an expense of a category may be: above the limit it wants a reason, from an amount on a receipt. */
export const expensePolicies = pgTable(
  'expense_policies',
  {
    category: text('category', { enum: categories }).notNull(),
    currency: text('currency').notNull(),
    limitMinor: minor('limit_minor').notNull(),
    receiptFromMinor: minor('receipt_from_minor').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    unique('expense_policies_key').on(t.category, t.currency),
    check(
      'expense_policies_category',
      sql`${t.category} in ('travel', 'accommodation', 'meals', 'material', 'software', 'other')`,
    ),
    check('expense_policies_amounts', sql`${t.limitMinor} > 0 and ${t.receiptFromMinor} >= 0`),
  ],
)

/** Money somebody spent for a project. As with time, what it costs in the contract's currency is fixed by approval. */
export const expenses = pgTable(
  'expenses',
  {
    id: id(),
    projectId: project(),
    taskId: uuid('task_id'),
    contractLineId: uuid('contract_line_id'),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    category: text('category', { enum: categories }).notNull(),
    description: text('description').notNull(),
    spentOn: date('spent_on', { mode: 'string' }).notNull(),
    /** The day it counts on: its own, or for a reversal one of the open month. */
    bookedOn: date('booked_on', { mode: 'string' }).notNull(),
    /** The expense of a closed month that this one takes back, with amounts below zero. */
    reverses: uuid('reverses'),
    /** The expense of a closed month that this one stands for, once that is taken back. */
    corrects: uuid('corrects'),
    currency: text('currency').notNull(),
    grossMinor: minor('gross_minor').notNull(),
    /** The tax in it that comes back to us: cost is gross less tax. */
    taxMinor: minor('tax_minor')
      .notNull()
      .default(sql`0`),
    isBillable: boolean('is_billable').notNull().default(false),
    receiptSha256: sha256('receipt_sha256').references(() => files.sha256, { onDelete: 'restrict' }),
    receiptName: text('receipt_name'),
    /** Why the limit was not kept. */
    overLimitReason: text('over_limit_reason').notNull().default(''),
    submittedAt: instant('submitted_at'),
    approvedAt: instant('approved_at'),
    approvedBy: uuid('approved_by').references(() => staff.id, { onDelete: 'restrict' }),
    exchangeRate: numeric('exchange_rate', { precision: 18, scale: 8 }),
    /** Net, in the contract's currency; null where there is no exchange rate yet. */
    costMinor: minor('cost_minor'),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    unique('expenses_in_project').on(t.projectId, t.id),
    index('expenses_staff').on(t.staffId, t.spentOn),
    index('expenses_project').on(t.projectId, t.spentOn),
    check(
      'expenses_category',
      sql`${t.category} in ('travel', 'accommodation', 'meals', 'material', 'software', 'other')`,
    ),
    check('expenses_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    unique('expenses_reversed_once').on(t.reverses),
    check(
      'expenses_amounts',
      sql`case when ${t.reverses} is null then ${t.grossMinor} > 0 and ${t.taxMinor} >= 0 and ${t.taxMinor} < ${t.grossMinor}
        else ${t.grossMinor} < 0 and ${t.taxMinor} <= 0 and ${t.taxMinor} > ${t.grossMinor} end`,
    ),
    check(
      'expenses_booked',
      sql`${t.reverses} is not null or ${t.corrects} is not null or ${t.bookedOn} = ${t.spentOn}`,
    ),
    check('expenses_reverses_or_corrects', sql`${t.reverses} is null or ${t.corrects} is null`),
    unique('expenses_corrected_once').on(t.corrects),
    foreignKey({
      name: 'expenses_corrected',
      columns: [t.projectId, t.corrects],
      foreignColumns: [t.projectId, t.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'expenses_reversed',
      columns: [t.projectId, t.reverses],
      foreignColumns: [t.projectId, t.id],
    }).onDelete('restrict'),
    check('expenses_receipt', sql`(${t.receiptSha256} is null) = (${t.receiptName} is null)`),
    check('expenses_approved', sql`(${t.approvedAt} is null) = (${t.approvedBy} is null)`),
    check('expenses_submitted_first', sql`${t.approvedAt} is null or ${t.submittedAt} is not null`),
    check('expenses_priced', sql`${t.approvedAt} is null or ${t.costMinor} is not null`),
    foreignKey({
      name: 'expenses_task',
      columns: [t.projectId, t.taskId],
      foreignColumns: [tasks.projectId, tasks.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'expenses_line',
      columns: [t.projectId, t.contractLineId],
      foreignColumns: [contractLines.projectId, contractLines.id],
    }).onDelete('restrict'),
  ],
)

export const expenseReviews = pgTable(
  'expense_reviews',
  {
    id: id(),
    projectId: project(),
    expenseId: uuid('expense_id').notNull(),
    act: text('act', { enum: ['submitted', 'approved', 'sent-back'] }).notNull(),
    reason: text('reason').notNull().default(''),
    doneBy: uuid('done_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    doneAt: recordedAt('done_at'),
  },
  (t) => [
    index('expense_reviews_of_expense').on(t.expenseId, t.doneAt),
    check('expense_reviews_act', sql`${t.act} in ('submitted', 'approved', 'sent-back')`),
    check('expense_reviews_reason', sql`${t.act} <> 'sent-back' or ${t.reason} <> ''`),
    foreignKey({
      name: 'expense_reviews_expense',
      columns: [t.projectId, t.expenseId],
      foreignColumns: [expenses.projectId, expenses.id],
    }).onDelete('cascade'),
  ],
)
