import { sql } from 'drizzle-orm'
import { check, date, foreignKey, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, instant, recordedAt, sha256 } from './columns'
import { files } from './delivery'
import { contacts, staff } from './people'
import { project } from './project-column'

/** What the project needs from the customer or from a third party, by when, and for which task. */
export const dependencies = pgTable(
  'dependencies',
  {
    id: id(),
    projectId: project(),
    number: integer('number').notNull(),
    what: text('what').notNull(),
    party: text('party', { enum: ['customer', 'third-party'] }).notNull(),
    needOn: date('need_on', { mode: 'string' }).notNull(),
    /** Who sees to it: one of the customer's contacts, or a name. */
    ownerContactId: uuid('owner_contact_id').references(() => contacts.id, { onDelete: 'restrict' }),
    ownerName: text('owner_name').notNull().default(''),
    /** The task or milestone that waits for it; a task that is gone is none. */
    taskUid: integer('task_uid'),
    /** What the team writes for itself. */
    note: text('note').notNull().default(''),
    closing: text('closing', { enum: ['received', 'dropped'] }),
    closingNote: text('closing_note').notNull().default(''),
    closedBy: uuid('closed_by').references(() => staff.id, { onDelete: 'restrict' }),
    closedAt: instant('closed_at'),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    unique('dependencies_number').on(t.projectId, t.number),
    unique('dependencies_in_project').on(t.projectId, t.id),
    check('dependencies_what', sql`${t.what} ~ '\\S'`),
    check('dependencies_party', sql`${t.party} in ('customer', 'third-party')`),
    check('dependencies_owner', sql`${t.ownerContactId} is not null or ${t.ownerName} ~ '\\S'`),
    check('dependencies_contact', sql`${t.ownerContactId} is null or ${t.party} = 'customer'`),
    check('dependencies_closing', sql`${t.closing} is null or ${t.closing} in ('received', 'dropped')`),
    check(
      'dependencies_closed',
      sql`(${t.closing} is null) = (${t.closedAt} is null) and (${t.closing} is null) = (${t.closedBy} is null)`,
    ),
    check('dependencies_dropped', sql`${t.closing} is distinct from 'dropped' or ${t.closingNote} ~ '\\S'`),
  ],
)

/** What was put to the customer, word for word; the latest round holds. */
export const dependencyRequests = pgTable(
  'dependency_requests',
  {
    id: id(),
    projectId: project(),
    dependencyId: uuid('dependency_id').notNull(),
    round: integer('round').notNull(),
    what: text('what').notNull(),
    needOn: date('need_on', { mode: 'string' }).notNull(),
    /** The task's name as it was then; '' for none. */
    forTask: text('for_task').notNull().default(''),
    message: text('message').notNull().default(''),
    contactId: uuid('contact_id').references(() => contacts.id, { onDelete: 'restrict' }),
    putBy: uuid('put_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    putAt: recordedAt('put_at'),
  },
  (t) => [
    unique('dependency_requests_round').on(t.projectId, t.dependencyId, t.round),
    unique('dependency_requests_in_project').on(t.projectId, t.id),
    foreignKey({
      name: 'dependency_requests_dependency',
      columns: [t.projectId, t.dependencyId],
      foreignColumns: [dependencies.projectId, dependencies.id],
    }).onDelete('restrict'),
  ],
)

/** What the customer says of a request: it is done, or it will be later. */
export const dependencyAnswers = pgTable(
  'dependency_answers',
  {
    id: id(),
    projectId: project(),
    requestId: uuid('request_id').notNull(),
    answer: text('answer', { enum: ['done', 'later'] }).notNull(),
    remark: text('remark').notNull().default(''),
    /** The new day, where it will be later. */
    promisedOn: date('promised_on', { mode: 'string' }),
    fileName: text('file_name'),
    fileSha256: sha256('file_sha256').references(() => files.sha256, { onDelete: 'restrict' }),
    answeredBy: uuid('answered_by')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    answeredAt: recordedAt('answered_at'),
  },
  (t) => [
    check('dependency_answers_answer', sql`${t.answer} in ('done', 'later')`),
    check('dependency_answers_promised', sql`(${t.answer} = 'later') = (${t.promisedOn} is not null)`),
    check('dependency_answers_file', sql`(${t.fileName} is null) = (${t.fileSha256} is null)`),
    foreignKey({
      name: 'dependency_answers_request',
      columns: [t.projectId, t.requestId],
      foreignColumns: [dependencyRequests.projectId, dependencyRequests.id],
    }).onDelete('restrict'),
  ],
)
