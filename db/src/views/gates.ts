import { boolean, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What gates ask for and which phase a project is in: db/access/10-facts/80-gates.sql. */
const app = pgSchema('app')
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const gateCriterionStates = app
  .view('gate_criterion_states', {
    projectId: uuid('project_id').notNull(),
    phaseId: uuid('phase_id').notNull(),
    criterionId: uuid('criterion_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind', { enum: ['exit', 'entry'] }).notNull(),
    statement: text('statement').notNull(),
    resultId: uuid('result_id'),
    result: text('result', { enum: ['met', 'not-met', 'waived'] }),
    note: text('note'),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at'),
    isMet: boolean('is_met').notNull(),
  })
  .existing()

export const gateEvidenceStates = app
  .view('gate_evidence_states', {
    projectId: uuid('project_id').notNull(),
    phaseId: uuid('phase_id').notNull(),
    evidenceId: uuid('evidence_id').notNull(),
    position: integer('position').notNull(),
    element: text('element').notNull(),
    submissionLevel: integer('submission_level').notNull(),
    isRequired: boolean('is_required').notNull(),
    recordId: uuid('record_id'),
    status: text('status', { enum: ['missing', 'submitted', 'approved', 'interim', 'rejected'] }).notNull(),
    note: text('note'),
    fileName: text('file_name'),
    fileSha256: text('file_sha256'),
    deliverableId: uuid('deliverable_id'),
    decisionRecordId: uuid('decision_record_id'),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at'),
    isMet: boolean('is_met').notNull(),
  })
  .existing()

export const gateStates = app
  .view('gate_states', {
    projectId: uuid('project_id').notNull(),
    phaseId: uuid('phase_id').notNull(),
    state: jsonb('state').notNull(),
    isMet: boolean('is_met').notNull(),
    digest: text('digest').notNull(),
  })
  .existing()

export const phaseStates = app
  .view('phase_states', {
    projectId: uuid('project_id').notNull(),
    phaseId: uuid('phase_id').notNull(),
    position: integer('position').notNull(),
    gateDecisionId: uuid('gate_decision_id'),
    outcome: text('outcome', { enum: ['go', 'conditional-go', 'hold', 'stop'] }),
    decidedAt: instant('decided_at'),
    isPassed: boolean('is_passed').notNull(),
    isCurrent: boolean('is_current').notNull(),
  })
  .existing()
