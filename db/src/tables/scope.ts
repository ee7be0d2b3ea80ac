import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id } from './columns'
import { deliverables } from './contract'
import { project } from './project-column'

/** In scope, out of scope, assumed: the lines of the charter that the customer confirms. */
export const scopeItems = pgTable(
  'scope_items',
  {
    id: id(),
    projectId: project(),
    kind: text('kind', { enum: ['in-scope', 'out-of-scope', 'assumption'] }).notNull(),
    text: text('text').notNull(),
    deliverableId: uuid('deliverable_id'),
    position: integer('position').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'scope_items_deliverable',
      columns: [t.projectId, t.deliverableId],
      foreignColumns: [deliverables.projectId, deliverables.id],
    }).onDelete('restrict'),
    unique('scope_items_position').on(t.projectId, t.position),
    check('scope_items_kind', sql`${t.kind} in ('in-scope', 'out-of-scope', 'assumption')`),
  ],
)
