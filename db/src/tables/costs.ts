import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, minor, recordedAt } from './columns'
import { staff } from './people'
import { tasks } from './plan'

/** What an hour of a job role costs us from a day on, until the role's next rate: periods cannot overlap. */
export const costRates = pgTable(
  'cost_rates',
  {
    id: id(),
    jobRole: text('job_role').notNull(),
    currency: text('currency').notNull(),
    hourMinor: minor('hour_minor').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    unique('cost_rates_one_per_start').on(t.jobRole, t.currency, t.fromOn),
    check('cost_rates_hour', sql`${t.hourMinor} > 0`),
    check('cost_rates_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
)

export const timeEntries = pgTable(
  'time_entries',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    taskId: uuid('task_id').notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    /** The role the work was done in, as it was then: what the cost rate is looked up by. */
    jobRole: text('job_role').notNull(),
    workedOn: date('worked_on', { mode: 'string' }).notNull(),
    minutes: integer('minutes').notNull(),
    note: text('note').notNull().default(''),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    index('time_entries_project').on(t.projectId, t.workedOn),
    index('time_entries_staff').on(t.staffId, t.workedOn),
    check('time_entries_minutes', sql`${t.minutes} between 1 and 1440`),
    foreignKey({
      name: 'time_entries_task',
      columns: [t.projectId, t.taskId],
      foreignColumns: [tasks.projectId, tasks.id],
    }).onDelete('restrict'),
  ],
)
