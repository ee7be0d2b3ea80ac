import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant, recordedAt, sha256 } from './columns'
import { customers, staff } from './people'
import { projects } from './projects'

const customer = () =>
  uuid('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'restrict' })
const reader = () =>
  uuid('read_by')
    .notNull()
    .references(() => staff.id, { onDelete: 'restrict' })
/** The project that the file is to change; null where it is to found one. */
const intoProject = () => uuid('into_project_id').references(() => projects.id, { onDelete: 'restrict' })

/**
 * A plan that was read: what the preview shows until it is accepted, and then the common ancestor that the next file
 * of the same project is compared with. `plan` is the domain's Plan.
 */
export const planImports = pgTable(
  'plan_imports',
  {
    id: id(),
    customerId: customer(),
    readBy: reader(),
    fileName: text('file_name').notNull(),
    fileSha256: sha256('file_sha256').notNull(),
    title: text('title').notNull(),
    plan: jsonb('plan').notNull(),
    /** Of a table: the domain's fields that it has columns for. Null is a file that says all of a plan. */
    covers: jsonb('covers'),
    notUnderstood: jsonb('not_understood').notNull(),
    readAt: recordedAt('read_at'),
    intoProjectId: intoProject(),
    /** The project it founded or changed, from when it was accepted. */
    projectId: uuid('project_id').references(() => projects.id, { onDelete: 'restrict' }),
    acceptedAt: instant('accepted_at'),
  },
  (t) => [
    index('plan_imports_of_project').on(t.projectId, t.acceptedAt),
    check('plan_imports_accepted', sql`(${t.projectId} is null) = (${t.acceptedAt} is null)`),
  ],
)

/** A table of tasks (CSV or XLSX) that was uploaded and whose columns somebody is about to name. */
export const planTables = pgTable('plan_tables', {
  id: id(),
  customerId: customer(),
  readBy: reader(),
  intoProjectId: intoProject(),
  fileName: text('file_name').notNull(),
  fileSha256: sha256('file_sha256').notNull(),
  format: text('format', { enum: ['csv', 'xlsx'] }).notNull(),
  /** The columns' names, the first rows and what the reader proposes: what the page shows. */
  preview: jsonb('preview').notNull(),
  headerFingerprint: sha256('header_fingerprint').notNull(),
  readAt: recordedAt('read_at'),
})

/** What a person's last table with the same columns meant: a colleague's helps whoever has none. */
export const importMappings = pgTable(
  'import_mappings',
  {
    headerFingerprint: sha256('header_fingerprint').notNull(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    /** Which column is which field, as the table reader of the interchange package takes it. */
    mapping: jsonb('mapping').notNull(),
    uses: integer('uses').notNull().default(1),
    usedAt: recordedAt('used_at'),
  },
  (t) => [primaryKey({ columns: [t.headerFingerprint, t.staffId] })],
)
