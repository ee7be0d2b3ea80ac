import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, minor, recordedAt } from './columns'
import { changeRequests, contractLines } from './contract-lines'
import { staff } from './people'
import { project } from './project-column'
import { timeEntries } from './time'

const kept = (name: string) =>
  minor(name)
    .notNull()
    .default(sql`0`)

/**
 * What was worked and spent, by task, contract line and month, in the contract's currency: kept by triggers as entries
 * change, so that no page sums a million of them. `task_key` and `line_key` are the nil UUID for what belongs to none.
 */
export const taskMonthCosts = pgTable(
  'task_month_costs',
  {
    projectId: project(),
    taskKey: uuid('task_key').notNull(),
    lineKey: uuid('line_key').notNull(),
    monthOn: date('month_on', { mode: 'string' }).notNull(),
    minutes: kept('minutes'),
    billableMinutes: kept('billable_minutes'),
    unratedMinutes: kept('unrated_minutes'),
    unapprovedMinutes: kept('unapproved_minutes'),
    /** At the rates of the people who worked. */
    labourMinor: kept('labour_minor'),
    /** At the standard rates of their roles: what everybody but finance reads. */
    standardMinor: kept('standard_minor'),
    /** What the hours are worth at bill rates, with billable expenses and vendors at cost. */
    billMinor: kept('bill_minor'),
    /** Of that, what is approved. */
    workedMinor: kept('worked_minor'),
    expenseMinor: kept('expense_minor'),
    vendorMinor: kept('vendor_minor'),
    /** Of expenses and vendors, what nobody approved yet. */
    unapprovedMinor: kept('unapproved_minor'),
  },
  (t) => [
    primaryKey({ name: 'task_month_costs_key', columns: [t.projectId, t.taskKey, t.lineKey, t.monthOn] }),
    index('task_month_costs_month').on(t.monthOn),
  ],
)

/** A contract line's money in one row, kept likewise. */
export const lineTotals = pgTable(
  'line_totals',
  {
    contractLineId: uuid('contract_line_id')
      .primaryKey()
      .references(() => contractLines.id, { onDelete: 'cascade' }),
    projectId: project(),
    /** As signed and with every approved change. */
    valueMinor: kept('value_minor'),
    minutes: kept('minutes'),
    labourMinor: kept('labour_minor'),
    standardMinor: kept('standard_minor'),
    expenseMinor: kept('expense_minor'),
    vendorMinor: kept('vendor_minor'),
    /** Still to be worked by the plan, and what that costs at standard rates. */
    etcMinutes: kept('etc_minutes'),
    etcMinor: kept('etc_minor'),
    /** Approved billable work, whatever the cap. */
    workedMinor: kept('worked_minor'),
    releasedMinor: kept('released_minor'),
    scheduledMinor: kept('scheduled_minor'),
    invoicedMinor: kept('invoiced_minor'),
    /** What the day alone earns is not in it: see `by_the_day`. */
    recognisedMinor: kept('recognised_minor'),
    byTheDay: boolean('by_the_day').notNull(),
    /** What it will have brought at the end, and what is worked beyond its cap by then. */
    completionMinor: kept('completion_minor'),
    writtenDownMinor: kept('written_down_minor'),
  },
  (t) => [
    index('line_totals_project').on(t.projectId),
    index('line_totals_by_the_day')
      .on(t.projectId)
      .where(sql`${t.byTheDay}`),
  ],
)

/** A project's money in one row, kept likewise: what the portfolio's table sorts by. */
export const projectTotals = pgTable('project_totals', {
  projectId: project().primaryKey(),
  minutes: kept('minutes'),
  unratedMinutes: kept('unrated_minutes'),
  unapprovedMinutes: kept('unapproved_minutes'),
  /** Everything as it was booked. */
  costMinor: kept('cost_minor'),
  labourMinor: kept('labour_minor'),
  standardMinor: kept('standard_minor'),
  /** What closed months of three people and more cost beyond standard rates: no secret any longer. */
  disclosedMinor: kept('disclosed_minor'),
  expenseMinor: kept('expense_minor'),
  vendorMinor: kept('vendor_minor'),
  unapprovedMinor: kept('unapproved_minor'),
  /** Recognised, but for what the day alone earns; and of these lines what is not billed yet, or billed before. */
  earnedMinor: kept('earned_minor'),
  unbilledMinor: kept('unbilled_minor'),
  deferredMinor: kept('deferred_minor'),
  invoicedMinor: kept('invoiced_minor'),
  /** Net of tax, as of the payments' share of each invoice. */
  paidMinor: kept('paid_minor'),
  writtenOffMinor: kept('written_off_minor'),
  committedMinor: kept('committed_minor'),
  etcMinutes: kept('etc_minutes'),
  /** The estimate to complete: remaining effort at standard rates, open orders, what is left for expenses. */
  etcMinor: kept('etc_minor'),
  etcLabourMinor: kept('etc_labour_minor'),
  completionMinor: kept('completion_minor'),
  writtenDownMinor: kept('written_down_minor'),
  /** The lines as signed. */
  soldMinor: kept('sold_minor'),
  /** What was thought to be spent when it was sold, and by the estimate in force; null where nobody estimated. */
  soldCostMinor: minor('sold_cost_minor'),
  plannedCostMinor: minor('planned_cost_minor'),
  plannedLabourMinor: kept('planned_labour_minor'),
  plannedMinutes: kept('planned_minutes'),
  /** Where these come from. */
  estimateFrom: text('estimate_from', { enum: ['budget', 'baseline'] }),
})

export const billableSources = ['milestone', 'time', 'expense', 'vendor', 'retainer'] as const

/**
 * What can be billed of a project, by where it comes from: kept likewise, so that the billing queue and its sums read a
 * few rows a project. `from_on` is the day from which it can be billed where the calendar alone decides that, the month
 * of hours, and -infinity for what can be billed already.
 */
export const billableSums = pgTable(
  'billable_sums',
  {
    projectId: project(),
    source: text('source', { enum: billableSources }).notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    /** So many milestones, hours' entries, expenses, invoices or periods. */
    count: integer('count').notNull(),
    /** In the contract's currency; hours without a bill rate are not in it. */
    amountMinor: minor('amount_minor').notNull(),
    minutes: kept('minutes'),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.source, t.fromOn] }),
    check('billable_sums_source', sql`${t.source} in ('milestone', 'time', 'expense', 'vendor', 'retainer')`),
  ],
)

/** What a closed month cost beyond standard rates, where three people and more worked: written when it closes. */
export const disclosedCosts = pgTable(
  'disclosed_costs',
  {
    projectId: project(),
    monthOn: date('month_on', { mode: 'string' }).notNull(),
    differenceMinor: minor('difference_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.monthOn] })],
)

/** Work outside the scope that was agreed, until a change request takes it or somebody absorbs it by name. */
export const outOfScopeWork = pgTable(
  'out_of_scope_work',
  {
    timeEntryId: uuid('time_entry_id').primaryKey(),
    projectId: project(),
    markedBy: uuid('marked_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    markedAt: recordedAt('marked_at'),
    outcome: text('outcome', { enum: ['change-request', 'absorbed'] }),
    changeRequestId: uuid('change_request_id'),
    reason: text('reason').notNull().default(''),
    settledBy: uuid('settled_by').references(() => staff.id, { onDelete: 'restrict' }),
    settledAt: instant('settled_at'),
  },
  (t) => [
    index('out_of_scope_work_project').on(t.projectId),
    check('out_of_scope_work_outcome', sql`${t.outcome} in ('change-request', 'absorbed')`),
    check('out_of_scope_work_settled', sql`(${t.outcome} is null) = (${t.settledBy} is null)`),
    check('out_of_scope_work_absorbed', sql`${t.outcome} is distinct from 'absorbed' or ${t.reason} <> ''`),
    check(
      'out_of_scope_work_change',
      sql`(${t.outcome} is not distinct from 'change-request') = (${t.changeRequestId} is not null)`,
    ),
    foreignKey({
      name: 'out_of_scope_work_change_request',
      columns: [t.projectId, t.changeRequestId],
      foreignColumns: [changeRequests.projectId, changeRequests.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'out_of_scope_work_entry',
      columns: [t.projectId, t.timeEntryId],
      foreignColumns: [timeEntries.projectId, timeEntries.id],
    }).onDelete('cascade'),
  ],
)

/** A table as somebody likes to see it: its address by a name of the person's own. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    place: text('place').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    savedAt: recordedAt('saved_at'),
  },
  (t) => [
    unique('saved_views_name').on(t.staffId, t.place, t.name),
    check('saved_views_query', sql`length(${t.query}) <= 2000`),
  ],
)

/** Every change of money: who, when, what it was and what it became. Written by triggers, read by finance. */
export const moneyChanges = pgTable(
  'money_changes',
  {
    id: id(),
    noun: text('noun').notNull(),
    rowId: text('row_id').notNull(),
    projectId: uuid('project_id'),
    act: text('act', { enum: ['insert', 'update', 'delete'] }).notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    /** Null where a job or the trigger of another change did it. */
    changedBy: uuid('changed_by').references(() => staff.id, { onDelete: 'restrict' }),
    changedAt: recordedAt('changed_at'),
  },
  (t) => [
    index('money_changes_row').on(t.noun, t.rowId),
    index('money_changes_project').on(t.projectId, t.changedAt),
    check('money_changes_act', sql`${t.act} in ('insert', 'update', 'delete')`),
  ],
)
