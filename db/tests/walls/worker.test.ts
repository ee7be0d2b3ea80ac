import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type postgres from 'postgres'
import { storyDatabase, type StoryDatabase } from '../harness/story'

let db: StoryDatabase
beforeAll(async () => void (db = await storyDatabase('worker walls')))
afterAll(() => db.close())

const refusal = (statement: string) =>
  db.worker.sql.unsafe(statement).then(
    () => null,
    (error: postgres.PostgresError) => error.code,
  )
const DENIED = '42501'

describe('the worker', () => {
  test('reads the facts that certificates, invoices and mails are made of', async () => {
    for (const noun of [
      'decisions',
      'criterion_results',
      'submissions',
      'invoices',
      'contracts',
      'publications',
      'contacts',
    ]) {
      const [all] = await db.admin.unsafe<{ count: number }[]>(`select count(*)::int from ${noun}`)
      expect([noun, [...(await db.worker.sql.unsafe(`select count(*)::int from ${noun}`))]]).toEqual([
        noun,
        [all],
      ])
    }
  })

  test('reads no cost, rate, hour, note, plan, credential or session', async () => {
    for (const noun of [
      'cost_rates',
      'time_entries',
      'internal_notes',
      'tasks',
      'plan_imports',
      'app.project_margins',
      'contact_credentials',
      'staff_credentials',
      'contact_sessions',
      'staff_sessions',
      'sign_in_links',
      'sign_in_secret',
    ])
      expect([noun, await refusal(`select * from ${noun}`)]).toEqual([noun, DENIED])
  })

  test('neither decides, nor submits, nor publishes, nor bills, nor changes a person', async () => {
    for (const noun of [
      'decisions',
      'submissions',
      'publications',
      'invoices',
      'invoice_lines',
      'invoice_payments',
      'contacts',
      'staff',
      'project_contacts',
      'contracts',
    ]) {
      expect([noun, await refusal(`insert into ${noun} default values`)]).toEqual([noun, DENIED])
      expect([noun, await refusal(`delete from ${noun}`)]).toEqual([noun, DENIED])
    }
    expect(
      await refusal(`select portal.record_decision(null, null, null, null, null, null, null, null)`),
    ).toBe(DENIED)
    expect(await refusal(`update mails set to_address = 'me@evil.example'`)).toBe(DENIED)
  })

  test('becomes nobody', async () => {
    for (const role of [
      'finance',
      'project_manager',
      'rule_keeper',
      'sign_in_keeper',
      'portal_views',
      'countersign',
    ])
      expect([role, await refusal(`set role ${role}`)]).toEqual([role, DENIED])
  })
})
