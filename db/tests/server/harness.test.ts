import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../harness/database'

describe('a test’s own database', () => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase('harness')
  })
  afterAll(() => fresh.drop())

  test('is migrated and lets each login role in', async () => {
    for (const [side, role] of [
      ['portal', 'portal_app'],
      ['console', 'console_app'],
      ['worker', 'worker_app'],
    ] as const) {
      const sql = postgres(fresh.urls[side], { max: 1 })
      const [row] = await sql`select current_user as who`
      expect(row?.who).toBe(role)
      await sql.end()
    }
  })

  test('has the grants of the database it was copied from', async () => {
    const sql = postgres(fresh.adminUrl, { max: 1 })
    const rows = await sql`
      select distinct datacl::text from pg_database
      where datname in ('countersign_template', current_database())`
    expect(rows).toHaveLength(1)
    await sql.end()
  })
})
