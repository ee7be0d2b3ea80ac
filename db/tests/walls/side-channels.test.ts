import type { ContactActor } from '../../src/connect'
import postgres from 'postgres'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishAsShown } from '@countersign/story/teller'
import { storyDatabase, type StoryDatabase } from '../harness/story'

/** Whoever took over the portal's process sends what he likes as portal_app, with a real session of Grace (Harbour). */
let db: StoryDatabase
let grace: ContactActor
beforeAll(async () => {
  db = await storyDatabase('side channels')
  grace = await db.contact('grace')
})
afterAll(() => db.close())

type Row = Record<string, unknown>
/** One statement in a transaction that says who asks. */
const asks = (statement: string, token = grace.token): Promise<Row[]> =>
  db.portal.sql.begin(async (tx) => {
    await tx`select set_config('app.session_token', ${token}, true)`
    return tx.unsafe<Row[]>(statement)
  }) as Promise<Row[]>
const refusal = (statement: string, token?: string) =>
  asks(statement, token).then(
    () => 'nothing: it was answered',
    (error: postgres.PostgresError) => error.code,
  )
const DENIED = '42501'

async function portalViews(): Promise<string[]> {
  const rows = await db.admin<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'v' and relnamespace = 'portal'::regnamespace`
  return rows.map(({ name }) => name)
}

describe('another customer’s rows', () => {
  test('are not told by an error in a filter that runs before the view’s own', async () => {
    const spy = `(select 1 / (case when code like 'SL%' then 0 else 1 end))`
    expect(
      await asks(
        `select code from portal.projects where 1 / (case when code like 'SL%' then 0 else 1 end) = 1`,
      ),
    ).toEqual([{ code: 'HT-2601' }])
    expect(await asks(`select code from portal.projects where 1 = ${spy}`)).toHaveLength(1)
    expect(
      await asks(`select count(*)::int from portal.submissions
        where 1 / (case when deliverable_name like 'Fachkonzept%' then 0 else 1 end) = 1`),
    ).toEqual([{ count: 4 }])
    expect(
      await asks(`select count(*)::int from portal.publications
        where 1 / (case when projection ->> 'narrative' ilike '%Fachkonzept%' then 0 else 1 end) = 1`),
    ).toEqual([{ count: 3 }])
  })

  test('are not seen by operators and casts that are not leakproof', async () => {
    const attempts = [
      `select count(*)::int from portal.projects where name ilike '%kundenportal%'`,
      `select count(*)::int from portal.projects where lower(name) = 'kundenportal strom und gas'`,
      `select count(*)::int from portal.publications where to_tsvector(projection::text) @@ to_tsquery('Fachkonzept')`,
      `select count(*)::int from portal.invoices where net_minor::numeric = 2000000`,
      `select count(*)::int from portal.participants where name ~* 'katrin'`,
      `select count(*)::int from portal.submissions where message::bytea is null`,
    ]
    for (const attempt of attempts) expect([attempt, await asks(attempt)]).toEqual([attempt, [{ count: 0 }]])
    // The cast of a text that is no number names the text in its error: of one's own rows only.
    await expect(asks(`select name::int from portal.projects`)).rejects.toThrow('Core network migration')
  })

  test('are not found by their ids, which answer like ids that are not there', async () => {
    const theirs = await db.idOf.submission('SL-2602', 'Fachkonzept')
    const none = '00000000-0000-4000-8000-000000000000'
    const said = (id: string) =>
      asks(`select portal.record_decision('${id}', 'decides', 'accepted', 'x', 'x', '', '[]', '[]')`).catch(
        (error: Error) => error.message,
      )
    expect(await said(theirs)).toBe(await said(none))
    expect(await asks(`select * from portal.submissions where id = '${theirs}'`)).toEqual([])
  })

  test('are not written to: no view takes a row, a change or a deletion', async () => {
    // 55000: a view over several tables takes none, whoever asks; on the others it is the grant that is missing.
    const no = [DENIED, '55000']
    for (const view of await portalViews()) {
      expect(no).toContain(await refusal(`delete from portal.${view}`))
      expect(no).toContain(await refusal(`insert into portal.${view} default values`))
    }
    expect(await refusal(`delete from portal.criterion_results`)).toBe(DENIED)
    expect(no).toContain(await refusal(`update portal.authorities set up_to_minor = 99999999999`))
  })

  test('are not locked, explained or copied', async () => {
    expect(await refusal(`select * from portal.projects for update`)).toBe(DENIED)
    expect(await refusal(`copy public.projects to stdout`)).toBe(DENIED)
    expect(await refusal(`lock table public.projects in access exclusive mode`)).toBe(DENIED)
    expect(await refusal(`explain select * from public.cost_rates`)).toBe(DENIED)
    // Of a view, `explain analyze` tells how many rows were left out, which Postgres has no way to forbid; never what.
    const plan = JSON.stringify(await asks(`explain (analyze, format json) select * from portal.projects`))
    expect(plan).not.toContain('SL-2602')
  })
})

describe('a session', () => {
  test.each([
    ['that was guessed', 'abcdefghijklmnopqrstuvwxyz'],
    ['that is missing', ''],
    ['that is SQL', `' or true --`],
  ])('%s sees no row of any view', async (_, token) => {
    const views = await portalViews()
    expect(views.length).toBeGreaterThan(10)
    for (const name of views)
      expect([name, await asks(`select count(*)::int from portal.${name}`, token)]).toEqual([
        name,
        [{ count: 0 }],
      ])
  })

  test('that has ended sees no row', async () => {
    const daniel = await db.contact('daniel')
    expect(await asks(`select code from portal.projects`, daniel.token)).toHaveLength(1)
    await db.admin`update contact_sessions set expires_at = now() where contact_id = ${daniel.contactId}`
    expect(await asks(`select code from portal.projects`, daniel.token)).toEqual([])
  })

  test('is not left behind on a pooled connection', async () => {
    const pool = postgres(db.urls.portal, { max: 1, onnotice: () => {} })
    await pool.begin(async (tx) => {
      await tx`select set_config('app.session_token', ${grace.token}, true)`
      expect(await tx`select code from portal.projects`).toHaveLength(1)
    })
    expect(await pool`select code from portal.projects`).toEqual([])
    expect(await pool`select current_setting('app.session_token', true) as token`).toEqual([{ token: '' }])
    await pool.end()
  })

  test('by one’s own process set for the whole connection is one’s own all the same', async () => {
    const pool = postgres(db.urls.portal, { max: 1, onnotice: () => {} })
    const katrin = await db.contact('katrin')
    await pool`select set_config('app.session_token', ${grace.token}, false)`
    // What the app sets for the next person's transaction wins over what an attacker left.
    const rows = await pool.begin(async (tx) => {
      await tx`select set_config('app.session_token', ${katrin.token}, true)`
      return tx`select code from portal.projects`
    })
    expect(rows.map(({ code }) => code as string)).toEqual(['SL-2602'])
    await pool.end()
  })
})

describe('the portal’s login', () => {
  test('becomes nobody else', async () => {
    const roles = await db.admin<{ name: string }[]>`
      select rolname as name from pg_roles where rolname !~ '^pg_' and rolname <> 'portal_app'`
    expect(roles.length).toBeGreaterThan(12)
    for (const { name } of roles) {
      expect([name, await refusal(`set role ${name}`)]).toEqual([name, DENIED])
      expect([name, await refusal(`set session authorization ${name}`)]).toEqual([name, DENIED])
      expect([name, await refusal(`select set_config('role', '${name}', true)`)]).toEqual([name, DENIED])
    }
    for (const name of [
      'pg_read_all_data',
      'pg_read_server_files',
      'pg_execute_server_program',
      'pg_monitor',
    ])
      expect([name, await refusal(`set role ${name}`)]).toEqual([name, DENIED])
  })

  test('reads no table of anybody, whatever it is called', async () => {
    const tables = await db.admin<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v') and n.nspname in ('app', 'public', 'graphile_worker', 'drizzle')`
    expect(tables.length).toBeGreaterThan(40)
    for (const { name } of tables) {
      const qualified = name.includes('.') ? name : `public.${name}`
      expect([name, await refusal(`select * from ${qualified}`)]).toEqual([name, DENIED])
      expect([name, await refusal(`truncate ${qualified}`)]).not.toEqual([name, 'nothing: it was answered'])
    }
  })

  test('reads no password, plan statistics or setting that is a secret', async () => {
    for (const relation of [
      'pg_authid',
      'pg_shadow',
      'pg_statistic',
      'pg_stats',
      'pg_stats_ext',
      'pg_stat_activity',
      'pg_stat_all_tables',
      'pg_stat_database',
      'pg_statio_user_tables',
      'pg_locks',
      'pg_hba_file_rules',
      'pg_file_settings',
      'pg_user_mapping',
      'pg_subscription',
    ])
      expect([relation, await refusal(`select * from pg_catalog.${relation}`)]).toEqual([relation, DENIED])
    expect(await refusal(`show data_directory`)).toBe(DENIED)
    expect(await refusal(`select pg_read_file('postmaster.pid')`)).toBe(DENIED)
    expect(await refusal(`copy (select 1) to program 'true'`)).toBe(DENIED)
  })

  test('learns no table’s size or number of rows', async () => {
    await db.admin`analyze`
    expect(await refusal(`select reltuples from pg_class`)).toBe(DENIED)
    expect(await refusal(`select * from pg_class`)).toBe(DENIED)
    for (const size of [
      `pg_relation_size('public.projects')`,
      `pg_total_relation_size('public.projects')`,
      `pg_stat_get_live_tuples('public.projects'::regclass)`,
      `pg_stat_get_numscans('public.projects'::regclass)`,
      `pg_database_size(current_database())`,
    ])
      expect([size, await refusal(`select ${size}`)]).toEqual([size, DENIED])
  })

  test('makes nothing that stays or spies', async () => {
    const statements = [
      'create temporary table spied (x text)',
      'create temporary view spied as select 1',
      'create table portal.mine (x int)',
      'create schema mine',
      'create function portal.spy() returns int language sql as $$ select 1 $$',
      'create function pg_temp.spy() returns int language sql as $$ select 1 $$',
      `create rule spy as on select to portal.projects do instead select 1`,
      'create trigger spy before insert on portal.projects execute function suppress_redundant_updates_trigger()',
      'alter view portal.projects set (security_barrier = false)',
      'drop view portal.projects',
      `alter role portal_app set app.session_token = 'x'`,
      `select lo_from_bytea(0, 'kept')`,
      'create extension dblink',
      'create publication spy for all tables',
      'create event trigger spy on ddl_command_start execute function x()',
      `alter system set log_statement = 'all'`,
      `set log_min_duration_statement = 0`,
      `set session_replication_role = replica`,
      `set row_security = off; select * from portal.projects`,
    ]
    const answered: string[] = []
    for (const statement of statements)
      if ((await refusal(statement)) === 'nothing: it was answered') answered.push(statement)
    expect(answered).toEqual([])
    // Postgres answers this one with a warning, and grants nothing.
    await refusal('grant select on portal.projects to worker_app')
    expect(
      await db.admin`select has_table_privilege('worker_app', 'portal.projects', 'select') as may`,
    ).toEqual([{ may: false }])
  })

  test('calls no function but those that a contact needs', async () => {
    const someone = await db.idOf.person('katrin.sommer@stadtwerke-lindau.example')
    for (const call of [
      `app.enqueue('mail', '{}')`,
      `app.record_sign_in_link('contact', '${someone}', 'sign-in', '\\x00', now())`,
      `app.insert_contact_session('${someone}', '\\x00')`,
      `app.set_contact_password('${someone}', '\\x00', 1, 1, '\\x00')`,
      `app.use_contact_link('x', 'sign-in')`,
      `app.sign_in_secret()`,
      `app.email_hash('contact', 'x')`,
      `app.has_password('contact', '${someone}')`,
      `app.sweep_sign_in()`,
      `app.troubled_jobs()`,
      `app.staff_id()`,
      `app.staff_project_ids()`,
      `app.own_job_role()`,
      `app.staff_session('x')`,
      `app.open_staff_session('x', '\\x00', '\\x00')`,
      `graphile_worker.add_job('mail')`,
    ])
      expect([call, await refusal(`select ${call}`)]).toEqual([call, DENIED])
  })

  test('sends several statements at once no further than one', async () => {
    await expect(
      asks(`select 1; set role rule_keeper; select * from public.cost_rates`),
    ).rejects.toMatchObject({
      code: DENIED,
    })
    await expect(asks(`reset role; select * from public.cost_rates`)).rejects.toMatchObject({ code: DENIED })
    await expect(asks(`do $$ begin execute 'select * from public.cost_rates'; end $$`)).rejects.toMatchObject(
      { code: DENIED },
    )
  })
})

describe('what is said aloud', () => {
  test('to whoever listens is no id, no name, no number of anything', async () => {
    const heard: string[] = []
    const spy = postgres(db.urls.portal, { max: 1, onnotice: () => {} })
    await spy.listen('jobs:insert', (payload) => void heard.push(payload))
    const jonas = await db.staff('jonas')
    const projectId = await db.idOf.project('SL-2602')
    const published = await db.console.write(jonas, (tx) =>
      publishAsShown(tx, {
        projectId,
        health: 'at-risk',
        narrative: 'Geheim.',
        after: 1,
        by: jonas,
        now: new Date(),
      }),
    )
    if (!published.ok) return expect.unreachable()
    for (let waited = 0; heard.length === 0 && waited < 200; waited++) await pause(10)
    expect(heard).not.toEqual([])
    for (const payload of heard) expect(payload).toMatch(/^\{"r":[\d.e-]+,"count":-?1\}$/)
    await spy.end()
  })

  test('in an error’s detail is nobody else’s row', async () => {
    const other = await db.idOf.submission('SL-2602', 'Fachkonzept')
    const error = await asks(
      `select portal.record_decision('${other}', 'decides', 'accepted', 'x', 'x', '', '[]', '[]')`,
    ).catch((thrown: postgres.PostgresError) => thrown)
    expect(error).toMatchObject({ code: DENIED, message: 'no such submission to decide' })
    expect((error as postgres.PostgresError).detail).toBeUndefined()
  })
})
