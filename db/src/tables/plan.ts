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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, recordedAt, sha256 } from './columns'
import { customers, staff } from './people'
import { project } from './project-column'
import { projects } from './projects'

/** A plan that was read and not yet accepted: what the preview shows. `plan` is the domain's Plan. */
export const planImports = pgTable('plan_imports', {
  id: id(),
  customerId: uuid('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'restrict' }),
  readBy: uuid('read_by')
    .notNull()
    .references(() => staff.id, { onDelete: 'restrict' }),
  fileName: text('file_name').notNull(),
  fileSha256: sha256('file_sha256').notNull(),
  title: text('title').notNull(),
  plan: jsonb('plan').notNull(),
  notUnderstood: jsonb('not_understood').notNull(),
  readAt: recordedAt('read_at'),
  projectId: uuid('project_id').references(() => projects.id, { onDelete: 'restrict' }),
})

export const projectCalendars = pgTable(
  'project_calendars',
  {
    projectId: project(),
    uid: integer('uid').notNull(),
    name: text('name').notNull(),
    /** The domain's PlanCalendar. */
    definition: jsonb('definition').notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.uid] })],
)

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
    durationMinutes: integer('duration_minutes').notNull(),
    percentComplete: integer('percent_complete').notNull().default(0),
    notBeforeLocal: text('not_before_local'),
    calendarUid: integer('calendar_uid'),
    startsLocal: text('starts_local').notNull(),
    finishesLocal: text('finishes_local').notNull(),
    isCritical: boolean('is_critical').notNull(),
    totalFloatMinutes: integer('total_float_minutes').notNull(),
  },
  (t) => [
    unique('tasks_uid').on(t.projectId, t.uid),
    unique('tasks_in_project').on(t.projectId, t.id),
    check('tasks_percent', sql`${t.percentComplete} between 0 and 100`),
    check('tasks_duration', sql`${t.durationMinutes} >= 0`),
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
    type: text('type', { enum: ['FS', 'SS', 'FF', 'SF'] }).notNull(),
    lag: integer('lag').notNull(),
    lagUnit: text('lag_unit', { enum: ['working', 'elapsed', 'percent'] }).notNull(),
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

/** Who works on a task, how much, until when, and who answers for it. */
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
  ],
)
