import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, recordedAt, sha256 } from './columns'
import { deliverables } from './contract'
import { decisions, submissions } from './delivery'
import { projectContacts } from './participants'
import { contacts, staff } from './people'
import { project } from './project-column'

/** What an acceptance with reservations left to be done, by whom and until when. */
export const punchItems = pgTable(
  'punch_items',
  {
    id: id(),
    projectId: project(),
    decisionId: uuid('decision_id').notNull(),
    position: integer('position').notNull(),
    criterionId: uuid('criterion_id'),
    text: text('text').notNull(),
    ownerSide: text('owner_side', { enum: ['provider', 'customer'] }).notNull(),
    ownerName: text('owner_name').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
  },
  (t) => [
    unique('punch_items_position').on(t.decisionId, t.position),
    unique('punch_items_in_project').on(t.projectId, t.id),
    check('punch_items_owner', sql`${t.ownerSide} in ('provider', 'customer')`),
    foreignKey({
      name: 'punch_items_decision',
      columns: [t.projectId, t.decisionId],
      foreignColumns: [decisions.projectId, decisions.id],
    }).onDelete('restrict'),
  ],
)

/** Our side says that an item is done; the customer closes it. */
export const punchItemReports = pgTable(
  'punch_item_reports',
  {
    id: id(),
    projectId: project(),
    punchItemId: uuid('punch_item_id').notNull(),
    note: text('note').notNull(),
    reportedBy: uuid('reported_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    reportedAt: recordedAt('reported_at'),
  },
  (t) => [
    foreignKey({
      name: 'punch_item_reports_item',
      columns: [t.projectId, t.punchItemId],
      foreignColumns: [punchItems.projectId, punchItems.id],
    }).onDelete('restrict'),
  ],
)

export const punchItemClosures = pgTable(
  'punch_item_closures',
  {
    punchItemId: uuid('punch_item_id').primaryKey(),
    projectId: project(),
    note: text('note').notNull().default(''),
    closedBy: uuid('closed_by')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    closedAt: recordedAt('closed_at'),
  },
  (t) => [
    foreignKey({
      name: 'punch_item_closures_item',
      columns: [t.projectId, t.punchItemId],
      foreignColumns: [punchItems.projectId, punchItems.id],
    }).onDelete('restrict'),
  ],
)

/** Who has to sign, where the contract asks for more than one; for one deliverable or for all (null). */
export const signatureRequirements = pgTable(
  'signature_requirements',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    deliverableId: uuid('deliverable_id'),
    contactId: uuid('contact_id').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    unique('signature_requirements_once').on(t.projectId, t.deliverableId, t.contactId).nullsNotDistinct(),
    foreignKey({
      name: 'signature_requirements_contact',
      columns: [t.projectId, t.contactId],
      foreignColumns: [projectContacts.projectId, projectContacts.contactId],
    }).onDelete('restrict'),
    foreignKey({
      name: 'signature_requirements_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('cascade'),
  ],
)

/** Each signatory's own part where several sign; the last required one makes the decision. */
export const signatures = pgTable(
  'signatures',
  {
    id: id(),
    projectId: project(),
    submissionId: uuid('submission_id').notNull(),
    outcome: text('outcome', { enum: ['accepted', 'accepted-with-reservations', 'rejected'] }).notNull(),
    signedBy: uuid('signed_by')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    onBehalfOf: uuid('on_behalf_of').references(() => contacts.id, { onDelete: 'restrict' }),
    signedAt: instant('signed_at').notNull(),
    timeZone: text('time_zone').notNull(),
    typedName: text('typed_name').notNull(),
    statement: text('statement').notNull(),
    submissionDigest: sha256('submission_digest').notNull(),
    authority: jsonb('authority').notNull(),
    /** [{ criterionId, result, comment }] and [{ text, criterionId, ownerSide, ownerName, dueOn }]. */
    results: jsonb('results').notNull(),
    reservations: jsonb('reservations').notNull(),
    /** One more than the withdrawals before: what was withdrawn can be signed again. */
    round: integer('round').notNull().default(1),
  },
  (t) => [
    unique('signatures_once').on(t.submissionId, t.signedBy, t.round),
    unique('signatures_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'signatures_submission',
      columns: [t.projectId, t.submissionId],
      foreignColumns: [submissions.projectId, submissions.id],
    }).onDelete('restrict'),
  ],
)

/** A signatory lets a colleague sign within the own authority, until a day. */
export const signingDelegations = pgTable(
  'signing_delegations',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    fromContactId: uuid('from_contact_id').notNull(),
    toContactId: uuid('to_contact_id').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    reason: text('reason').notNull().default(''),
    delegatedAt: recordedAt('delegated_at'),
  },
  (t) => [
    unique('signing_delegations_in_project').on(t.projectId, t.id),
    check('signing_delegations_dates', sql`${t.toOn} >= ${t.fromOn}`),
    check('signing_delegations_other', sql`${t.fromContactId} <> ${t.toContactId}`),
    foreignKey({
      name: 'signing_delegations_from',
      columns: [t.projectId, t.fromContactId],
      foreignColumns: [projectContacts.projectId, projectContacts.contactId],
    }).onDelete('restrict'),
    foreignKey({
      name: 'signing_delegations_to',
      columns: [t.projectId, t.toContactId],
      foreignColumns: [projectContacts.projectId, projectContacts.contactId],
    }).onDelete('restrict'),
  ],
)

export const delegationRevocations = pgTable(
  'delegation_revocations',
  {
    delegationId: uuid('delegation_id').primaryKey(),
    projectId: project(),
    revokedAt: recordedAt('revoked_at'),
  },
  (t) => [
    foreignKey({
      name: 'delegation_revocations_delegation',
      columns: [t.projectId, t.delegationId],
      foreignColumns: [signingDelegations.projectId, signingDelegations.id],
    }).onDelete('restrict'),
  ],
)

/** A signatory asks for more time to decide; the manager grants it or not. */
export const timeRequests = pgTable(
  'time_requests',
  {
    id: id(),
    projectId: project(),
    submissionId: uuid('submission_id').notNull(),
    until: date('until', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    requestedAt: recordedAt('requested_at'),
  },
  (t) => [
    unique('time_requests_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'time_requests_submission',
      columns: [t.projectId, t.submissionId],
      foreignColumns: [submissions.projectId, submissions.id],
    }).onDelete('restrict'),
  ],
)

export const timeAnswers = pgTable(
  'time_answers',
  {
    timeRequestId: uuid('time_request_id').primaryKey(),
    projectId: project(),
    isGranted: boolean('is_granted').notNull(),
    text: text('text').notNull().default(''),
    answeredBy: uuid('answered_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    answeredAt: recordedAt('answered_at'),
  },
  (t) => [
    foreignKey({
      name: 'time_answers_request',
      columns: [t.projectId, t.timeRequestId],
      foreignColumns: [timeRequests.projectId, timeRequests.id],
    }).onDelete('restrict'),
  ],
)
