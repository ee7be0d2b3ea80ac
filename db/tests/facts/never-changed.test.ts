import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type postgres from 'postgres'
import { storyDatabase, type StoryDatabase } from '../harness/story'

let db: StoryDatabase
beforeAll(async () => {
  db = await storyDatabase('never changed')
  // The worker has not run: what it makes of facts is put here by hand, so that every fact has a row.
  const sha = 'a'.repeat(64)
  await db.admin`insert into files (sha256, size_bytes, media_type) values (${sha}, 1, 'application/pdf') on conflict do nothing`
  await db.admin`insert into certificates (project_id, decision_id, number, file_sha256, decision_digest, issued_at)
    select project_id, id, id::text, ${sha}, ${sha}, now() from decisions limit 1`
  await db.admin`insert into invoice_documents (invoice_id, project_id, file_sha256)
    select id, project_id, ${sha} from invoices limit 1`
})
afterAll(() => db.close())

const facts = [
  'publications',
  'submissions',
  'submission_files',
  'decisions',
  'criterion_results',
  'certificates',
  'invoices',
  'invoice_lines',
  'invoice_documents',
  'invoice_payments',
  'baselines',
  'baseline_tasks',
  'baseline_budgets',
  'task_progress',
  'forecasts',
]
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: postgres.PostgresError) => error.code,
  )

describe('a fact', () => {
  test.each(facts)('of %s is not changed, deleted or emptied by the tables’ own owner', async (noun) => {
    const [row] = await db.admin.unsafe<{ count: number }[]>(`select count(*)::int from ${noun}`)
    expect(row!.count).toBeGreaterThan(0)
    for (const statement of [
      `update ${noun} set project_id = project_id`,
      `delete from ${noun}`,
      `truncate ${noun} cascade`,
    ])
      expect([statement, await refused(db.admin.unsafe(statement))]).toEqual([statement, '42501'])
  })

  test.each(facts)('of %s is not changed, deleted or emptied by any role', async (noun) => {
    const rows = await db.admin<{ role: string; may: string }[]>`
      select r.rolname as role, p.may from pg_roles r, unnest(array['update', 'delete', 'truncate']) p (may)
      where not r.rolsuper and r.rolname !~ '^pg_' and (has_table_privilege(r.oid, ${noun}::regclass, p.may)
        or p.may = 'update' and has_any_column_privilege(r.oid, ${noun}::regclass, p.may))`
    expect([...rows]).toEqual([])
  })

  test('is not lost with what it hangs on: no deletion of it cascades', async () => {
    for (const noun of [
      'projects',
      'customers',
      'contacts',
      'staff',
      'deliverables',
      'billing_milestones',
      'files',
    ])
      expect([noun, ['23503', '23001', '23514']]).toEqual([
        noun,
        expect.arrayContaining([await refused(db.admin.unsafe(`delete from ${noun}`))]),
      ])
  })
})
