import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, minor, recordedAt } from './columns'
import { contacts } from './people'
import { project } from './project-column'

/** Which contact follows which project, and as what. */
export const projectContacts = pgTable(
  'project_contacts',
  {
    projectId: project(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'restrict' }),
    role: text('role', {
      enum: ['viewer', 'contributor', 'tester', 'signatory', 'portal_administrator'],
    }).notNull(),
    addedAt: recordedAt('added_at'),
    /** To which group of end users the person belongs, who work with the result and do not pay for it; '' for none. */
    endUserGroup: text('end_user_group').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.contactId] }),
    index('project_contacts_contact').on(t.contactId),
    check(
      'project_contacts_role',
      sql`${t.role} in ('viewer', 'contributor', 'tester', 'signatory', 'portal_administrator')`,
    ),
    check('project_contacts_end_users_do_not_sign', sql`${t.endUserGroup} = '' or ${t.role} <> 'signatory'`),
  ],
)

/** What a signatory may decide, up to which value, from when to when. */
export const signingAuthorities = pgTable(
  'signing_authorities',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    kind: text('kind', { enum: ['acceptance', 'change'] }).notNull(),
    currency: text('currency').notNull(),
    upToMinor: minor('up_to_minor').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }),
    evidence: text('evidence').notNull(),
    recordedAt: recordedAt('recorded_at'),
  },
  (t) => [
    unique('signing_authorities_one_per_start').on(t.projectId, t.contactId, t.kind, t.fromOn),
    foreignKey({
      name: 'signing_authorities_contact',
      columns: [t.projectId, t.contactId],
      foreignColumns: [projectContacts.projectId, projectContacts.contactId],
    }).onDelete('restrict'),
    check('signing_authorities_kind', sql`${t.kind} in ('acceptance', 'change')`),
    check('signing_authorities_value', sql`${t.upToMinor} >= 0`),
    check('signing_authorities_dates', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
  ],
)
