import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
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
import { staff } from './people'
import { tasks } from './plan'
import { project } from './project-column'

/** The plan as it was agreed: the first is taken with the contract's signature, a later one says why, be it a change order. */
export const baselines = pgTable(
  'baselines',
  {
    id: id(),
    projectId: project(),
    number: integer('number').notNull(),
    occasion: text('occasion', { enum: ['contract', 'replan', 'change-order'] }).notNull(),
    name: text('name').notNull(),
    reason: text('reason').notNull(),
    takenBy: uuid('taken_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    takenAt: instant('taken_at').notNull(),
  },
  (t) => [
    unique('baselines_number').on(t.projectId, t.number),
    unique('baselines_in_project').on(t.projectId, t.id),
    check('baselines_from_one', sql`${t.number} >= 1`),
    check('baselines_occasion', sql`${t.occasion} in ('contract', 'replan', 'change-order')`),
    check('baselines_reason', sql`${t.number} = 1 or ${t.reason} <> ''`),
  ],
)

/** A task as a baseline keeps it. It names no row of the plan, because the plan goes on to change. */
export const baselineTasks = pgTable(
  'baseline_tasks',
  {
    projectId: project(),
    baselineId: uuid('baseline_id').notNull(),
    uid: integer('uid').notNull(),
    position: integer('position').notNull(),
    wbs: text('wbs').notNull(),
    name: text('name').notNull(),
    outlineLevel: integer('outline_level').notNull(),
    isSummary: boolean('is_summary').notNull(),
    isMilestone: boolean('is_milestone').notNull(),
    startsLocal: text('starts_local').notNull(),
    finishesLocal: text('finishes_local').notNull(),
    durationMinutes: doublePrecision('duration_minutes').notNull(),
    workMinutes: doublePrecision('work_minutes').notNull(),
    /** What the work was counted from: people's effort, a file's resources, or the duration where nobody was named. */
    workFrom: text('work_from', { enum: ['people', 'resources', 'duration'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.baselineId, t.uid] }),
    foreignKey({
      name: 'baseline_tasks_baseline',
      columns: [t.projectId, t.baselineId],
      foreignColumns: [baselines.projectId, baselines.id],
    }).onDelete('restrict'),
    check('baseline_tasks_lengths', sql`${t.durationMinutes} >= 0 and ${t.workMinutes} >= 0`),
    check('baseline_tasks_work_from', sql`${t.workFrom} in ('people', 'resources', 'duration')`),
  ],
)

/** What the people planned at a baseline would cost, whole. The database sums it itself; no part of it is kept. */
export const baselineBudgets = pgTable(
  'baseline_budgets',
  {
    projectId: project(),
    baselineId: uuid('baseline_id').primaryKey(),
    currency: text('currency').notNull(),
    costMinor: minor('cost_minor').notNull(),
    plannedMinutes: integer('planned_minutes').notNull(),
    unratedMinutes: integer('unrated_minutes').notNull(),
    /** How many job roles the sum is made of: a sum of one role divided by its hours is a rate. */
    jobRoles: integer('job_roles').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'baseline_budgets_baseline',
      columns: [t.projectId, t.baselineId],
      foreignColumns: [baselines.projectId, baselines.id],
    }).onDelete('restrict'),
  ],
)

/** The domain's ProgressMethod by its kind. */
export const progressMethods = [
  '0/100',
  '50/50',
  'percent',
  'weighted-milestones',
  'criteria-accepted',
] as const

export type MeasuredStep = { name: string; weight: number; doneOn: string | null }

/** How a task's progress is measured, where the manager chose other than by per cent complete. */
export const taskMeasures = pgTable(
  'task_measures',
  {
    projectId: project(),
    taskUid: integer('task_uid').notNull(),
    method: text('method', { enum: progressMethods }).notNull(),
    /** Of 'weighted-milestones': what is done in turn, each with its share of the task and the day it was done. */
    steps: jsonb('steps').$type<MeasuredStep[]>().notNull(),
    /** Of 'criteria-accepted': the deliverable whose criteria are counted. */
    deliverableId: uuid('deliverable_id'),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.taskUid] }),
    foreignKey({
      name: 'task_measures_task',
      columns: [t.projectId, t.taskUid],
      foreignColumns: [tasks.projectId, tasks.uid],
    }).onDelete('cascade'),
    foreignKey({
      name: 'task_measures_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('cascade'),
    check(
      'task_measures_method',
      sql`${t.method} in ('0/100', '50/50', 'percent', 'weighted-milestones', 'criteria-accepted')`,
    ),
    check(
      'task_measures_criteria',
      sql`(${t.method} = 'criteria-accepted') = (${t.deliverableId} is not null)`,
    ),
  ],
)

/**
 * What was said of a task's progress, day by day: a plan only knows the latest, a curve needs what was known then. The
 * database writes it whenever per cent complete changes.
 */
export const taskProgress = pgTable(
  'task_progress',
  {
    id: id(),
    projectId: project(),
    taskUid: integer('task_uid').notNull(),
    percentComplete: integer('percent_complete').notNull(),
    saidOn: date('said_on', { mode: 'string' }).notNull(),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [index('task_progress_project').on(t.projectId, t.taskUid, t.saidOn)],
)

/** How long a task may take: a distribution of its whole duration, in working minutes. */
export const taskEstimates = pgTable(
  'task_estimates',
  {
    projectId: project(),
    taskUid: integer('task_uid').notNull(),
    /** The domain's Estimate, as plain JSON; its parameters are working minutes. */
    distribution: jsonb('distribution').notNull(),
    estimatedBy: uuid('estimated_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    estimatedAt: instant('estimated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.taskUid] }),
    foreignKey({
      name: 'task_estimates_task',
      columns: [t.projectId, t.taskUid],
      foreignColumns: [tasks.projectId, tasks.uid],
    }).onDelete('cascade'),
  ],
)

/** What was forecast, when and from which plan, so that it can be held against what came. */
export const forecasts = pgTable(
  'forecasts',
  {
    id: id(),
    projectId: project(),
    number: integer('number').notNull(),
    seed: bigint('seed', { mode: 'number' }).notNull(),
    iterations: integer('iterations').notNull(),
    /** SHA-256 of the plan and the estimates that went in. */
    planDigest: sha256('plan_digest').notNull(),
    /** Percentiles, histogram, milestones and what drives the risk: all that the picture shows. */
    outcome: jsonb('outcome').notNull(),
    runBy: uuid('run_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    runAt: instant('run_at').notNull(),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    unique('forecasts_number').on(t.projectId, t.number),
    index('forecasts_project').on(t.projectId, t.runAt),
    check('forecasts_from_one', sql`${t.number} >= 1`),
    check('forecasts_iterations', sql`${t.iterations} between 1 and 100000`),
    check('forecasts_seed', sql`${t.seed} between 0 and 4294967295`),
  ],
)
