import { connect } from '@countersign/db/connect'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInDatabase } from '../../../db/tests/sign-in/people'
import { newSignInLink } from './sign-in-link'
import { createStaffGuard } from './staff-guard'

let db: Awaited<ReturnType<typeof signInDatabase>>
let guard: ReturnType<typeof createStaffGuard>
beforeAll(async () => {
  db = await signInDatabase('staff guard')
  guard = createStaffGuard(db.console)
})
afterAll(() => db.close())

const asks = (cookie = '') => new Request('http://localhost:3001/', { headers: { Cookie: cookie } })

async function signedIn(): Promise<string> {
  const expiresAt = new Date(Date.now() + 60_000)
  const token = await newSignInLink(db.worker, {
    side: 'staff',
    personId: db.mia,
    purpose: 'sign-in',
    expiresAt,
  })
  const opened = await guard.signInStaffByLink({ token, request: asks() })
  if (!opened.ok) return expect.unreachable()
  return opened.headers.get('Set-Cookie')!.split(';')[0]!
}

describe('staff at the console', () => {
  test('are known by the link they were sent, with their role', async () => {
    const actor = await guard.requireStaff(asks(await signedIn()), 'finance', 'project_manager')
    expect(actor).toMatchObject({ side: 'staff', staffId: db.mia, role: 'project_manager', locale: 'de' })
  })

  test('are known on a pool whose dates drizzle has taken over', async () => {
    const wrapped = connect(db.consoleUrl)
    const guardOfPool = createStaffGuard(wrapped.sql)
    const cookie = await signedIn()
    const actor = await guard.requireStaff(asks(cookie))
    const seen = await wrapped.read(actor, (tx) => tx.execute(sql`select app.staff_id() as id, now() as at`))
    expect(seen[0]).toMatchObject({ id: db.mia })
    await db.admin`update staff_sessions set expires_at = now() + interval '1 hour'`
    expect((await guardOfPool.requireStaff(asks(cookie))).staffId).toBe(db.mia)
    await wrapped.close()
  })

  test('get the same 404 for another role’s page as for none', async () => {
    const cookie = await signedIn()
    await expect(guard.requireStaff(asks(cookie), 'finance')).rejects.toMatchObject({ status: 404 })
    await expect(guard.requireStaff(asks(), 'finance')).rejects.toMatchObject({ status: 302 })
  })

  test('lose their old role at once when it changes', async () => {
    const cookie = await signedIn()
    const actor = await guard.requireStaff(asks(cookie))
    await db.admin`update staff set role = 'finance' where id = ${db.mia}`
    const [row] = await db.console.begin(async (tx) => {
      await tx`select set_config('app.session_token', ${actor.token}, true), set_config('role', ${actor.role}, true)`
      return tx`select app.staff_id() as id`
    })
    expect(row).toEqual({ id: null })
    expect((await guard.requireStaff(asks(cookie))).role).toBe('finance')
    await db.admin`update staff set role = 'project_manager' where id = ${db.mia}`
  })

  test('have a cookie for seven days', async () => {
    const expiresAt = new Date(Date.now() + 60_000)
    const token = await newSignInLink(db.worker, {
      side: 'staff',
      personId: db.mia,
      purpose: 'sign-in',
      expiresAt,
    })
    const opened = await guard.signInStaffByLink({ token, request: asks() })
    expect(opened.ok && opened.headers.get('Set-Cookie')).toMatch(
      /^__Host-countersign-console=.*Max-Age=604800/,
    )
  })
})
