import { integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** How the customer's time runs and what is claimed in the warranty: db/access/40-portal/45-clock-and-warranty.sql. */
const portal = pgSchema('portal')
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** The project's calendar and those it is derived from. */
export const portalAcceptanceCalendars = portal
  .view('acceptance_calendars', {
    projectId: uuid('project_id').notNull(),
    uid: integer('uid').notNull(),
    definition: jsonb('definition').notNull(),
    calendarUid: integer('calendar_uid').notNull(),
  })
  .existing()

export const portalClockPauses = portal
  .view('clock_pauses', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    cause: text('cause', { enum: ['supplier', 'other'] }).notNull(),
    reason: text('reason').notNull(),
    pausedAt: instant('paused_at').notNull(),
    resumedAt: instant('resumed_at'),
  })
  .existing()

export const portalWarrantyClaims = portal
  .view('warranty_claims', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    deliverableId: uuid('deliverable_id').notNull(),
    deliverableCode: text('deliverable_code').notNull(),
    deliverableName: text('deliverable_name').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    claimedAt: instant('claimed_at').notNull(),
    claimedByName: text('claimed_by_name').notNull(),
    closedAt: instant('closed_at'),
    closedByName: text('closed_by_name'),
    files: jsonb('files').notNull(),
    answers: jsonb('answers').notNull(),
  })
  .existing()
