import type { LedgerEntry } from '@countersign/evidence/ledger-entry'
import { verifyChain } from '@countersign/evidence/verify-chain'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../harness/story'
import { chainIn, codesOf } from './reading'

const writers = 8
const each = 25
let db: StoryDatabase
let projectId: string
beforeAll(async () => {
  db = await storyDatabase('ledger at once')
  projectId = await db.idOf.project('GI-2603')
})
afterAll(() => db.close())

describe('eight writers in one project at once', () => {
  test('leave a chain without a gap or a fork, each fact once, and it holds', async () => {
    const pool = postgres(db.adminUrl, { max: writers, onnotice: () => {} })
    const before = (await chainIn(db.admin, projectId)).length
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let at = 0; at < each; at += 1) {
          const number = 1000 + writer * each + at
          await pool
            .begin(async (sql) => {
              await sql`insert into publications (project_id, number, published_by, published_at, projection, digest)
              select id, ${number}, manager_id, now(), '{}', ${'e'.repeat(64)} from projects where id = ${projectId}`
              // One in five thinks better of it: nothing of it may stay, and no number may be lost.
              if (number % 5 === 0) await sql`select 1 / 0`
            })
            .catch((error: postgres.PostgresError) => expect(error.code).toBe('22012'))
        }
      }),
    )
    await pool.end()
    const chain = await chainIn(db.admin, projectId)
    expect(chain).toHaveLength(before + (writers * each * 4) / 5)
    const entries = chain.map(({ entry }) => JSON.parse(entry) as LedgerEntry)
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1))
    expect(new Set(entries.map(({ fact }) => fact.id)).size).toBe(entries.length)
    expect(codesOf(await verifyChain(chain))).toEqual(['chain-holds'])
  })
})
