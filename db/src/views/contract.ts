import { bigint, boolean, date, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What contracts, changes and the customer's orders are worth: declared in db/access/10-facts and 30-console. */
const app = pgSchema('app')
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const minor = (name: string) => bigint(name, { mode: 'bigint' })
const day = (name: string) => date(name, { mode: 'string' })

export const contractLineValues = app
  .view('contract_line_values', {
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
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    periodMonths: integer('period_months'),
    changeOrderId: uuid('change_order_id'),
    originalMinor: minor('original_minor').notNull(),
    changedMinor: minor('changed_minor').notNull(),
    currentMinor: minor('current_minor').notNull(),
  })
  .existing()

/** What each approved change added to a line or took. */
export const contractLineChanges = app
  .view('contract_line_changes', {
    projectId: uuid('project_id').notNull(),
    contractLineId: uuid('contract_line_id').notNull(),
    changeRequestId: uuid('change_request_id').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    deltaMinor: minor('delta_minor').notNull(),
    decidedAt: instant('decided_at').notNull(),
  })
  .existing()

export const changeRequestStates = app
  .view('change_request_states', {
    projectId: uuid('project_id').notNull(),
    changeRequestId: uuid('change_request_id').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    valueMinor: minor('value_minor').notNull(),
    daysLater: integer('days_later').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    state: text('state', { enum: ['proposed', 'approved', 'rejected', 'withdrawn'] }).notNull(),
    decidedAt: instant('decided_at'),
  })
  .existing()

export const customerOrderStates = app
  .view('customer_order_states', {
    projectId: uuid('project_id').notNull(),
    customerOrderId: uuid('customer_order_id').notNull(),
    number: text('number').notNull(),
    valueMinor: minor('value_minor').notNull(),
    receivedOn: day('received_on').notNull(),
    validUntil: day('valid_until'),
    billedMinor: minor('billed_minor').notNull(),
    leftMinor: minor('left_minor').notNull(),
  })
  .existing()

/** Milestones that a change may still alter: neither released, nor billed, nor before the customer. */
export const changeableMilestones = app
  .view('changeable_milestones', {
    projectId: uuid('project_id').notNull(),
    billingMilestoneId: uuid('billing_milestone_id').notNull(),
    isOpen: boolean('is_open').notNull(),
  })
  .existing()
