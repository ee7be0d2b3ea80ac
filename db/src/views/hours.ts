import { bigint, boolean, date, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'

/** Who worked how long: see db/access/30-console/66-time.sql. */
export const workedHours = pgSchema('app')
  .view('worked_hours', {
    projectId: uuid('project_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    jobRole: text('job_role').notNull(),
    kind: text('kind').notNull(),
    bookedOn: date('booked_on', { mode: 'string' }).notNull(),
    minutes: integer('minutes').notNull(),
    billMinor: bigint('bill_minor', { mode: 'bigint' }),
    isApproved: boolean('is_approved').notNull(),
  })
  .existing()
