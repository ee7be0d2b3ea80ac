import { boolean, date, doublePrecision, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core'

/** Who is away, promised and at work, without why: see db/access/30-console/67-capacity.sql. */
const app = pgSchema('app')
const day = (name: string) => date(name, { mode: 'string' }).notNull()

export const absences = app
  .view('absences', {
    staffId: uuid('staff_id').notNull(),
    fromOn: day('from_on'),
    toOn: day('to_on'),
    isHalfDay: boolean('is_half_day').notNull(),
    isApproved: boolean('is_approved').notNull(),
  })
  .existing()

export const peopleBookings = app
  .view('people_bookings', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    code: text('code').notNull(),
    project: text('project').notNull(),
    manager: text('manager').notNull(),
    staffId: uuid('staff_id'),
    jobRole: text('job_role').notNull(),
    vendor: text('vendor'),
    fromOn: day('from_on'),
    toOn: day('to_on'),
    dayMinutes: integer('day_minutes'),
    sharePercent: integer('share_percent'),
    firmness: text('firmness', { enum: ['soft', 'hard'] }).notNull(),
  })
  .existing()

export const peopleWork = app
  .view('people_work', {
    projectId: uuid('project_id').notNull(),
    code: text('code').notNull(),
    project: text('project').notNull(),
    manager: text('manager').notNull(),
    staffId: uuid('staff_id').notNull(),
    taskUid: integer('task_uid').notNull(),
    /** Null in a project that is not the reader's. */
    task: text('task'),
    startsLocal: text('starts_local').notNull(),
    finishesLocal: text('finishes_local').notNull(),
    percentComplete: integer('percent_complete').notNull(),
    minutes: doublePrecision('minutes').notNull(),
  })
  .existing()

export const peopleHours = app
  .view('people_hours', {
    projectId: uuid('project_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    workedOn: day('worked_on'),
    minutes: integer('minutes').notNull(),
  })
  .existing()
