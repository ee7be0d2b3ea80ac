import { sql } from 'drizzle-orm'
import { check, date, foreignKey, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, recordedAt } from './columns'
import { submissions } from './delivery'
import { mails } from './mails'
import { contacts, staff } from './people'
import { project } from './project-column'

/** The customer's time to decide stands still from here on: our side is at fault, or something else. */
export const clockPauses = pgTable(
  'clock_pauses',
  {
    id: id(),
    projectId: project(),
    submissionId: uuid('submission_id').notNull(),
    cause: text('cause', { enum: ['supplier', 'other'] }).notNull(),
    reason: text('reason').notNull(),
    pausedBy: uuid('paused_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    pausedAt: recordedAt('paused_at'),
  },
  (t) => [
    unique('clock_pauses_in_project').on(t.projectId, t.id),
    check('clock_pauses_cause', sql`${t.cause} in ('supplier', 'other')`),
    foreignKey({
      name: 'clock_pauses_submission',
      columns: [t.projectId, t.submissionId],
      foreignColumns: [submissions.projectId, submissions.id],
    }).onDelete('restrict'),
  ],
)

export const clockResumptions = pgTable(
  'clock_resumptions',
  {
    pauseId: uuid('pause_id').primaryKey(),
    projectId: project(),
    resumedBy: uuid('resumed_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    resumedAt: recordedAt('resumed_at'),
  },
  (t) => [
    foreignKey({
      name: 'clock_resumptions_pause',
      columns: [t.projectId, t.pauseId],
      foreignColumns: [clockPauses.projectId, clockPauses.id],
    }).onDelete('restrict'),
  ],
)

/** Who was reminded or warned of which submission, for which last day, by which mail; the mail says when it went out. */
export const acceptanceReminders = pgTable(
  'acceptance_reminders',
  {
    id: id(),
    projectId: project(),
    submissionId: uuid('submission_id').notNull(),
    kind: text('kind', { enum: ['reminder', 'warning'] }).notNull(),
    /** Business days before the last day that it was due on. */
    daysBefore: integer('days_before').notNull(),
    lastDay: date('last_day', { mode: 'string' }).notNull(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    mailId: uuid('mail_id')
      .notNull()
      .references(() => mails.id, { onDelete: 'restrict' }),
    writtenAt: recordedAt('written_at'),
  },
  (t) => [
    unique('acceptance_reminders_once').on(t.submissionId, t.contactId, t.kind, t.daysBefore, t.lastDay),
    check('acceptance_reminders_kind', sql`${t.kind} in ('reminder', 'warning')`),
    foreignKey({
      name: 'acceptance_reminders_submission',
      columns: [t.projectId, t.submissionId],
      foreignColumns: [submissions.projectId, submissions.id],
    }).onDelete('restrict'),
  ],
)
