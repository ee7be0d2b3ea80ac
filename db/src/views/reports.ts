import { boolean, date, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Who reports to the reader, and their hours as sums: see db/access/30-console/69-weeks-of-reports.sql. */
const app = pgSchema('app')

export const reports = app
  .view('reports', {
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    weeklyMinutes: integer('weekly_minutes').notNull(),
    dayMinutes: integer('day_minutes').array(),
    holidayPlace: text('holiday_place').notNull(),
    timeZone: text('time_zone').notNull(),
    /** Whether days without hours are missed. */
    logsTime: boolean('logs_time').notNull(),
  })
  .existing()

/** By project and day. `mine` waits for the reader, `with-project` for the project's manager. */
export const reportHours = app
  .view('report_hours', {
    staffId: uuid('staff_id').notNull(),
    projectId: uuid('project_id').notNull(),
    code: text('code').notNull(),
    project: text('project').notNull(),
    workedOn: date('worked_on', { mode: 'string' }).notNull(),
    state: text('state', { enum: ['open', 'with-project', 'mine', 'approved'] }).notNull(),
    minutes: integer('minutes').notNull(),
    billableMinutes: integer('billable_minutes').notNull(),
    handedInAt: timestamp('handed_in_at', { withTimezone: true }),
  })
  .existing()
