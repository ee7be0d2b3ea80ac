import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, primaryKey, unique, uuid } from 'drizzle-orm/pg-core'
import { recordedAt } from './columns'
import { staff } from './people'
import { project } from './project-column'

/**
 * Each time a plan was saved, numbered by the database without a gap. The edits are those of the domain's workspace as
 * they were done to the plan of the number before; null where something changed that edits do not say, so that who has
 * the plan open reads it anew.
 */
export const planEdits = pgTable(
  'plan_edits',
  {
    projectId: project(),
    number: integer('number').notNull().default(0),
    staffId: uuid('staff_id').references(() => staff.id, { onDelete: 'restrict' }),
    /** The sender's own: what is sent again because no answer came is saved once. */
    key: uuid('key'),
    /** The number of the plan that the sender had. */
    madeOn: integer('made_on'),
    edits: jsonb('edits'),
    /** New numbers of rows to which somebody else had given the sender's. */
    renamed: jsonb('renamed'),
    /** What hung on what the edits removed, for who brings it back. */
    removed: jsonb('removed'),
    savedAt: recordedAt('saved_at'),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.number] }),
    unique('plan_edits_once').on(t.projectId, t.key),
    check('plan_edits_number', sql`${t.number} > 0`),
    check(
      'plan_edits_sent',
      sql`${t.key} is null or (${t.edits} is not null and ${t.madeOn} is not null and ${t.renamed} is not null)`,
    ),
  ],
)
