import { uuid } from 'drizzle-orm/pg-core'
import { projects } from './projects'

/** Whatever belongs to a project says so in its own column: policies compare it. */
export const project = () =>
  uuid('project_id')
    .notNull()
    .references(() => projects.id, { onDelete: 'restrict' })
