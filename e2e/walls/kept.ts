import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type postgres from 'postgres'

/** Looking at a page may move a session's end, and guessing is counted: neither is anybody's fact. */
const ofTheDoors = /^(contact_sessions|staff_sessions|sign_in_attempts|sign_in_secret)$/

/** Every table of ours and the queue, each with its number of rows and a digest of what they say. */
export async function whatIsKept(sql: postgres.Sql): Promise<Record<string, string>> {
  const tables = await sql<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public') order by 1, 2`
  const kept: Record<string, string> = {}
  for (const { schema, name } of tables) {
    if (ofTheDoors.test(name)) continue
    const rows = await sql<
      { row: string }[]
    >`select t::text as row from ${sql(schema)}.${sql(name)} t order by 1`
    const digest = createHash('sha256')
    for (const { row } of rows) digest.update(`${row}\n`)
    kept[name] = `${rows.length} rows, ${digest.digest('hex').slice(0, 16)}`
  }
  const [jobs] = await sql<{ count: string }[]>`select count(*) from graphile_worker._private_jobs`
  return { ...kept, jobs: `${jobs!.count} rows` }
}

/** Until the worker has done what the story left it to do: certificates, invoices, mails. */
export async function untilIdle(sql: postgres.Sql, timeoutMs = 60_000): Promise<void> {
  const until = Date.now() + timeoutMs
  for (;;) {
    const [jobs] = await sql<{ count: number }[]>`
      select count(*)::integer from graphile_worker._private_jobs where attempts < max_attempts`
    if (jobs!.count === 0) return
    if (Date.now() > until) throw new Error(`${jobs!.count} jobs are still not done`)
    await pause(100)
  }
}
