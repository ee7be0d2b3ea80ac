import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../harness/database'
import { callersIn, grantsIn } from './catalogue'
import { decidedFunctions } from './decided-functions'
import { decidedTables } from './decided-tables'
import { decidedViews } from './decided-views'

let fresh: FreshDatabase
let sql: postgres.Sql
beforeAll(async () => {
  fresh = await freshDatabase('decided')
  sql = postgres(fresh.adminUrl, { max: 2, onnotice: () => {} })
})
afterAll(async () => {
  await sql.end()
  await fresh.drop()
})

const names = (rows: Iterable<object>) => [...rows].map((row) => Object.values(row).join(' '))

describe('who may do what', () => {
  test('with every table, view and column is as decided', async () => {
    expect(await grantsIn(sql)).toEqual({ ...decidedTables, ...decidedViews })
  })

  test('by calling a function is as decided', async () => {
    expect(await callersIn(sql)).toEqual(decidedFunctions)
  })

  test('is undecided for a table, a column or a function that is new', async () => {
    const undo = new Error('undo')
    await sql
      .begin(async (tx) => {
        await tx`create table public.surprises (id uuid)`
        await tx`alter table public.customers add column credit_limit bigint`
        await tx`create function portal.surprise() returns int language sql as 'select 1'`
        const found = await grantsIn(tx as unknown as postgres.Sql)
        expect(found['public.surprises']).toEqual({ columns: 'id' })
        expect(found['public.customers']).not.toEqual(decidedTables['public.customers'])
        // Not even public may call it: nothing is executable unless somebody says so.
        expect((await callersIn(tx as unknown as postgres.Sql))['portal.surprise']).toBe('countersign:')
        throw undo
      })
      .catch((error: unknown) => expect(error).toBe(undo))
  })

  test('is nothing for portal_app and console_app on any table', () => {
    for (const [noun, decided] of Object.entries(decidedTables))
      for (const role of ['portal_app', 'console_app', 'public'])
        expect([noun, decided[role]]).toEqual([noun, undefined])
    const shown = Object.entries(decidedViews).filter(([, decided]) => 'portal_app' in decided)
    expect(
      shown.every(([noun, decided]) => noun.startsWith('portal.') && decided.portal_app === 'select'),
    ).toBe(true)
  })

  test('leaves costs, notes, mails and everything of sign-in out of every reach of the portal', () => {
    for (const noun of [
      'cost_rates',
      'time_entries',
      'internal_notes',
      'mails',
      'tasks',
      'staff_credentials',
      'contact_sessions',
    ])
      expect(decidedTables[`public.${noun}`]?.portal_views).toBeUndefined()
  })
})

describe('the schemas', () => {
  test('are open to those who have something in them', async () => {
    const rows = await sql<{ schema: string; role: string }[]>`
      select n.nspname as schema, case a.grantee when 0 then 'public' else a.grantee::regrole::text end as role
      from pg_namespace n, aclexplode(n.nspacl) a
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and a.grantee <> n.nspowner order by 1, 2`
    const roles = (schema: string) => rows.filter((row) => row.schema === schema).map(({ role }) => role)
    const staffRoles = [
      'account_manager',
      'administrator',
      'executive',
      'finance',
      'program_manager',
      'project_manager',
      'team_member',
      'vendor',
    ]
    const owners = [
      'ledger_keeper',
      'margin_views',
      'portal_views',
      'price_keeper',
      'rule_keeper',
      'sign_in_keeper',
      'totals_keeper',
      'worker_app',
    ]
    expect(roles('public')).toEqual([...staffRoles, ...owners].sort())
    expect(roles('app')).toEqual([...staffRoles, ...owners, 'console_app', 'portal_app'].sort())
    expect(roles('portal')).toEqual(['portal_app', 'portal_views'])
    expect(roles('graphile_worker')).toEqual(['worker_app'])
    expect([...new Set(rows.map(({ schema }) => schema))]).toEqual([
      'app',
      'graphile_worker',
      'portal',
      'public',
      'totals',
    ])
  })

  test('let nobody create anything in them, nor a temporary table', async () => {
    const rows = await sql`
      select r.rolname, n.nspname from pg_roles r, pg_namespace n
      where not r.rolsuper and r.rolname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'create')
      union all
      select rolname, 'temporary' from pg_roles
      where not rolsuper and rolname !~ '^pg_' and has_database_privilege(oid, current_database(), 'temporary')
      union all
      select rolname, 'schema' from pg_roles
      where not rolsuper and rolname !~ '^pg_' and has_database_privilege(oid, current_database(), 'create')`
    expect(names(rows)).toEqual([])
  })
})

describe('every table', () => {
  test('is under row-level security, for its owner too', async () => {
    const rows = await sql`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity)`
    expect(names(rows)).toEqual([])
  })

  test('has a policy for each role that was granted something on it', async () => {
    const rows = await sql<{ noun: string; role: string }[]>`
      select c.oid::regclass::text as noun, r.rolname as role from pg_class c, pg_roles r
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not r.rolsuper and r.rolname !~ '^pg_'
        and has_any_column_privilege(r.oid, c.oid, 'select, insert, update')
        and not exists (select from pg_policy p, unnest(p.polroles) o (role)
          where p.polrelid = c.oid and pg_has_role(r.oid, o.role, 'usage'))`
    expect(names(rows)).toEqual([])
  })

  test('has no policy for everybody', async () => {
    const rows = await sql`select polname, polrelid::regclass::text from pg_policy where 0 = any (polroles)`
    expect(names(rows)).toEqual([])
  })

  test('says of each foreign key what a deletion does, and a fact’s keys restrict it', async () => {
    const keys = await sql<{ noun: string; name: string; on_delete: string }[]>`
      select conrelid::regclass::text as noun, conname as name, confdeltype as on_delete from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace`
    // 'a' is what Postgres takes when nobody says anything.
    expect(keys.filter(({ on_delete }) => on_delete === 'a')).toEqual([])
    const cascading = keys.filter(({ on_delete }) => on_delete !== 'r').map(({ noun }) => noun)
    expect([...new Set(cascading)].sort()).toEqual([
      'acceptance_criteria',
      'billing_milestone_releases',
      'budget_lines',
      'calendar_feeds',
      'contact_credentials',
      'contact_sessions',
      'expense_reviews',
      'import_mappings',
      'line_forecasts',
      'line_totals',
      'out_of_scope_work',
      'plan_assignments',
      'quality_checks',
      'raci_roles',
      'saved_views',
      'sign_in_links',
      'signature_requirements',
      'staff_credentials',
      'staff_looks',
      'staff_sessions',
      'task_assignments',
      'task_estimates',
      'task_lines',
      'task_links',
      'task_measures',
      'task_skills',
      'test_cases',
      'unbilled_time',
    ])
  })

  test('scopes its unique keys: what is unique everywhere tells nobody more than he may know', async () => {
    const rows = await sql<{ name: string }[]>`
      select c.conname as name from pg_constraint c
      where c.contype = 'u' and c.connamespace = 'public'::regnamespace and not exists (
        select from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k
        where a.attname ~ '(project|customer|deliverable|contact|task)_id$')`
    // Addresses and names that only staff write; numbers that are one series by law; ids that nobody can guess; what the
    // worker alone makes.
    expect(rows.map(({ name }) => name).sort()).toEqual([
      'board_columns_of_board',
      'board_items_number',
      'budget_lines_position',
      'certificate_seals_file',
      'certificates_number_unique',
      'certificates_once',
      'change_decisions_change_request_id_unique',
      'change_request_lines_position',
      'change_request_milestones_position',
      'contacts_email_unique',
      'customers_name_unique',
      'decisions_in_line',
      'exchange_rates_one_per_day',
      'expense_policies_key',
      'expenses_corrected_once',
      'expenses_reversed_once',
      'invoice_lines_position',
      'invoice_sendings_level',
      'invoices_number_unique',
      'invoices_sequence',
      'iterations_of_board',
      'journal_entries_external_id_unique',
      'journal_entries_position',
      'journal_entries_reverses_unique',
      'mails_key_unique',
      'month_reopenings_month_report_id_unique',
      'programs_name_unique',
      'projects_code_unique',
      'punch_items_position',
      'purchase_order_lines_position',
      'purchase_orders_number_unique',
      'revenue_recognitions_once',
      'saved_views_name',
      'signatures_once',
      'skills_name_unique',
      'staff_email_unique',
      'time_entries_corrected_once',
      'time_entries_reversed_once',
      'vendor_invoices_number',
      'vendors_name_unique',
    ])
  })
})

describe('every view', () => {
  test('of the portal and of the rules is a barrier', async () => {
    const rows = await sql`
      select oid::regclass::text from pg_class where relkind = 'v'
        and relnamespace in ('portal'::regnamespace, 'app'::regnamespace)
        and not coalesce('security_barrier=true' = any (reloptions) or 'security_barrier=on' = any (reloptions)
          or 'security_barrier' = any (reloptions), false)`
    expect(names(rows)).toEqual([])
  })

  test('runs with the rights of a role that row-level security binds, or of whoever asks', async () => {
    const rows = await sql`
      select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner
      where c.relkind = 'v' and c.relnamespace in ('portal'::regnamespace, 'app'::regnamespace)
        and (r.rolsuper or r.rolbypassrls) and not coalesce('security_invoker=true' = any (c.reloptions), false)`
    expect(names(rows)).toEqual([])
  })
})

describe('every function', () => {
  test('that runs with its owner’s rights has a fixed search path, and no superuser’s rights', async () => {
    const rows = await sql`
      select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        join pg_roles r on r.oid = p.proowner
      where n.nspname in ('app', 'portal', 'public') and p.prosecdef
        and (p.proconfig is distinct from array['search_path=pg_catalog'] or r.rolsuper or r.rolbypassrls)`
    expect(names(rows)).toEqual([])
  })
})

describe('the roles', () => {
  test('are what they are: three may log in, none may pass by row-level security', async () => {
    const rows = await sql<{ role: string; login: boolean; more: boolean; inherits: boolean }[]>`
      select rolname as role, rolcanlogin as login, rolinherit as inherits,
        rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as more
      from pg_roles where rolname !~ '^pg_' and not rolsuper order by 1`
    expect(rows.filter(({ login }) => login).map(({ role }) => role)).toEqual([
      'console_app',
      'portal_app',
      'worker_app',
    ])
    expect(rows.filter(({ more }) => more)).toEqual([])
    // What totals are kept from is what the rules read, and rates: inherited, so that neither list is written twice.
    expect(rows.filter(({ inherits }) => inherits).map(({ role }) => role)).toEqual(['totals_keeper'])
    expect(rows).toHaveLength(18)
  })

  test('are members of nothing, but console_app of the staff roles and totals_keeper of what it sums', async () => {
    const rows = await sql<{ member: string; role: string }[]>`
      select member::regrole::text as member, roleid::regrole::text as role from pg_auth_members m
      join pg_roles r on r.oid = m.member where not r.rolsuper and r.rolname !~ '^pg_' order by 2`
    const inherited = rows.filter(({ member }) => member === 'totals_keeper')
    expect(inherited.map(({ role }) => role)).toEqual(['price_keeper', 'rule_keeper'])
    const others = rows.filter((row) => !inherited.includes(row))
    expect(others.map(({ member, role }) => `${member} may become ${role}`)).toEqual(
      [
        'account_manager',
        'administrator',
        'executive',
        'finance',
        'program_manager',
        'project_manager',
        'team_member',
        'vendor',
      ].map((role) => `console_app may become ${role}`),
    )
  })
})

describe('what Postgres tells everybody', () => {
  test('is without statistics, sizes, locks and large objects', async () => {
    const views = await sql`
      select relname from pg_class where relkind = 'v' and relnamespace = 'pg_catalog'::regnamespace
        and relname ~ '^(pg_stat|pg_locks$)' and has_table_privilege('portal_app', oid, 'select')`
    expect(names(views)).toEqual([])
    const functions = await sql`
      select proname from pg_proc where pronamespace = 'pg_catalog'::regnamespace
        and (proname ~ '^(pg_stat_get|lo_|pg_lock_status|pg_ls_|pg_read_)' or proname ~ '^pg_.*_size$' and proname !~ 'pretty|column|bytes')
        and has_function_privilege('portal_app', oid, 'execute')`
    expect(names(functions)).toEqual([])
  })

  test('is without the estimates of how many rows a table has', async () => {
    const rows = await sql`
      select attname from pg_attribute where attrelid = 'pg_class'::regclass and attnum > 0
        and not has_column_privilege('portal_app', attrelid, attnum, 'select') order by 1`
    expect(names(rows)).toEqual(['relallfrozen', 'relallvisible', 'relpages', 'reltuples'])
  })
})

describe('the queue', () => {
  test('is the worker’s alone', async () => {
    const rows = await sql`
      select distinct r.rolname from pg_class c, pg_roles r
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind in ('r', 'v') and not r.rolsuper
        and r.rolname !~ '^pg_' and has_any_column_privilege(r.oid, c.oid, 'select, insert, update')`
    expect(names(rows)).toEqual(['worker_app'])
  })
})
