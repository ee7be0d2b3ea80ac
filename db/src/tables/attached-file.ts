import { integer, text } from 'drizzle-orm/pg-core'
import { sha256 } from './columns'
import { files } from './delivery'

/** A file in its place beside a fact: what a row of any table of attachments holds besides the fact's id. */
export const attachedFile = () => ({
  position: integer('position').notNull(),
  name: text('name').notNull(),
  sha256: sha256('sha256')
    .notNull()
    .references(() => files.sha256, { onDelete: 'restrict' }),
})
