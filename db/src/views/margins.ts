import { bigint, boolean, date, integer, numeric, pgSchema, text, uuid } from 'drizzle-orm/pg-core'

/** Margins and what they are made of: declared in db/access/30-console/77-margins.sql; a test compares both. */
const app = pgSchema('app')
const minor = (name: string) => bigint(name, { mode: 'bigint' })

/** Cost is as booked for finance; for everybody else hours are at the standard rates of their roles. */
export const projectMargins = app
  .view('project_margins', {
    projectId: uuid('project_id').notNull(),
    currency: text('currency').notNull(),
    valueMinor: minor('value_minor').notNull(),
    earnedMinor: minor('earned_minor').notNull(),
    invoicedMinor: minor('invoiced_minor').notNull(),
    paidMinor: minor('paid_minor').notNull(),
    workedMinutes: minor('worked_minutes').notNull(),
    costMinor: minor('cost_minor').notNull(),
    unratedMinutes: minor('unrated_minutes').notNull(),
    marginMinor: minor('margin_minor').notNull(),
    marginBasisPoints: integer('margin_basis_points'),
    code: text('code').notNull(),
    name: text('name').notNull(),
    customerId: uuid('customer_id').notNull(),
    customer: text('customer').notNull(),
    managerId: uuid('manager_id').notNull(),
    manager: text('manager').notNull(),
    programId: uuid('program_id'),
    program: text('program'),
    businessUnit: text('business_unit').notNull(),
    marginFloorBasisPoints: integer('margin_floor_basis_points').notNull(),
    labourMinor: minor('labour_minor').notNull(),
    expenseMinor: minor('expense_minor').notNull(),
    vendorMinor: minor('vendor_minor').notNull(),
    unapprovedMinutes: minor('unapproved_minutes').notNull(),
    unapprovedMinor: minor('unapproved_minor').notNull(),
    writtenOffMinor: minor('written_off_minor').notNull(),
    committedMinor: minor('committed_minor').notNull(),
    unbilledMinor: minor('unbilled_minor').notNull(),
    deferredMinor: minor('deferred_minor').notNull(),
    soldMinor: minor('sold_minor').notNull(),
    soldCostMinor: minor('sold_cost_minor'),
    soldBasisPoints: integer('sold_basis_points'),
    plannedCostMinor: minor('planned_cost_minor'),
    plannedBasisPoints: integer('planned_basis_points'),
    plannedLabourMinor: minor('planned_labour_minor').notNull(),
    plannedMinutes: minor('planned_minutes').notNull(),
    estimateFrom: text('estimate_from', { enum: ['budget', 'baseline'] }),
    etcMinutes: minor('etc_minutes').notNull(),
    etcMinor: minor('etc_minor').notNull(),
    etcLabourMinor: minor('etc_labour_minor').notNull(),
    completionMinor: minor('completion_minor').notNull(),
    completionCostMinor: minor('completion_cost_minor').notNull(),
    completionBasisPoints: integer('completion_basis_points'),
    writtenDownMinor: minor('written_down_minor').notNull(),
    ourCurrency: text('our_currency').notNull(),
    exchangeRate: numeric('exchange_rate'),
  })
  .existing()

export const lineMargins = app
  .view('line_margins', {
    projectId: uuid('project_id').notNull(),
    contractLineId: uuid('contract_line_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    kind: text('kind', {
      enum: ['fixed-price', 'time-and-material', 'capped', 'retainer', 'non-billable'],
    }).notNull(),
    recognition: text('recognition', {
      enum: ['at-acceptance', 'by-cost', 'by-hours', 'straight-line', 'as-worked'],
    }).notNull(),
    currency: text('currency').notNull(),
    originalMinor: minor('original_minor').notNull(),
    valueMinor: minor('value_minor').notNull(),
    recognisedMinor: minor('recognised_minor').notNull(),
    invoicedMinor: minor('invoiced_minor').notNull(),
    unbilledMinor: minor('unbilled_minor').notNull(),
    deferredMinor: minor('deferred_minor').notNull(),
    minutes: minor('minutes').notNull(),
    etcMinutes: minor('etc_minutes').notNull(),
    costMinor: minor('cost_minor').notNull(),
    etcMinor: minor('etc_minor').notNull(),
    workedMinor: minor('worked_minor').notNull(),
    completionMinor: minor('completion_minor').notNull(),
    writtenDownMinor: minor('written_down_minor').notNull(),
    wipMinor: minor('wip_minor').notNull(),
  })
  .existing()

/** The nil UUID stands for no task. */
export const taskCosts = app
  .view('task_costs', {
    projectId: uuid('project_id').notNull(),
    taskKey: uuid('task_key').notNull(),
    monthOn: date('month_on', { mode: 'string' }).notNull(),
    contractLineId: uuid('contract_line_id'),
    minutes: minor('minutes').notNull(),
    billableMinutes: minor('billable_minutes').notNull(),
    unratedMinutes: minor('unrated_minutes').notNull(),
    unapprovedMinutes: minor('unapproved_minutes').notNull(),
    labourMinor: minor('labour_minor').notNull(),
    standardMinor: minor('standard_minor').notNull(),
    billMinor: minor('bill_minor').notNull(),
    workedMinor: minor('worked_minor').notNull(),
    expenseMinor: minor('expense_minor').notNull(),
    vendorMinor: minor('vendor_minor').notNull(),
    unapprovedMinor: minor('unapproved_minor').notNull(),
  })
  .existing()

export const monthCosts = app
  .view('month_costs', {
    projectId: uuid('project_id').notNull(),
    monthOn: date('month_on', { mode: 'string' }).notNull(),
    minutes: minor('minutes').notNull(),
    labourMinor: minor('labour_minor').notNull(),
    expenseMinor: minor('expense_minor').notNull(),
    vendorMinor: minor('vendor_minor').notNull(),
  })
  .existing()

/** Every hour, expense and vendor's invoice of a project in one shape. */
export const moneyEntries = app
  .view('money_entries', {
    id: uuid('id').notNull(),
    kind: text('kind', { enum: ['time', 'expense', 'vendor'] }).notNull(),
    projectId: uuid('project_id').notNull(),
    bookedOn: date('booked_on', { mode: 'string' }).notNull(),
    taskId: uuid('task_id'),
    contractLineId: uuid('contract_line_id'),
    staffId: uuid('staff_id'),
    who: text('who').notNull(),
    jobRole: text('job_role').notNull(),
    what: text('what').notNull(),
    minutes: integer('minutes').notNull(),
    costMinor: minor('cost_minor'),
    billMinor: minor('bill_minor'),
    state: text('state', { enum: ['draft', 'submitted', 'approved'] }).notNull(),
    isOutside: boolean('is_outside').notNull(),
  })
  .existing()
