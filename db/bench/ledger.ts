import { noHash } from '@countersign/evidence/ledger-entry'
import { verifyChain } from '@countersign/evidence/verify-chain'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate } from '../src/migrate'
import { startEmbeddedPostgres } from '../src/server/embedded-postgres'

// Appends to the ledger against a plain insert of the same row, in the same run, on a server that writes to the disk;
// then a verification of 100,000 entries. Prints its figures and fails below what was promised.

const writers = 8
const roundMs = 2500
const rounds = 3

const home = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
chmodSync(home, 0o711)
const server = await startEmbeddedPostgres({ home })
const failed: string[] = []
try {
  await migrate({
    adminUrl: server.adminUrl,
    passwords: { portal_app: 'p', console_app: 'c', worker_app: 'w' },
  })
  const sql = postgres(server.adminUrl, { max: writers, onnotice: () => undefined })
  const projects = await projectsToWriteIn(sql)
  await sql`create table plain_entries (like ledger_entries including all)`

  const body = JSON.stringify({
    number: 17,
    publishedBy: projects[0]!,
    publishedAt: '2026-11-22T03:45:00.000Z',
  })
  const digest = 'a'.repeat(64)
  const append = (project: string) => sql`
    select app.append_to_ledger(${project}, 'publication', gen_random_uuid(), ${digest}, ${body}::text::jsonb)`
  await append(projects[0]!)
  const [{ entry }] = (await sql`select entry from ledger_entries`) as [{ entry: string }]
  let seq = 0
  const plain = (project: string) => sql`
    insert into plain_entries (project_id, seq, kind, fact_id, entered_at, entry, previous_hash, hash)
    values (${project}, ${(seq += 1)}, 'publication', gen_random_uuid(), now(), ${entry}, ${noHash}, ${digest})`

  // In turns, so that a disk or a neighbour that slows down slows both.
  const perSecond = { plain: 0, chains: 0, oneChain: 0 }
  for (let round = 0; round < rounds; round += 1) {
    perSecond.plain += (await rate((writer) => plain(projects[writer]!))) / rounds
    perSecond.chains += (await rate((writer) => append(projects[writer]!))) / rounds
    perSecond.oneChain += (await rate(() => append(projects[0]!))) / rounds
  }
  const share = perSecond.chains / perSecond.plain
  say(`plain inserts, ${writers} writers`, `${perSecond.plain.toFixed(0)} a second`)
  say(`ledger appends, ${writers} writers in ${writers} projects`, `${perSecond.chains.toFixed(0)} a second`)
  say(`ledger appends, ${writers} writers in one project`, `${perSecond.oneChain.toFixed(0)} a second`)
  say('ledger appends against plain inserts', `${(share * 100).toFixed(0)} %`)
  if (share < 0.6) failed.push('ledger appends are under 60 % of plain inserts')

  const project = projects.at(-1)!
  await sql`select app.append_to_ledger(${project}, 'publication', gen_random_uuid(), ${digest}, ${body}::text::jsonb)
    from generate_series(1, 100000 - (select count(*)::int from ledger_entries where project_id = ${project}))`
  const rows = await sql<{ entry: string; previous: string; hash: string }[]>`
    select entry, previous_hash as previous, hash from ledger_entries where project_id = ${project} order by seq`
  const began = performance.now()
  const [finding] = await verifyChain(rows)
  const seconds = (performance.now() - began) / 1000
  say(
    `verification of ${rows.length.toLocaleString('en')} entries (${finding!.code})`,
    `${seconds.toFixed(2)} s`,
  )
  if (!finding!.ok || rows.length !== 100_000) failed.push('the chain does not hold')
  if (seconds >= 3) failed.push('100,000 entries take three seconds or more')
  await sql.end()
} finally {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}
for (const why of failed) process.stderr.write(`Failed: ${why}.\n`)
process.exit(failed.length === 0 ? 0 : 1)

/** How many a second come back, each writer sending its next when the last has come back. */
async function rate(write: (writer: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  const end = began + roundMs
  const counts = await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      let count = 0
      for (; performance.now() < end; count += 1) await write(writer)
      return count
    }),
  )
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - began)
}

async function projectsToWriteIn(sql: postgres.Sql): Promise<string[]> {
  const [customer] = await sql<{ id: string }[]>`
    insert into customers (name, kind, locale, time_zone) values ('Harbour', 'external', 'en', 'Europe/London') returning id`
  const [manager] = await sql<{ id: string }[]>`
    insert into staff (name, email, role, job_role, locale, time_zone)
    values ('Mara', 'mara@example.com', 'project_manager', 'manager', 'en', 'Europe/London') returning id`
  const rows = await sql<{ id: string }[]>`
    insert into projects (code, name, customer_id, manager_id, publishes, time_zone, starts_local, minutes_per_day)
    select 'B-' || n, 'Bench', ${customer!.id}, ${manager!.id}, 'scope', 'Europe/London', '2026-01-05T08:00', 480
    from generate_series(1, ${writers}::int) n returning id`
  return rows.map(({ id }) => id)
}

function say(what: string, figure: string) {
  process.stdout.write(`${what.padEnd(52)} ${figure.padStart(16)}\n`)
}
