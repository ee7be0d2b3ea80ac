import { bigint, boolean, date, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** States derived from facts: declared in db/access/10-facts and 30-console; a test compares both. */
const app = pgSchema('app')
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const minor = (name: string) => bigint(name, { mode: 'bigint' })

export const deliverableStates = app
  .view('deliverable_states', {
    projectId: uuid('project_id').notNull(),
    deliverableId: uuid('deliverable_id').notNull(),
    submissionId: uuid('submission_id'),
    version: integer('version'),
    submittedAt: instant('submitted_at'),
    outcome: text('outcome', { enum: ['accepted', 'accepted-with-reservations', 'rejected'] }),
    decidedAt: instant('decided_at'),
    stage: text('stage', { enum: ['first', 'final'] }),
    decisionKind: text('decision_kind', { enum: ['signed', 'deemed', 'outside'] }),
    state: text('state', {
      enum: ['draft', 'submitted', 'accepted', 'accepted-with-reservations', 'rejected'],
    }).notNull(),
  })
  .existing()

export const billingMilestoneStates = app
  .view('billing_milestone_states', {
    projectId: uuid('project_id').notNull(),
    billingMilestoneId: uuid('billing_milestone_id').notNull(),
    name: text('name').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    position: integer('position').notNull(),
    releasedAt: instant('released_at'),
    releasedMinor: minor('released_minor').notNull(),
    billedMinor: minor('billed_minor').notNull(),
    invoiceId: uuid('invoice_id'),
    invoiceNumber: text('invoice_number'),
    issuedOn: date('issued_on', { mode: 'string' }),
    invoiceDueOn: date('invoice_due_on', { mode: 'string' }),
    state: text('state', { enum: ['not-yet', 'billable', 'invoiced', 'paid'] }).notNull(),
    trigger: text('trigger', { enum: ['acceptance', 'date', 'progress', 'period', 'deposit'] }).notNull(),
    atPercent: integer('at_percent'),
    isRetention: boolean('is_retention').notNull(),
    contractLineId: uuid('contract_line_id'),
  })
  .existing()

/** Signatures that count towards the next decision: not those of before a withdrawal. */
export const signaturesThisRound = app
  .view('signatures_this_round', {
    projectId: uuid('project_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    signedBy: uuid('signed_by').notNull(),
    onBehalfOf: uuid('on_behalf_of'),
    signedAt: instant('signed_at').notNull(),
    outcome: text('outcome', { enum: ['accepted', 'accepted-with-reservations', 'rejected'] }).notNull(),
    results: jsonb('results').notNull(),
    reservations: jsonb('reservations').notNull(),
  })
  .existing()

/** Since when each criterion of a deliverable counts as met; null where it does not yet. */
export const criteriaMet = app
  .view('criteria_met', {
    projectId: uuid('project_id').notNull(),
    deliverableId: uuid('deliverable_id').notNull(),
    weight: integer('weight').notNull(),
    metAt: instant('met_at'),
  })
  .existing()

/** How far each result's criteria are agreed with the customer. */
export const criteriaAgreements = app
  .view('criteria_agreements', {
    projectId: uuid('project_id').notNull(),
    deliverableId: uuid('deliverable_id').notNull(),
    /** The version put before the customer last; null where none was. */
    number: integer('number'),
    /** Whether the working criteria are still those of that version. */
    isCurrent: boolean('is_current').notNull(),
    confirmedAt: instant('confirmed_at'),
  })
  .existing()

/** Who was reminded of what, when the mail went out and what its server answered. */
export const remindersSent = app
  .view('reminders_sent', {
    projectId: uuid('project_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    kind: text('kind', { enum: ['reminder', 'warning'] }).notNull(),
    daysBefore: integer('days_before').notNull(),
    lastDay: date('last_day', { mode: 'string' }).notNull(),
    contactName: text('contact_name').notNull(),
    writtenAt: instant('written_at').notNull(),
    sentAt: instant('sent_at'),
    receipt: text('receipt'),
  })
  .existing()
