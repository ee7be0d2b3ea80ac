import { boolean, date, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What the customer is asked to provide: db/access/40-portal/46-dependencies.sql. */
const portal = pgSchema('portal')
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const portalDependencies = portal
  .view('customer_dependencies', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    what: text('what').notNull(),
    needOn: date('need_on', { mode: 'string' }).notNull(),
    forTask: text('for_task').notNull(),
    message: text('message').notNull(),
    putAt: instant('put_at').notNull(),
    putByName: text('put_by_name').notNull(),
    contactId: uuid('contact_id'),
    contactName: text('contact_name'),
    closing: text('closing', { enum: ['received', 'dropped'] }),
    closedAt: instant('closed_at'),
    isMine: boolean('is_mine').notNull(),
    answers: jsonb('answers').notNull(),
  })
  .existing()

export const portalDependencyFiles = portal
  .view('dependency_files', {
    answerId: uuid('answer_id').notNull(),
    projectId: uuid('project_id').notNull(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    mediaType: text('media_type').notNull(),
  })
  .existing()
