import { bigint, boolean, date, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What a customer sees of changes and of what its contract is worth: declared in db/access/40-portal/42-changes.sql. */
const portal = pgSchema('portal')
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const minor = (name: string) => bigint(name, { mode: 'bigint' })
const kind = () =>
  text('kind', {
    enum: ['fixed-price', 'time-and-material', 'capped', 'retainer', 'non-billable'],
  }).notNull()

export const portalChanges = portal
  .view('changes', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    reason: text('reason').notNull(),
    scope: text('scope').notNull(),
    daysLater: integer('days_later').notNull(),
    valueMinor: minor('value_minor').notNull(),
    currency: text('currency').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    digest: text('digest').notNull(),
    state: text('state', { enum: ['proposed', 'approved', 'rejected', 'withdrawn'] }).notNull(),
    decidedAt: instant('decided_at'),
    decidedByName: text('decided_by_name'),
    decisionReason: text('decision_reason'),
    consentText: text('consent_text'),
  })
  .existing()

export const portalChangeLines = portal
  .view('change_lines', {
    projectId: uuid('project_id').notNull(),
    changeRequestId: uuid('change_request_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    kind: kind(),
    isNew: boolean('is_new').notNull(),
    deltaMinor: minor('delta_minor').notNull(),
  })
  .existing()

export const portalChangeMilestones = portal
  .view('change_milestones', {
    projectId: uuid('project_id').notNull(),
    changeRequestId: uuid('change_request_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    isNew: boolean('is_new').notNull(),
    deltaMinor: minor('delta_minor').notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    deliverableCode: text('deliverable_code'),
    deliverableName: text('deliverable_name'),
  })
  .existing()

export const portalContractLines = portal
  .view('contract_lines', {
    projectId: uuid('project_id').notNull(),
    contractLineId: uuid('contract_line_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    kind: kind(),
    currency: text('currency').notNull(),
    originalMinor: minor('original_minor').notNull(),
    changedMinor: minor('changed_minor').notNull(),
    currentMinor: minor('current_minor').notNull(),
  })
  .existing()
