import type { StaffRole } from '@countersign/db/connect'
import { sql, type SQL } from 'drizzle-orm'

/** Rows of one kind, and which roles may read what they come from. */
export type Source<Asking> = { roles: readonly StaffRole[]; rows(asking: Asking): SQL }

/**
 * Everything that a role may read, in one statement: each source as `selected` writes it, named by its kind. Null where
 * there is nothing to read for the role.
 */
export function unionFor<Kind extends string, Asking>(
  sources: Readonly<Record<Kind, Source<Asking>>>,
  role: StaffRole,
  asking: Asking,
  selected: (kind: Kind, rows: SQL) => SQL,
): SQL | null {
  const own = (Object.entries(sources) as [Kind, Source<Asking>][]).filter(([, { roles }]) =>
    roles.includes(role),
  )
  if (own.length === 0) return null
  return sql.join(
    own.map(([kind, { rows }]) => selected(kind, rows(asking))),
    sql` union all `,
  )
}
