import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  doublePrecision,
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
import { id } from './columns'
import { staff } from './people'
import { project } from './project-column'

export const projectCalendars = pgTable(
  'project_calendars',
  {
    projectId: project(),
    uid: integer('uid').notNull(),
    position: integer('position').notNull().default(0),
    name: text('name').notNull(),
    /** The domain's PlanCalendar. */
    definition: jsonb('definition').notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.uid] })],
)

const constraintTypes = ['ASAP', 'ALAP', 'MSO', 'MFO', 'SNET', 'SNLT', 'FNET', 'FNLT'] as const

/** The work breakdown in outline order. Local date-times are 'YYYY-MM-DDTHH:mm' in the project's time zone. */
export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    projectId: project(),
    uid: integer('uid').notNull(),
    position: integer('position').notNull(),
    wbs: text('wbs').notNull(),
    name: text('name').notNull(),
    note: text('note'),
    outlineLevel: integer('outline_level').notNull(),
    isSummary: boolean('is_summary').notNull(),
    isMilestone: boolean('is_milestone').notNull(),
    milestoneKind: text('milestone_kind', { enum: ['delivery', 'acceptance', 'billing'] }),
    /** Minutes may have fractions: Microsoft Project counts in tenths. */
    durationMinutes: doublePrecision('duration_minutes').notNull(),
    isElapsed: boolean('is_elapsed').notNull().default(false),
    isActive: boolean('is_active').notNull().default(true),
    /** A person set the dates, as far as they did; the scheduler leaves them alone. */
    isManual: boolean('is_manual').notNull().default(false),
    manualStartLocal: text('manual_start_local'),
    manualFinishLocal: text('manual_finish_local'),
    constraintType: text('constraint_type', { enum: constraintTypes }).notNull().default('ASAP'),
    constraintLocal: text('constraint_local'),
    deadlineLocal: text('deadline_local'),
    calendarUid: integer('calendar_uid'),
    percentComplete: integer('percent_complete').notNull().default(0),
    actualStartLocal: text('actual_start_local'),
    actualFinishLocal: text('actual_finish_local'),
    remainingMinutes: doublePrecision('remaining_minutes'),
    /** What nobody edits or asks for by itself: the rest of the domain's PlanTask. */
    carried: jsonb('carried').notNull().default({}),
    startsLocal: text('starts_local').notNull(),
    finishesLocal: text('finishes_local').notNull(),
    earlyStartLocal: text('early_start_local').notNull(),
    earlyFinishLocal: text('early_finish_local').notNull(),
    lateStartLocal: text('late_start_local').notNull(),
    lateFinishLocal: text('late_finish_local').notNull(),
    isCritical: boolean('is_critical').notNull(),
    totalFloatMinutes: doublePrecision('total_float_minutes').notNull(),
    freeFloatMinutes: doublePrecision('free_float_minutes').notNull().default(0),
    /** The domain's Driver: why the task is where it is. Null until the plan was scheduled by this version. */
    driver: jsonb('driver'),
  },
  (t) => [
    unique('tasks_uid').on(t.projectId, t.uid),
    unique('tasks_in_project').on(t.projectId, t.id),
    check('tasks_percent', sql`${t.percentComplete} between 0 and 100`),
    check('tasks_duration', sql`${t.durationMinutes} >= 0`),
    check('tasks_remaining', sql`${t.remainingMinutes} >= 0`),
    check(
      'tasks_constraint_type',
      sql`${t.constraintType} in ('ASAP', 'ALAP', 'MSO', 'MFO', 'SNET', 'SNLT', 'FNET', 'FNLT')`,
    ),
    check(
      'tasks_constraint',
      sql`(${t.constraintLocal} is null) = (${t.constraintType} in ('ASAP', 'ALAP'))`,
    ),
    check(
      'tasks_manual',
      sql`${t.isManual} or (${t.manualStartLocal} is null and ${t.manualFinishLocal} is null)`,
    ),
    check(
      'tasks_milestone_kind',
      sql`${t.milestoneKind} is null or (${t.isMilestone} and ${t.milestoneKind} in ('delivery', 'acceptance', 'billing'))`,
    ),
  ],
)

export const taskLinks = pgTable(
  'task_links',
  {
    projectId: project(),
    fromUid: integer('from_uid').notNull(),
    toUid: integer('to_uid').notNull(),
    position: integer('position').notNull().default(0),
    type: text('type', { enum: ['FS', 'SS', 'FF', 'SF'] }).notNull(),
    lag: doublePrecision('lag').notNull(),
    lagUnit: text('lag_unit', { enum: ['working', 'elapsed', 'percent', 'elapsed-percent'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.fromUid, t.toUid, t.type] }),
    foreignKey({
      name: 'task_links_from',
      columns: [t.projectId, t.fromUid],
      foreignColumns: [tasks.projectId, tasks.uid],
    }).onDelete('cascade'),
    foreignKey({
      name: 'task_links_to',
      columns: [t.projectId, t.toUid],
      foreignColumns: [tasks.projectId, tasks.uid],
    }).onDelete('cascade'),
  ],
)

/**
 * Who of us works on a task, how much, until when, and who answers for it. Whom the plan has on the task is written here
 * by the database, with the plan's minutes; beside them stands who was put on it without any work in the plan.
 */
export const taskAssignments = pgTable(
  'task_assignments',
  {
    projectId: project(),
    taskId: uuid('task_id').notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    plannedMinutes: integer('planned_minutes').notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    isAccountable: boolean('is_accountable').notNull().default(false),
    /** The plan has the person on the task: kept by the database. */
    isPlanned: boolean('is_planned').notNull().default(false),
    /** What had been agreed beside the plan before it had the person on the task; null where nothing had. */
    besideMinutes: integer('beside_minutes'),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.staffId] }),
    foreignKey({
      name: 'task_assignments_task',
      columns: [t.projectId, t.taskId],
      foreignColumns: [tasks.projectId, tasks.id],
    }).onDelete('cascade'),
    uniqueIndex('task_assignments_one_accountable')
      .on(t.taskId)
      .where(sql`${t.isAccountable}`),
    check('task_assignments_effort', sql`${t.plannedMinutes} >= 0`),
    check(
      'task_assignments_beside',
      sql`${t.besideMinutes} is null or (${t.isPlanned} and ${t.besideMinutes} >= 0)`,
    ),
  ],
)
