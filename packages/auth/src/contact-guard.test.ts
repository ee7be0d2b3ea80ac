import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withRequestScope } from '@countersign/http/request-scope'
import { openSession, signInDatabase } from '../../../db/tests/sign-in/people'
import { createContactGuard } from './contact-guard'
import { setPassword } from './set-password'
import { newSignInLink } from './sign-in-link'

const COOKIE = '__Host-countersign-portal'
const PASSWORD = 'nine grey herons wade'

let db: Awaited<ReturnType<typeof signInDatabase>>
let guard: ReturnType<typeof createContactGuard>
beforeAll(async () => {
  db = await signInDatabase('contact guard')
  guard = createContactGuard(db.portal)
  await setPassword(db.admin, { side: 'contact', personId: db.ada, password: PASSWORD })
})
beforeEach(() => db.admin`delete from sign_in_attempts`)
afterAll(() => db.close())

function asks(token?: string, path = '/', cookie = token && `other=1; ${COOKIE}=${token}`): Request {
  return new Request(`http://localhost:3000${path}`, cookie ? { headers: { Cookie: cookie } } : {})
}

const tokenIn = (headers: Headers) =>
  /^__Host-countersign-portal=([^;]*)/.exec(headers.get('Set-Cookie') ?? '')![1]!
const thrown = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (response: Response) => response,
  )

describe('signing in', () => {
  const signIn = (email: string, password: string) =>
    guard.signInContact({ email, password, request: asks() })

  test('gives a cookie that only this host, this app and no script gets', async () => {
    const signedIn = await signIn(' Ada@Harbour.example', PASSWORD)
    if (!signedIn.ok) return expect.unreachable()
    const token = tokenIn(signedIn.headers)
    expect(signedIn.headers.get('Set-Cookie')).toBe(
      `${COOKIE}=${token}; HttpOnly; Max-Age=2592000; Path=/; SameSite=Lax; Secure`,
    )
    expect(await guard.requireContact(asks(token))).toEqual({
      side: 'contact',
      token,
      contactId: db.ada,
      customerId: db.customerId,
      name: 'Ada Harbour',
      email: 'ada@harbour.example',
      locale: 'en',
      timeZone: 'Europe/Berlin',
    })
  })

  test('says the same for a wrong password, an unknown address and a person without a password', async () => {
    for (const email of ['ada@harbour.example', 'nobody@harbour.example', 'ben@harbour.example'])
      expect(await signIn(email, 'not the password')).toEqual({ ok: false, why: 'wrong' })
  })

  test('takes as long for an unknown address', async () => {
    const timeOf = async (email: string) => {
      const times: number[] = []
      for (let each = 0; each < 5; each++) {
        const from = performance.now()
        await signIn(email, 'not the password')
        times.push(performance.now() - from)
      }
      return times.sort((a, b) => a - b)[2]!
    }
    const [known, unknown] = [await timeOf('ada@harbour.example'), await timeOf('nobody@harbour.example')]
    expect(unknown / known).toBeGreaterThan(0.5)
    expect(unknown / known).toBeLessThan(2)
  })

  test('gives an unknown address a salt that stays the same, and each its own', async () => {
    const saltOf = async (email: string) => {
      const [row] = await db.portal`select salt, memory_kib, passes from app.contact_password_salt(${email})`
      return row
    }
    expect(await saltOf('Nobody@x.example')).toEqual(await saltOf('nobody@x.example'))
    expect(await saltOf('nobody@x.example')).not.toEqual(await saltOf('somebody@x.example'))
    expect(await saltOf('nobody@x.example')).toMatchObject({ memory_kib: 65536, passes: 3 })
  })

  test('closes an account for a quarter of an hour after ten failures, also for the right password', async () => {
    for (const email of ['ada@harbour.example', 'nobody@harbour.example']) {
      const outcomes = await Promise.all(Array.from({ length: 12 }, () => signIn(email, 'not the password')))
      expect(outcomes.filter((each) => !each.ok && each.why === 'wrong')).toHaveLength(10)
      expect(outcomes.filter((each) => !each.ok && each.why === 'locked')).toHaveLength(2)
      expect(await signIn(email, PASSWORD)).toEqual({ ok: false, why: 'locked' })
    }
    await db.admin`update sign_in_attempts set at = at - interval '15 minutes'`
    expect(await signIn('ada@harbour.example', PASSWORD)).toMatchObject({ ok: true })
  })

  test('ends the session that the browser had before', async () => {
    const former = await openSession(db.admin, 'contact', db.ben)
    const request = asks(await asToken(former))
    await guard.signInContact({ email: 'ada@harbour.example', password: PASSWORD, request })
    expect(await guard.optionalContact(asks(await asToken(former)))).toBeNull()
  })

  test('keeps no token, only its SHA-256', async () => {
    const signedIn = await signIn('ada@harbour.example', PASSWORD)
    if (!signedIn.ok) return expect.unreachable()
    const rows = await db.admin`
      select from contact_sessions where token_hash = sha256(convert_to(${tokenIn(signedIn.headers)}, 'UTF8'))`
    expect(rows).toHaveLength(1)
  })
})

/** The fixture's tokens are hexadecimal; the guard takes what Lucia makes. */
async function asToken(token: string): Promise<string> {
  const made = token
    .replace(/[0189]/g, 'z')
    .replace(/[^a-z2-7]/g, 'y')
    .padEnd(40, 'a')
  await db.admin`
    update contact_sessions set token_hash = sha256(convert_to(${made}, 'UTF8'))
    where token_hash = sha256(convert_to(${token}, 'UTF8'))`
  return made
}
const newSession = async (person = db.ada) => asToken(await openSession(db.admin, 'contact', person))

describe('the guard', () => {
  test('sends a stranger to sign in and remembers the page', async () => {
    const response = await thrown(
      guard.requireContact(asks(undefined, '/projects/1?tab=plan&_data=routes%2Fx')),
    )
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe('/sign-in?next=%2Fprojects%2F1%3Ftab%3Dplan')
  })

  test('takes a forged, a malformed and another app’s cookie for none', async () => {
    const staffs = await openSession(db.admin, 'staff', db.mia)
    for (const cookie of [
      `${COOKIE}=${'a'.repeat(40)}`,
      `${COOKIE}=%`,
      `%E0%A4%A=1; ${COOKIE}=`,
      `__Host-countersign-console=${staffs}`,
      `${COOKIE}=${staffs}`,
      ';;;=',
    ])
      expect(await guard.optionalContact(asks(undefined, '/', cookie))).toBeNull()
  })

  test('asks the database once a request, however many loaders ask', async () => {
    const token = await newSession()
    const [one, other] = await withRequestScope(() =>
      Promise.all([guard.requireContact(asks(token)), guard.requireContact(asks(token))]),
    )
    expect(one).toBe(other)
    const request = asks(token)
    expect(await guard.requireContact(request)).toBe(await guard.requireContact(request))
  })

  test('keeps a session that is used alive, and never past its absolute end', async () => {
    const token = await newSession(db.ben)
    const left = async () => {
      const [row] = await db.admin<{ idle: number; absolute: number }[]>`
        select extract(epoch from expires_at - now())::float as idle,
               extract(epoch from absolute_expires_at - now())::float as absolute
        from contact_sessions where token_hash = sha256(convert_to(${token}, 'UTF8'))`
      return row!
    }
    await db.admin`update contact_sessions set expires_at = now() + interval '1 hour' where contact_id = ${db.ben}`
    await guard.requireContact(asks(token))
    expect((await left()).idle).toBeGreaterThan(11 * 3600)

    await db.admin`
      update contact_sessions set expires_at = now() + interval '1 hour', absolute_expires_at = now() + interval '2 hours'
      where contact_id = ${db.ben}`
    await guard.requireContact(asks(token))
    expect((await left()).idle).toBeLessThanOrEqual(2 * 3600)

    await db.admin`
      update contact_sessions set expires_at = now(), absolute_expires_at = now() where contact_id = ${db.ben}`
    expect(await guard.optionalContact(asks(token))).toBeNull()
  })

  test('ends a session at signing out', async () => {
    const token = await newSession()
    const { headers } = await guard.signOutContact(asks(token))
    expect(headers.get('Set-Cookie')).toContain(
      `${COOKIE}=; HttpOnly; Max-Age=0; Path=/; SameSite=Lax; Secure`,
    )
    expect(await guard.optionalContact(asks(token))).toBeNull()
  })
})

describe('proving the password again', () => {
  test('changes the token, and the former one is worth nothing', async () => {
    const token = await newSession()
    const actor = await guard.requireContact(asks(token))
    const steppedUp = await guard.stepUpContact(actor, PASSWORD)
    if (!steppedUp.ok) return expect.unreachable()
    expect(steppedUp.actor).toEqual({ ...actor, token: tokenIn(steppedUp.headers) })
    expect(await guard.optionalContact(asks(token))).toBeNull()
    expect(await guard.requireContact(asks(steppedUp.actor.token))).toEqual(steppedUp.actor)
    const [row] = await db.portal.begin(async (tx) => {
      await tx`select set_config('app.session_token', ${steppedUp.actor.token}, true)`
      return tx`select app.contact_stepped_up_at() > now() - interval '1 minute' as recent`
    })
    expect(row).toEqual({ recent: true })
  })

  test('refuses a wrong password and counts it, a person without one, and a session that has ended', async () => {
    const actor = await guard.requireContact(asks(await newSession()))
    for (let each = 0; each < 10; each++)
      expect(await guard.stepUpContact(actor, 'not the password')).toEqual({ ok: false, why: 'wrong' })
    expect(await guard.stepUpContact(actor, PASSWORD)).toEqual({ ok: false, why: 'locked' })
    expect(await guard.optionalContact(asks(actor.token))).toEqual(actor)

    const ben = await guard.requireContact(asks(await newSession(db.ben)))
    expect(await guard.stepUpContact(ben, PASSWORD)).toEqual({ ok: false, why: 'no-password' })
    await guard.signOutContact(asks(ben.token))
    expect(await guard.stepUpContact(ben, PASSWORD)).toEqual({ ok: false, why: 'signed-out' })
  })

  test('is not closed by a stranger who guesses at the door, nor does it close the door', async () => {
    const email = 'ada@harbour.example'
    const actor = await guard.requireContact(asks(await newSession()))
    for (let each = 0; each < 10; each++)
      await guard.signInContact({ email, password: 'not the password', request: asks() })
    expect(await guard.signInContact({ email, password: PASSWORD, request: asks() })).toMatchObject({
      ok: false,
      why: 'locked',
    })
    const proved = await guard.stepUpContact(actor, PASSWORD)
    if (!proved.ok) return expect.unreachable()
    // And a right password inside does not open the door that was guessed at.
    expect(await guard.signInContact({ email, password: PASSWORD, request: asks() })).toMatchObject({
      ok: false,
      why: 'locked',
    })

    await db.admin`delete from sign_in_attempts`
    for (let each = 0; each < 10; each++) await guard.stepUpContact(proved.actor, 'not the password')
    expect(await guard.stepUpContact(proved.actor, PASSWORD)).toEqual({ ok: false, why: 'locked' })
    expect(await guard.signInContact({ email, password: PASSWORD, request: asks() })).toMatchObject({
      ok: true,
    })
  })
})

describe('an invitation', () => {
  const invitation = () =>
    newSignInLink(db.worker, {
      side: 'contact',
      personId: db.ben,
      purpose: 'invitation',
      expiresAt: new Date(Date.now() + 3_600_000),
    })

  test('sets the first password once and signs in', async () => {
    const token = await invitation()
    expect(await guard.contactLink(token)).toMatchObject({ purpose: 'invitation', name: 'Ben Harbour' })
    const accept = (password: string) => guard.acceptInvitation({ token, password, request: asks() })
    expect(await accept('too short')).toEqual({ ok: false, why: 'too-short' })
    expect(await accept('Ben@harbour.example')).toEqual({ ok: false, why: 'is-your-email' })
    const accepted = await Promise.all([accept('seven slow trams'), accept('another one at once')])
    expect(accepted.filter((each) => each.ok)).toHaveLength(1)
    expect(accepted.find((each) => !each.ok)).toEqual({ ok: false, why: 'used' })
    const winner = accepted.find((each) => each.ok)!
    expect(winner.ok && (await guard.requireContact(asks(tokenIn(winner.headers)))).contactId).toBe(db.ben)
  })
})
