import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256, signInDatabase } from './people'

let db: Awaited<ReturnType<typeof signInDatabase>>
beforeAll(async () => void (db = await signInDatabase('sign in walls')))
afterAll(() => db.close())

const tables = [
  'contact_credentials',
  'staff_credentials',
  'contact_sessions',
  'staff_sessions',
  'sign_in_links',
  'sign_in_attempts',
  'sign_in_secret',
]

const functionsOf = async (role: string) => {
  const rows = await db.admin<{ name: string }[]>`
    select p.proname as name from pg_proc p
    where p.pronamespace = 'app'::regnamespace and pg_get_userbyid(p.proowner) = 'sign_in_keeper'
      and has_function_privilege(${role}, p.oid, 'execute') order by 1`
  return rows.map((row) => row.name)
}

describe('what belongs to sign-in', () => {
  test('is a table to sign_in_keeper alone, column by column', async () => {
    const rows = await db.admin<{ role: string; noun: string }[]>`
      select r.rolname as role, t.noun from pg_roles r, unnest(${tables}::text[]) t (noun)
      where not r.rolsuper and r.rolname !~ '^pg_'
        and has_any_column_privilege(r.oid, ('public.' || t.noun)::regclass, 'select, insert, update')`
    expect(new Set(rows.map((row) => row.role))).toEqual(new Set(['sign_in_keeper']))
    expect(rows.map((row) => row.noun).sort()).toEqual([...tables].sort())
  })

  test('is under row-level security, for its owner too', async () => {
    const rows = await db.admin`
      select from pg_class where relname = any (${tables}) and relrowsecurity and relforcerowsecurity`
    expect(rows).toHaveLength(tables.length)
  })

  test('is to portal_app what contacts do, and nothing of staff', async () => {
    expect(await functionsOf('portal_app')).toEqual([
      'accept_contact_invitation',
      'close_contact_session',
      'contact_id',
      'contact_link',
      'contact_password_salt',
      'contact_session',
      'contact_stepped_up_at',
      'extend_contact_session',
      'open_contact_session',
      'open_contact_session_by_link',
      'step_up_contact_session',
    ])
  })

  test('is to console_app what staff do, and nothing of contacts', async () => {
    expect(await functionsOf('console_app')).toEqual([
      'accept_staff_invitation',
      'close_staff_session',
      'extend_staff_session',
      'open_staff_session',
      'open_staff_session_by_link',
      'staff_link',
      'staff_password_salt',
      'staff_session',
      'step_up_staff_session',
    ])
  })

  test('is to worker_app the making of links, whom to invite, and sweeping', async () => {
    // staff_id for the list of troubled jobs, which is the worker's; for the worker itself it is always null.
    expect(await functionsOf('worker_app')).toEqual([
      'has_password',
      'record_sign_in_link',
      'staff_id',
      'sweep_sign_in',
    ])
  })

  test('runs with a fixed search path in every function', async () => {
    const rows = await db.admin`
      select p.proname from pg_proc p
      where p.pronamespace = 'app'::regnamespace and pg_get_userbyid(p.proowner) = 'sign_in_keeper'
        and (not p.prosecdef or p.proconfig is distinct from array['search_path=pg_catalog'])`
    expect(rows).toEqual([])
  })

  test('cannot be taken by becoming its keeper', async () => {
    for (const app of [db.portal, db.console, db.worker])
      await expect(app`set role sign_in_keeper`).rejects.toMatchObject({ code: '42501' })
  })

  test('gives a portal that was taken over no session for somebody else', async () => {
    const mine = sha256('chosen by the attacker')
    await expect(db.portal`select app.insert_contact_session(${db.ada}, ${mine})`).rejects.toMatchObject({
      code: '42501',
    })
    await expect(
      db.portal`select app.record_sign_in_link('contact', ${db.ada}, 'sign-in', ${mine}, now() + interval '1 hour')`,
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      db.portal`select app.set_contact_password(${db.ada}, ${mine}, 65536, 3, ${mine})`,
    ).rejects.toMatchObject({ code: '42501' })
    expect(await db.portal`select app.open_contact_session_by_link('guess', ${mine}) as outcome`).toEqual([
      { outcome: 'used' },
    ])
  })
})
