import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant, minor, recordedAt, sha256 } from './columns'
import { deliverables } from './contract'
import { contacts, staff } from './people'
import { project } from './project-column'

/** Content in the storage, known by its SHA-256. */
export const files = pgTable(
  'files',
  {
    sha256: sha256('sha256').primaryKey(),
    sizeBytes: minor('size_bytes').notNull(),
    mediaType: text('media_type').notNull(),
    storedAt: recordedAt('stored_at'),
  },
  (t) => [check('files_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`)],
)

/** A version of a deliverable put before the customer, frozen with its files and criteria. */
export const submissions = pgTable(
  'submissions',
  {
    id: id(),
    projectId: project(),
    deliverableId: uuid('deliverable_id').notNull(),
    version: integer('version').notNull(),
    message: text('message').notNull().default(''),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    submittedAt: recordedAt('submitted_at'),
    /** The criteria as they stood: [{ id, position, statement, howChecked }]. */
    criteria: jsonb('criteria').notNull(),
    /** What signing releases for billing: [{ name, amountMinor }], and its sum, which the authority must cover. */
    releases: jsonb('releases').notNull(),
    valueMinor: minor('value_minor').notNull(),
    currency: text('currency').notNull(),
    /** SHA-256 of the canonical JSON of deliverable, version, files and criteria. */
    digest: sha256('digest').notNull(),
  },
  (t) => [
    unique('submissions_version').on(t.deliverableId, t.version),
    unique('submissions_in_project').on(t.projectId, t.id),
    check('submissions_digest', sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
    foreignKey({
      name: 'submissions_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('restrict'),
  ],
)

export const submissionFiles = pgTable(
  'submission_files',
  {
    projectId: project(),
    submissionId: uuid('submission_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    sha256: sha256('sha256')
      .notNull()
      .references(() => files.sha256, { onDelete: 'restrict' }),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.position] }),
    foreignKey({
      name: 'submission_files_submission',
      columns: [t.projectId, t.submissionId],
      foreignColumns: [submissions.projectId, submissions.id],
    }).onDelete('restrict'),
  ],
)

/** Who decided what, when, on exactly which submission, with what authority and words. One per submission. */
export const decisions = pgTable(
  'decisions',
  {
    id: id(),
    projectId: project(),
    submissionId: uuid('submission_id').notNull().unique('decisions_once'),
    outcome: text('outcome', { enum: ['accepted', 'rejected'] }).notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    decidedAt: instant('decided_at').notNull(),
    timeZone: text('time_zone').notNull(),
    typedName: text('typed_name').notNull(),
    statement: text('statement').notNull(),
    reason: text('reason').notNull(),
    submissionDigest: sha256('submission_digest').notNull(),
    /** The authority as it was read at that moment: { upToMinor, currency, fromOn, toOn, evidence }. */
    authority: jsonb('authority').notNull(),
  },
  (t) => [
    check('decisions_outcome', sql`${t.outcome} in ('accepted', 'rejected')`),
    foreignKey({
      name: 'decisions_submission',
      columns: [t.projectId, t.submissionId],
      foreignColumns: [submissions.projectId, submissions.id],
    }).onDelete('restrict'),
  ],
)

export const criterionResults = pgTable(
  'criterion_results',
  {
    projectId: project(),
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => decisions.id, { onDelete: 'restrict' }),
    criterionId: uuid('criterion_id').notNull(),
    result: text('result', { enum: ['met', 'not-met'] }).notNull(),
    comment: text('comment').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.decisionId, t.criterionId] }),
    check('criterion_results_result', sql`${t.result} in ('met', 'not-met')`),
  ],
)

export const certificates = pgTable('certificates', {
  id: id(),
  projectId: project(),
  decisionId: uuid('decision_id')
    .notNull()
    .unique('certificates_once')
    .references(() => decisions.id, { onDelete: 'restrict' }),
  number: text('number').notNull().unique(),
  fileSha256: sha256('file_sha256')
    .notNull()
    .references(() => files.sha256, { onDelete: 'restrict' }),
  decisionDigest: sha256('decision_digest').notNull(),
  issuedAt: instant('issued_at').notNull(),
})
