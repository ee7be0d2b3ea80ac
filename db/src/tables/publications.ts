import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { id, instant, sha256 } from './columns'
import { staff } from './people'
import { project } from './project-column'

/** What the customer was told, as it was, numbered and digested. Never updated, never deleted. */
export const publications = pgTable(
  'publications',
  {
    id: id(),
    projectId: project(),
    number: integer('number').notNull(),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => staff.id, { onDelete: 'restrict' }),
    publishedAt: instant('published_at').notNull(),
    /** The domain's Projection. */
    projection: jsonb('projection').notNull(),
    /** Of the projection, apart: what finance bills progress by without reading the rest. */
    percentComplete: integer('percent_complete').generatedAlwaysAs(
      sql`((projection ->> 'percentComplete')::integer)`,
    ),
    digest: sha256('digest').notNull(),
  },
  (t) => [unique('publications_number').on(t.projectId, t.number)],
)
