import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, recordedAt, sha256 } from './columns'
import { deliverables } from './contract'
import { files } from './delivery'
import { decisionRecords } from './appraisals'
import { staff } from './people'
import { project } from './project-column'

/** The phases of a project in their order. Each ends at a gate, which the project passes by a recorded decision. */
export const projectPhases = pgTable(
  'project_phases',
  {
    id: id(),
    projectId: project(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    gateName: text('gate_name').notNull(),
    /** The summary task that this phase is in the plan; a task that is gone is none. */
    taskUid: integer('task_uid'),
  },
  (t) => [
    unique('project_phases_position').on(t.projectId, t.position),
    unique('project_phases_in_project').on(t.projectId, t.id),
    check('project_phases_name', sql`${t.name} ~ '\\S' and ${t.gateName} ~ '\\S'`),
  ],
)

/** What has to be true at a gate: to leave the phase before it, or to enter the one behind it. */
export const gateCriteria = pgTable(
  'gate_criteria',
  {
    id: id(),
    projectId: project(),
    phaseId: uuid('phase_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind', { enum: ['exit', 'entry'] }).notNull(),
    statement: text('statement').notNull(),
  },
  (t) => [
    unique('gate_criteria_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'gate_criteria_phase',
      columns: [t.projectId, t.phaseId],
      foreignColumns: [projectPhases.projectId, projectPhases.id],
    }).onDelete('restrict'),
    check('gate_criteria_kind', sql`${t.kind} in ('exit', 'entry')`),
    check('gate_criteria_statement', sql`${t.statement} ~ '\\S'`),
  ],
)

/** What somebody found of a criterion; the latest counts. */
export const gateCriterionResults = pgTable(
  'gate_criterion_results',
  {
    id: id(),
    projectId: project(),
    criterionId: uuid('criterion_id').notNull(),
    result: text('result', { enum: ['met', 'not-met', 'waived'] }).notNull(),
    note: text('note').notNull().default(''),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    check('gate_criterion_results_result', sql`${t.result} in ('met', 'not-met', 'waived')`),
    check('gate_criterion_results_reason', sql`${t.result} = 'met' or ${t.note} ~ '\\S'`),
    foreignKey({
      name: 'gate_criterion_results_criterion',
      columns: [t.projectId, t.criterionId],
      foreignColumns: [gateCriteria.projectId, gateCriteria.id],
    }).onDelete('restrict'),
  ],
)

/** Evidence that a gate asks for, as a part submission warrant lists it: the element and the submission level 1 to 5. */
export const gateEvidence = pgTable(
  'gate_evidence',
  {
    id: id(),
    projectId: project(),
    phaseId: uuid('phase_id').notNull(),
    position: integer('position').notNull(),
    element: text('element').notNull(),
    submissionLevel: integer('submission_level').notNull(),
    isRequired: boolean('is_required').notNull().default(true),
  },
  (t) => [
    unique('gate_evidence_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'gate_evidence_phase',
      columns: [t.projectId, t.phaseId],
      foreignColumns: [projectPhases.projectId, projectPhases.id],
    }).onDelete('restrict'),
    check('gate_evidence_level', sql`${t.submissionLevel} between 1 and 5`),
    check('gate_evidence_element', sql`${t.element} ~ '\\S'`),
  ],
)

/** What came in for an element of evidence, and how it was judged; the latest counts. */
export const gateEvidenceRecords = pgTable(
  'gate_evidence_records',
  {
    id: id(),
    projectId: project(),
    evidenceId: uuid('evidence_id').notNull(),
    status: text('status', { enum: ['submitted', 'approved', 'interim', 'rejected'] }).notNull(),
    note: text('note').notNull().default(''),
    fileName: text('file_name'),
    fileSha256: sha256('file_sha256').references(() => files.sha256, { onDelete: 'restrict' }),
    deliverableId: uuid('deliverable_id'),
    decisionRecordId: uuid('decision_record_id'),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    check(
      'gate_evidence_records_status',
      sql`${t.status} in ('submitted', 'approved', 'interim', 'rejected')`,
    ),
    check(
      'gate_evidence_records_reason',
      sql`${t.status} not in ('interim', 'rejected') or ${t.note} ~ '\\S'`,
    ),
    check('gate_evidence_records_file', sql`(${t.fileName} is null) = (${t.fileSha256} is null)`),
    check(
      'gate_evidence_records_shows',
      sql`${t.status} = 'rejected' or ${t.note} ~ '\\S' or ${t.fileSha256} is not null or ${t.deliverableId} is not null or ${t.decisionRecordId} is not null`,
    ),
    foreignKey({
      name: 'gate_evidence_records_evidence',
      columns: [t.projectId, t.evidenceId],
      foreignColumns: [gateEvidence.projectId, gateEvidence.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'gate_evidence_records_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('restrict'),
    foreignKey({
      name: 'gate_evidence_records_decision',
      columns: [t.projectId, t.decisionRecordId],
      foreignColumns: [decisionRecords.projectId, decisionRecords.id],
    }).onDelete('restrict'),
  ],
)

/** What was decided at a gate, on exactly which state of its criteria and evidence. A change of mind is another row. */
export const gateDecisions = pgTable(
  'gate_decisions',
  {
    id: id(),
    projectId: project(),
    number: integer('number').notNull(),
    phaseId: uuid('phase_id').notNull(),
    outcome: text('outcome', { enum: ['go', 'conditional-go', 'hold', 'stop'] }).notNull(),
    reason: text('reason').notNull().default(''),
    /** As the database found it when the decision was recorded, and its SHA-256 as canonical JSON. */
    state: jsonb('state').notNull(),
    digest: sha256('digest').notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    decidedAt: recordedAt('decided_at'),
  },
  (t) => [
    unique('gate_decisions_number').on(t.projectId, t.number),
    unique('gate_decisions_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'gate_decisions_phase',
      columns: [t.projectId, t.phaseId],
      foreignColumns: [projectPhases.projectId, projectPhases.id],
    }).onDelete('restrict'),
    check('gate_decisions_outcome', sql`${t.outcome} in ('go', 'conditional-go', 'hold', 'stop')`),
    check('gate_decisions_reason', sql`${t.outcome} = 'go' or ${t.reason} ~ '\\S'`),
    check('gate_decisions_digest', sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** What a conditional go still asks for, of whom and by when. */
export const gateConditions = pgTable(
  'gate_conditions',
  {
    id: id(),
    projectId: project(),
    gateDecisionId: uuid('gate_decision_id').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
  },
  (t) => [
    unique('gate_conditions_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'gate_conditions_decision',
      columns: [t.projectId, t.gateDecisionId],
      foreignColumns: [gateDecisions.projectId, gateDecisions.id],
    }).onDelete('restrict'),
    check('gate_conditions_text', sql`${t.text} ~ '\\S'`),
  ],
)

/** A condition is settled. */
export const gateConditionClosures = pgTable(
  'gate_condition_closures',
  {
    conditionId: uuid('condition_id').notNull(),
    projectId: project(),
    note: text('note').notNull(),
    closedBy: uuid('closed_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    closedAt: recordedAt('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.conditionId] }),
    foreignKey({
      name: 'gate_condition_closures_condition',
      columns: [t.projectId, t.conditionId],
      foreignColumns: [gateConditions.projectId, gateConditions.id],
    }).onDelete('restrict'),
    check('gate_condition_closures_note', sql`${t.note} ~ '\\S'`),
  ],
)
