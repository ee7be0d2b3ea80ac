import type postgres from 'postgres'
import { expect } from 'vitest'
import type { Actor, Tx } from '../../src/connect'
import type { StoryDatabase } from './story'

/** What `work` comes to as that member of staff, committed; fails where that changed any row of any table. */
export async function nothingWritten<T>(
  db: StoryDatabase,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const before = await contents(db.admin)
  const result = await db.console.write(actor, work)
  expect(await contents(db.admin)).toEqual(before)
  return result
}

/** Every table of ours and of the queue, with a digest of its rows. */
export async function contents(admin: postgres.Sql): Promise<Record<string, string>> {
  const tables = await admin<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'graphile_worker') order by 1`
  const parts = tables.map(
    ({
      name,
    }) => `select '${name}' as name, coalesce(md5(string_agg(t::text, '' order by t::text)), '') as rows
      from ${name} t`,
  )
  const found = await admin.unsafe<{ name: string; rows: string }[]>(parts.join(' union all '))
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows]))
}
