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
import { attachedFile } from './attached-file'
import { id, recordedAt } from './columns'
import { deliverables } from './contract'
import { contacts, staff } from './people'
import { project } from './project-column'

/** What a tester does and what should be seen: [{ action, expected }]. */
export const testCases = pgTable(
  'test_cases',
  {
    id: id(),
    projectId: project(),
    deliverableId: uuid('deliverable_id').notNull(),
    position: integer('position').notNull(),
    /** The criterion that it shows to be met, by its position among the deliverable's. */
    criterionPosition: integer('criterion_position').notNull(),
    title: text('title').notNull(),
    preparation: text('preparation').notNull().default(''),
    steps: jsonb('steps').notNull(),
  },
  (t) => [
    unique('test_cases_position').on(t.deliverableId, t.position),
    unique('test_cases_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'test_cases_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('cascade'),
  ],
)

/** A version was opened to the customer's testers. The test cases stand from then on, as they were. */
export const testRounds = pgTable(
  'test_rounds',
  {
    id: id(),
    projectId: project(),
    deliverableId: uuid('deliverable_id').notNull(),
    version: integer('version').notNull(),
    number: integer('number').notNull(),
    message: text('message').notNull().default(''),
    /** [{ id, position, criterionPosition, title, preparation, steps: [{ action, expected }] }] */
    cases: jsonb('cases').notNull(),
    openedBy: uuid('opened_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    openedAt: recordedAt('opened_at'),
  },
  (t) => [
    unique('test_rounds_number').on(t.deliverableId, t.version, t.number),
    unique('test_rounds_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'test_rounds_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('restrict'),
  ],
)

/** One test case run once by one person; a re-test is another row, and the latest counts. */
export const testRuns = pgTable(
  'test_runs',
  {
    id: id(),
    projectId: project(),
    roundId: uuid('round_id').notNull(),
    caseId: uuid('case_id').notNull(),
    outcome: text('outcome', { enum: ['passed', 'failed', 'blocked'] }).notNull(),
    /** [{ result: 'passed' | 'failed' | 'blocked', comment }], a row a step. */
    steps: jsonb('steps').notNull(),
    comment: text('comment').notNull().default(''),
    runBy: uuid('run_by')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    runAt: recordedAt('run_at'),
  },
  (t) => [
    unique('test_runs_in_project').on(t.projectId, t.id),
    check('test_runs_outcome', sql`${t.outcome} in ('passed', 'failed', 'blocked')`),
    foreignKey({
      name: 'test_runs_round',
      columns: [t.projectId, t.roundId],
      foreignColumns: [testRounds.projectId, testRounds.id],
    }).onDelete('restrict'),
  ],
)

/** What went wrong in a run. It is closed by a later run of the same case that passes. */
export const testDefects = pgTable(
  'test_defects',
  {
    id: id(),
    projectId: project(),
    runId: uuid('run_id').notNull(),
    /** Which step, from 1. */
    step: integer('step').notNull(),
    number: integer('number').notNull(),
    description: text('description').notNull(),
    raisedBy: uuid('raised_by')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    raisedAt: recordedAt('raised_at'),
  },
  (t) => [
    unique('test_defects_number').on(t.projectId, t.number),
    unique('test_defects_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'test_defects_run',
      columns: [t.projectId, t.runId],
      foreignColumns: [testRuns.projectId, testRuns.id],
    }).onDelete('restrict'),
  ],
)

export const testDefectFiles = pgTable(
  'test_defect_files',
  {
    projectId: project(),
    defectId: uuid('defect_id').notNull(),
    ...attachedFile(),
  },
  (t) => [
    primaryKey({ columns: [t.defectId, t.position] }),
    foreignKey({
      name: 'test_defect_files_defect',
      columns: [t.projectId, t.defectId],
      foreignColumns: [testDefects.projectId, testDefects.id],
    }).onDelete('restrict'),
  ],
)

/** What our side says about a defect: that it is mended, or why it is none. */
export const defectAnswers = pgTable(
  'defect_answers',
  {
    id: id(),
    projectId: project(),
    defectId: uuid('defect_id').notNull(),
    answer: text('answer', { enum: ['mended', 'not-a-defect'] }).notNull(),
    text: text('text').notNull(),
    answeredBy: uuid('answered_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    answeredAt: recordedAt('answered_at'),
  },
  (t) => [
    check('defect_answers_answer', sql`${t.answer} in ('mended', 'not-a-defect')`),
    foreignKey({
      name: 'defect_answers_defect',
      columns: [t.projectId, t.defectId],
      foreignColumns: [testDefects.projectId, testDefects.id],
    }).onDelete('restrict'),
  ],
)
