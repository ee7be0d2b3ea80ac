import { verifyChain } from '@countersign/evidence/verify-chain'
import postgres from 'postgres'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../harness/database'
import { storyDatabase, type StoryDatabase } from '../harness/story'
import { chainIn, codesOf } from './reading'

let db: StoryDatabase
let restored: FreshDatabase
let sql: postgres.Sql
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-dump-'))
  // The server writes into it, which may run as another user.
  chmodSync(folder, 0o777)
  db = await storyDatabase('ledger dumped')
  restored = await freshDatabase('ledger restored')
  sql = postgres(restored.adminUrl, { max: 1, onnotice: () => {} })
})
afterAll(async () => {
  await sql.end()
  await restored.drop()
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

// The server that npm brings has no pg_dump, and a machine's own may be older than the server and then refuses. So the
// rows go out to files and in again by COPY, with triggers off on the way in: as pg_dump --data-only and pg_restore --disable-triggers.
async function copyEveryTable() {
  const tables = await db.admin<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`
  for (const { name } of tables) {
    await sql.unsafe(`alter table public.${name} disable trigger all`)
    // What a fresh database has of its own, its secret of signing in.
    await sql.unsafe(`delete from public.${name}`)
    await db.admin.unsafe(`copy public.${name} to '${join(folder, name)}'`)
    await sql.unsafe(`copy public.${name} from '${join(folder, name)}'`)
    await sql.unsafe(`alter table public.${name} enable trigger all`)
  }
}

describe('a database that was dumped and restored', () => {
  test('has the same chains, byte for byte, and each of them holds', async () => {
    await copyEveryTable()
    const projects = await db.admin<{ id: string }[]>`select project_id as id from ledger_chains order by 1`
    expect(projects).toHaveLength(4)
    for (const { id } of projects) {
      const chain = await chainIn(sql, id)
      expect(chain).toEqual(await chainIn(db.admin, id))
      expect(codesOf(await verifyChain(chain))).toEqual(['chain-holds'])
    }
  })

  test('goes on with its chains where they ended', async () => {
    const id = await db.idOf.project('HT-2601')
    const before = await chainIn(sql, id)
    await sql`insert into publications (project_id, number, published_by, published_at, projection, digest)
      select id, 77, manager_id, now(), '{}', ${'d'.repeat(64)} from projects where id = ${id}`
    const chain = await chainIn(sql, id)
    expect(chain).toHaveLength(before.length + 1)
    expect(codesOf(await verifyChain(chain))).toEqual(['chain-holds'])
  })
})
