import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { staff } from './people'
import { tasks } from './plan'
import { project } from './project-column'

/** Who and what a plan plans with, by the names of its file; `staff_id` where somebody said which of us that is. */
export const planResources = pgTable(
  'plan_resources',
  {
    projectId: project(),
    uid: integer('uid').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['work', 'material', 'cost'] }).notNull(),
    calendarUid: integer('calendar_uid'),
    maxUnitsPercent: doublePrecision('max_units_percent').notNull(),
    /** The rest of the domain's PlanResource. */
    carried: jsonb('carried').notNull().default({}),
    staffId: uuid('staff_id').references(() => staff.id, { onDelete: 'restrict' }),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.uid] }),
    check('plan_resources_kind', sql`${t.kind} in ('work', 'material', 'cost')`),
  ],
)

/** A resource's part of a task as the plan has it. Of one of us the database keeps task_assignments alike. */
export const planAssignments = pgTable(
  'plan_assignments',
  {
    projectId: project(),
    uid: integer('uid').notNull(),
    position: integer('position').notNull(),
    taskUid: integer('task_uid').notNull(),
    resourceUid: integer('resource_uid').notNull(),
    unitsPercent: doublePrecision('units_percent').notNull(),
    workMinutes: doublePrecision('work_minutes').notNull(),
    actualWorkMinutes: doublePrecision('actual_work_minutes').notNull(),
    remainingWorkMinutes: doublePrecision('remaining_work_minutes').notNull(),
    delayMinutes: doublePrecision('delay_minutes').notNull(),
    levellingDelayMinutes: doublePrecision('levelling_delay_minutes').notNull(),
    /** Spans of the domain's PlanAssignment where the work is not spread evenly. */
    spread: jsonb('spread'),
    /** The rest of the domain's PlanAssignment. */
    carried: jsonb('carried').notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.uid] }),
    index('plan_assignments_of_task').on(t.projectId, t.taskUid),
    index('plan_assignments_of_resource').on(t.projectId, t.resourceUid),
    foreignKey({
      name: 'plan_assignments_task',
      columns: [t.projectId, t.taskUid],
      foreignColumns: [tasks.projectId, tasks.uid],
    }).onDelete('cascade'),
    foreignKey({
      name: 'plan_assignments_resource',
      columns: [t.projectId, t.resourceUid],
      foreignColumns: [planResources.projectId, planResources.uid],
    }).onDelete('cascade'),
  ],
)
