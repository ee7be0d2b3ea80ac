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
  uniqueIndex,
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
    /** The criteria as they stood: the domain's Criterion, in order. */
    criteria: jsonb('criteria').notNull(),
    /** Which confirmed version they are; a charter's are its own words. */
    criteriaVersion: integer('criteria_version'),
    /** The latest run of each test case on this version: the domain's TestResult. */
    tests: jsonb('tests')
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** Which acceptance it is put for; 'final' ends the warranty. */
    stage: text('stage', { enum: ['first', 'final'] })
      .notNull()
      .default('first'),
    /** The contract's terms of acceptance as they were: the domain's SubmissionTerms. */
    terms: jsonb('terms'),
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
    check('submissions_stage', sql`${t.stage} in ('first', 'final')`),
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

/**
 * Who decided what, when, on exactly which submission, with what authority and words. Withdrawing or correcting is
 * another row that refers to the one before, and the last of them holds.
 */
export const decisions = pgTable(
  'decisions',
  {
    id: id(),
    projectId: project(),
    submissionId: uuid('submission_id').notNull(),
    /** Deemed by the contract's clock: nobody signed. Outside: signed with another service, whose envelope is attached. */
    kind: text('kind', { enum: ['signed', 'deemed', 'outside'] })
      .notNull()
      .default('signed'),
    act: text('act', { enum: ['decides', 'withdraws', 'corrects'] })
      .notNull()
      .default('decides'),
    refersTo: uuid('refers_to'),
    outcome: text('outcome', { enum: ['accepted', 'accepted-with-reservations', 'rejected'] }).notNull(),
    /** Who signed last; null where nobody signed here. */
    decidedBy: uuid('decided_by').references(() => contacts.id, { onDelete: 'restrict' }),
    /** Whose authority it was, where it was delegated. */
    onBehalfOf: uuid('on_behalf_of').references(() => contacts.id, { onDelete: 'restrict' }),
    decidedAt: instant('decided_at').notNull(),
    timeZone: text('time_zone').notNull(),
    typedName: text('typed_name').notNull(),
    statement: text('statement').notNull(),
    reason: text('reason').notNull(),
    submissionDigest: sha256('submission_digest').notNull(),
    /** The authority as it was read at that moment: { upToMinor, currency, fromOn, toOn, evidence }. */
    authority: jsonb('authority'),
    /** What this releases at once of what the submission releases, in hundredths of a per cent. */
    releasesBasisPoints: integer('releases_basis_points').notNull().default(10_000),
    /** The clause and the clock of a deemed acceptance, as the evidence has them. */
    clause: text('clause'),
    clock: jsonb('clock'),
  },
  (t) => [
    uniqueIndex('decisions_once')
      .on(t.submissionId)
      .where(sql`${t.refersTo} is null`),
    unique('decisions_in_line').on(t.refersTo),
    unique('decisions_in_project').on(t.projectId, t.id),
    check('decisions_kind', sql`${t.kind} in ('signed', 'deemed', 'outside')`),
    check('decisions_act', sql`${t.act} in ('decides', 'withdraws', 'corrects')`),
    check('decisions_refers', sql`${t.act} = 'decides' or ${t.refersTo} is not null`),
    check('decisions_signed', sql`(${t.kind} = 'signed') = (${t.decidedBy} is not null)`),
    check(
      'decisions_deemed',
      sql`${t.kind} <> 'deemed' or (${t.outcome} = 'accepted' and ${t.clause} is not null and ${t.clock} is not null)`,
    ),
    check('decisions_share', sql`${t.releasesBasisPoints} between 0 and 10000`),
    check('decisions_outcome', sql`${t.outcome} in ('accepted', 'accepted-with-reservations', 'rejected')`),
    foreignKey({
      name: 'decisions_submission',
      columns: [t.projectId, t.submissionId],
      foreignColumns: [submissions.projectId, submissions.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'decisions_refers_to',
      columns: [t.projectId, t.refersTo],
      foreignColumns: [t.projectId, t.id],
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
    result: text('result', { enum: ['met', 'met-with-reservation', 'not-met'] }).notNull(),
    comment: text('comment').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.decisionId, t.criterionId] }),
    check('criterion_results_result', sql`${t.result} in ('met', 'met-with-reservation', 'not-met')`),
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
  /** SHA-256 of the evidence attached, as its schema says; certificates of before have none. */
  evidenceDigest: sha256('evidence_digest'),
  issuedAt: instant('issued_at').notNull(),
})
