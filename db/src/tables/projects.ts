import { sql } from 'drizzle-orm'
import { check, doublePrecision, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, recordedAt } from './columns'
import { customers, staff } from './people'

/** Projects that are led together. */
export const programs = pgTable('programs', {
  id: id(),
  name: text('name').notNull().unique(),
  createdAt: recordedAt('created_at'),
})

export const projects = pgTable(
  'projects',
  {
    id: id(),
    code: text('code').notNull().unique(),
    name: text('name').notNull(),
    objective: text('objective').notNull().default(''),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'restrict' }),
    managerId: uuid('manager_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    programId: uuid('program_id').references(() => programs.id, { onDelete: 'restrict' }),
    /** Which part of the company delivers it; margins are summed by it. */
    businessUnit: text('business_unit').notNull().default(''),
    /** Below this gross margin the project is on the list of alerts, in hundredths of a per cent. */
    marginFloorBasisPoints: integer('margin_floor_basis_points').notNull().default(1500),
    /** What a publication shows: preset by the kind of customer, kept on the project. */
    publishes: text('publishes', { enum: ['scope', 'whole-plan'] }).notNull(),
    timeZone: text('time_zone').notNull(),
    startsLocal: text('starts_local').notNull(),
    /** Null plans forward from the start. */
    finishesLocal: text('finishes_local'),
    /** Up to when the plan's progress is known. */
    statusLocal: text('status_local'),
    minutesPerDay: integer('minutes_per_day').notNull(),
    minutesPerWeek: integer('minutes_per_week').notNull().default(2400),
    daysPerMonth: integer('days_per_month').notNull().default(20),
    /** A task is critical at this total float or less. */
    criticalFloatMinutes: doublePrecision('critical_float_minutes').notNull().default(0),
    calendarUid: integer('calendar_uid'),
    /** What nobody edits or asks for by itself: the rest of the domain's Plan but for its lists. */
    planCarried: jsonb('plan_carried').notNull().default({}),
    /** How often the plan was saved: the number of the latest of its `plan_edits`, counted by the database. */
    planRevision: integer('plan_revision').notNull().default(0),
    createdAt: recordedAt('created_at'),
  },
  (t) => [check('projects_publishes', sql`${t.publishes} in ('scope', 'whole-plan')`)],
)

export const projectMembers = pgTable(
  'project_members',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.staffId] })],
)

/** What the team writes for itself. No view of the portal and no grant of finance names this table. */
export const internalNotes = pgTable('internal_notes', {
  id: id(),
  projectId: uuid('project_id')
    .notNull()
    .references(() => projects.id, { onDelete: 'restrict' }),
  writtenBy: uuid('written_by')
    .notNull()
    .references(() => staff.id, { onDelete: 'restrict' }),
  text: text('text').notNull(),
  writtenAt: recordedAt('written_at'),
})
