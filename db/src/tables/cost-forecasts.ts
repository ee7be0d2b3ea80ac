import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { costTypes } from './budgets'
import { id, minor, recordedAt } from './columns'
import { contractLines } from './contract-lines'
import { staff } from './people'
import { project } from './project-column'

/** What somebody says is still to be spent on a work package: the latest word counts, null takes it back to the rule. */
export const completionEstimates = pgTable(
  'completion_estimates',
  {
    id: id(),
    projectId: project(),
    /** As on the budget's lines. */
    taskUid: integer('task_uid'),
    workPackage: text('work_package').notNull(),
    costType: text('cost_type', { enum: costTypes }).notNull(),
    amountMinor: minor('amount_minor'),
    reason: text('reason').notNull(),
    estimatedBy: uuid('estimated_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    estimatedAt: recordedAt('estimated_at'),
  },
  (t) => [
    index('completion_estimates_project').on(t.projectId, t.estimatedAt),
    check('completion_estimates_amount', sql`${t.amountMinor} >= 0`),
    check('completion_estimates_reason', sql`${t.reason} <> ''`),
    check(
      'completion_estimates_type',
      sql`${t.costType} in ('labour', 'expenses', 'vendors', 'contingency')`,
    ),
  ],
)

/**
 * What a project was thought to cost at its end, month by month. Summed by the database; once as booked, for finance,
 * and once with hours at the roles' standard rates, for everybody else.
 */
export const costForecasts = pgTable(
  'cost_forecasts',
  {
    id: id(),
    projectId: project(),
    /** The month's first day. */
    monthOn: date('month_on', { mode: 'string' }).notNull(),
    currency: text('currency').notNull(),
    /** As first approved, and with every later version and transfer. */
    originalMinor: minor('original_minor').notNull(),
    budgetMinor: minor('budget_minor').notNull(),
    committedMinor: minor('committed_minor').notNull(),
    actualMinor: minor('actual_minor').notNull(),
    eacMinor: minor('eac_minor').notNull(),
    standardActualMinor: minor('standard_actual_minor').notNull(),
    standardEacMinor: minor('standard_eac_minor').notNull(),
    note: text('note').notNull(),
    keptBy: uuid('kept_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    keptAt: recordedAt('kept_at'),
  },
  (t) => [
    index('cost_forecasts_project').on(t.projectId, t.monthOn, t.keptAt),
    check('cost_forecasts_first_day', sql`extract(day from ${t.monthOn}) = 1`),
  ],
)

/**
 * What a contract line was thought to come to, kept with a month's forecast and when a month is closed: revenue of a
 * past month that is earned by cost or by hours is reckoned from what was known then. The latest of a month counts.
 */
export const lineForecasts = pgTable(
  'line_forecasts',
  {
    projectId: project(),
    contractLineId: uuid('contract_line_id')
      .notNull()
      .references(() => contractLines.id, { onDelete: 'cascade' }),
    monthOn: date('month_on', { mode: 'string' }).notNull(),
    /** At completion: hours at the standard rates of their roles, expenses and vendors. */
    completionMinor: minor('completion_minor').notNull(),
    completionMinutes: minor('completion_minutes').notNull(),
    keptAt: recordedAt('kept_at'),
  },
  (t) => [
    primaryKey({ columns: [t.contractLineId, t.monthOn] }),
    check('line_forecasts_first_day', sql`extract(day from ${t.monthOn}) = 1`),
  ],
)
