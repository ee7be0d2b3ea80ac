import { sql } from 'drizzle-orm'
import { check, date, foreignKey, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, minor, recordedAt } from './columns'
import { contacts, staff } from './people'
import { project } from './project-column'

/**
 * What a contract is made of, in its currency. The original value is what was signed; every approved change order adds
 * or takes, and the current value is their sum. A capped line's value is its cap; a retainer's its periods together.
 */
export const contractLines = pgTable(
  'contract_lines',
  {
    id: id(),
    projectId: project(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    kind: text('kind', {
      enum: ['fixed-price', 'time-and-material', 'capped', 'retainer', 'non-billable'],
    }).notNull(),
    /** How revenue is earned: at acceptance, over time by cost or hours, in equal parts by the day. */
    recognition: text('recognition', {
      enum: ['at-acceptance', 'by-cost', 'by-hours', 'straight-line', 'as-worked'],
    }).notNull(),
    originalMinor: minor('original_minor').notNull(),
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
    /** A retainer's period in months. */
    periodMonths: integer('period_months'),
    /** The change order that brought the line, worth nothing as signed; null for a line of the contract as signed. */
    changeOrderId: uuid('change_order_id'),
  },
  (t) => [
    unique('contract_lines_position').on(t.projectId, t.position),
    unique('contract_lines_in_project').on(t.projectId, t.id),
    check(
      'contract_lines_kind',
      sql`${t.kind} in ('fixed-price', 'time-and-material', 'capped', 'retainer', 'non-billable')`,
    ),
    check(
      'contract_lines_recognition',
      sql`${t.recognition} in ('at-acceptance', 'by-cost', 'by-hours', 'straight-line', 'as-worked')`,
    ),
    check('contract_lines_value', sql`${t.originalMinor} >= 0`),
    check('contract_lines_nothing_for_nothing', sql`${t.kind} <> 'non-billable' or ${t.originalMinor} = 0`),
    check('contract_lines_dates', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    check(
      'contract_lines_retainer',
      sql`${t.kind} <> 'retainer' or (${t.periodMonths} between 1 and 12 and ${t.startsOn} is not null and ${t.endsOn} is not null)`,
    ),
    check(
      'contract_lines_straight_line',
      sql`${t.recognition} <> 'straight-line' or (${t.startsOn} is not null and ${t.endsOn} is not null)`,
    ),
  ],
)

/** A change put before the customer. Its approval by a signatory makes it a change order, binding for both. */
export const changeRequests = pgTable(
  'change_requests',
  {
    id: id(),
    projectId: project(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    reason: text('reason').notNull(),
    /** What is to be done, and what it does to dates: words the customer reads. */
    scope: text('scope').notNull(),
    daysLater: integer('days_later').notNull().default(0),
    /** The deltas of its lines together, in the contract's currency. */
    valueMinor: minor('value_minor').notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    proposedAt: recordedAt('proposed_at'),
    /** Of its canonical JSON: what the customer signs. */
    digest: text('digest').notNull(),
  },
  (t) => [
    unique('change_requests_number').on(t.projectId, t.number),
    unique('change_requests_in_project').on(t.projectId, t.id),
    check('change_requests_digest', sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** What a change does to a line, or the line that it brings, which then has this row's id. */
export const changeRequestLines = pgTable(
  'change_request_lines',
  {
    id: id(),
    projectId: project(),
    changeRequestId: uuid('change_request_id').notNull(),
    position: integer('position').notNull(),
    /** Null where the change brings a line of its own, described in `newLine`. */
    contractLineId: uuid('contract_line_id'),
    newLineName: text('new_line_name'),
    newLineKind: text('new_line_kind', {
      enum: ['fixed-price', 'time-and-material', 'capped', 'non-billable'],
    }),
    deltaMinor: minor('delta_minor').notNull(),
  },
  (t) => [
    unique('change_request_lines_position').on(t.changeRequestId, t.position),
    check(
      'change_request_lines_old_or_new',
      sql`(${t.contractLineId} is null) = (${t.newLineName} is not null and ${t.newLineKind} is not null)`,
    ),
    foreignKey({
      name: 'change_request_lines_request',
      columns: [t.projectId, t.changeRequestId],
      foreignColumns: [changeRequests.projectId, changeRequests.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'change_request_lines_line',
      columns: [t.projectId, t.contractLineId],
      foreignColumns: [contractLines.projectId, contractLines.id],
    }).onDelete('restrict'),
  ],
)

/**
 * The payment schedule's part of a change: milestones that it brings, which then have this row's id, or what it adds to
 * or takes off one that is neither released nor before the customer. One that comes to nothing goes.
 */
export const changeRequestMilestones = pgTable(
  'change_request_milestones',
  {
    id: id(),
    projectId: project(),
    changeRequestId: uuid('change_request_id').notNull(),
    position: integer('position').notNull(),
    /** Which of the change's lines it schedules. */
    linePosition: integer('line_position').notNull(),
    /** Null where it is a new milestone. */
    billingMilestoneId: uuid('billing_milestone_id'),
    name: text('name').notNull(),
    deltaMinor: minor('delta_minor').notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    /** The deliverable whose acceptance releases a new milestone; null releases it on its day. */
    deliverableId: uuid('deliverable_id'),
  },
  (t) => [
    unique('change_request_milestones_position').on(t.changeRequestId, t.position),
    foreignKey({
      name: 'change_request_milestones_line',
      columns: [t.changeRequestId, t.linePosition],
      foreignColumns: [changeRequestLines.changeRequestId, changeRequestLines.position],
    }).onDelete('restrict'),
    foreignKey({
      name: 'change_request_milestones_request',
      columns: [t.projectId, t.changeRequestId],
      foreignColumns: [changeRequests.projectId, changeRequests.id],
    }).onDelete('restrict'),
  ],
)

/** The customer's word on a change, or ours that it is taken back: once. */
export const changeDecisions = pgTable(
  'change_decisions',
  {
    id: id(),
    projectId: project(),
    changeRequestId: uuid('change_request_id').notNull().unique(),
    outcome: text('outcome', { enum: ['approved', 'rejected', 'withdrawn'] }).notNull(),
    /** The signatory; null where we withdrew it. */
    contactId: uuid('contact_id').references(() => contacts.id, { onDelete: 'restrict' }),
    staffId: uuid('staff_id').references(() => staff.id, { onDelete: 'restrict' }),
    typedName: text('typed_name').notNull().default(''),
    consentText: text('consent_text').notNull().default(''),
    language: text('language', { enum: ['en', 'de'] }),
    authority: text('authority').notNull().default(''),
    reason: text('reason').notNull().default(''),
    /** The change request's digest as it was decided on. */
    digest: text('digest').notNull(),
    decidedAt: recordedAt('decided_at'),
  },
  (t) => [
    unique('change_decisions_in_project').on(t.projectId, t.id),
    check('change_decisions_outcome', sql`${t.outcome} in ('approved', 'rejected', 'withdrawn')`),
    check('change_decisions_who', sql`(${t.contactId} is null) = (${t.outcome} = 'withdrawn')`),
    check('change_decisions_ours', sql`(${t.staffId} is not null) = (${t.outcome} = 'withdrawn')`),
    check('change_decisions_reason', sql`${t.outcome} = 'approved' or ${t.reason} <> ''`),
    foreignKey({
      name: 'change_decisions_request',
      columns: [t.projectId, t.changeRequestId],
      foreignColumns: [changeRequests.projectId, changeRequests.id],
    }).onDelete('restrict'),
  ],
)

/** A purchase order of the customer's: up to its value invoices may name its number. */
export const customerOrders = pgTable(
  'customer_orders',
  {
    id: id(),
    projectId: project(),
    number: text('number').notNull(),
    valueMinor: minor('value_minor').notNull(),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    validUntil: date('valid_until', { mode: 'string' }),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    unique('customer_orders_number').on(t.projectId, t.number),
    unique('customer_orders_in_project').on(t.projectId, t.id),
    check('customer_orders_value', sql`${t.valueMinor} > 0`),
  ],
)
