import { randomBytes } from 'node:crypto'
import { newSignInLink, signInLinkPath } from '@countersign/auth/sign-in-link'
import { castPassword, contactCast, staffCast } from '@countersign/story/cast'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startOwnDoor } from './doors-of-ones-own'
import { administrator, visitorOf } from './visitors'

const product = inject('product')
const admin = administrator(product.adminUrl)
const worker = postgres(product.urls.worker, { max: 1, onnotice: () => undefined })
// Doors of this file's own: sixty posts per quarter of an hour and address are soon used up here.
const doors = new Map<string, { origin: string; stop: () => Promise<void> }>()

beforeAll(async () => {
  doors.set('portal', await startOwnDoor('portal', product))
  doors.set('console', await startOwnDoor('console', product))
})
afterAll(async () => {
  await Promise.all([...doors.values()].map(({ stop }) => stop()))
  await Promise.all([admin.end(), worker.end()])
})

const sides = [
  {
    app: 'portal',
    email: contactCast.daniel.email,
    inside: '/',
    sessions: 'contact_sessions',
    side: 'contact',
    people: 'contacts',
  },
  {
    app: 'console',
    email: staffCast.ewan.email,
    inside: '/margins',
    sessions: 'staff_sessions',
    side: 'staff',
    people: 'staff',
  },
] as const

describe.each(sides)('signing in to the $app', ({ app, email, inside, sessions, side, people }) => {
  const door = () => visitorOf(doors.get(app)!.origin)
  const trying = (password: string, by: string = email) => ({ email: by, password, next: '/' })
  const personId = async () =>
    (await admin<{ id: string }[]>`select id from ${admin(people)} where email = ${email}`)[0]!.id
  const forgetFailures = () =>
    admin`delete from public.sign_in_attempts where email_hash = app.email_hash(${side}, ${email})`

  test('begins a session with a token that nobody knew before', async () => {
    const planted = `__Host-countersign-${app}=${'a'.repeat(40)}`
    const visitor = visitorOf(doors.get(app)!.origin, 'victim', planted)
    const answer = await visitor.post('/sign-in', trying(castPassword))
    expect(answer.status).toBe(302)
    expect(visitor.cookie).toMatch(/=[a-z2-7]{40}$/)
    expect(visitor.cookie).not.toBe(planted)
    expect((await visitor.get(inside)).status).toBe(200)
    expect((await visitorOf(doors.get(app)!.origin, 'thief', planted).get(inside)).status).toBe(302)

    const first = visitor.cookie
    await visitor.post('/sign-in', trying(castPassword))
    expect(visitor.cookie).not.toBe(first)
    expect(
      (await visitorOf(doors.get(app)!.origin, 'former', first).get(inside)).status,
      'the former one ends',
    ).toBe(302)
  })

  test('keeps of the token its SHA-256 only', async () => {
    const visitor = door()
    await visitor.post('/sign-in', trying(castPassword))
    const token = visitor.cookie!.split('=')[1]!
    const [kept] = await admin<{ found: boolean }[]>`
      select exists (select from ${admin(sessions)} where token_hash = sha256(convert_to(${token}, 'UTF8'))) as found`
    expect(kept).toEqual({ found: true })
    const rows = await admin<{ row: string }[]>`select s::text as row from ${admin(sessions)} s`
    expect(
      rows.filter(({ row }) => row.includes(token) || row.includes(Buffer.from(token).toString('hex'))),
    ).toEqual([])
  })

  test('ends on the server when somebody signs out, whoever kept the cookie', async () => {
    const visitor = door()
    await visitor.post('/sign-in', trying(castPassword))
    const kept = visitor.cookie
    expect((await visitor.get(inside)).status).toBe(200)
    expect((await visitor.post('/sign-out', {})).headers.location).toBe('/sign-in')
    const answer = await visitorOf(doors.get(app)!.origin, 'thief', kept).get(inside)
    expect([answer.status, answer.headers.location]).toEqual([302, expect.stringMatching(/^\/sign-in/)])
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '\\\\evil.example',
    'http:evil.example',
  ])('goes on to a page of ours, whatever next says: %s', async (next) => {
    const asked = await door().get(`/sign-in?next=${encodeURIComponent(next)}`)
    expect(asked.text).toContain('name="next" value="/"')
    const { status, headers } = await door().post('/sign-in', { ...trying(castPassword), next })
    if (status === 302) expect(headers.location).toBe('/')
    else expect([409, 422]).toContain(status)
  })

  test('goes on to the page that was asked for', async () => {
    const { headers } = await door().post('/sign-in', { ...trying(castPassword), next: '/nothing?a=1' })
    expect(headers.location).toBe('/nothing?a=1')
  })

  test('by a link works once, on a button and not on opening', async () => {
    const expiresAt = new Date(Date.now() + 600_000)
    const token = await newSignInLink(worker, {
      side,
      personId: await personId(),
      purpose: 'sign-in',
      expiresAt,
    })
    const address = signInLinkPath('sign-in', token)
    for (let time = 0; time < 3; time++) {
      const opened = await door().get(address)
      expect(opened.headers['set-cookie'], 'opening uses nothing up').toBeUndefined()
    }
    const [first, second] = [door(), door()]
    const answers = await Promise.all([first.post(address, {}), second.post(address, {})])
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 409])
    const third = door()
    expect((await third.post(address, {})).status).toBe(409)
    expect(third.cookie).toBeUndefined()
    const neverMade = await door().post(signInLinkPath('sign-in', randomBytes(32).toString('base64url')), {})
    expect(neverMade.status).toBe(409)
  })

  test('by a link that is past its time does not work', async () => {
    const expiresAt = new Date(Date.now() + 600_000)
    const token = await newSignInLink(worker, {
      side,
      personId: await personId(),
      purpose: 'sign-in',
      expiresAt,
    })
    await admin`update public.sign_in_links set expires_at = now() - interval '1 second'
      where token_hash = sha256(convert_to(${token}, 'UTF8'))`
    expect((await door().post(signInLinkPath('sign-in', token), {})).status).toBe(409)
  })

  test('is closed after ten wrong passwords, in the same words for an address that nobody has', async () => {
    await forgetFailures()
    const nobody = `nobody-${app}-${Date.now()}@nowhere.example`
    const said: string[][] = [[], []]
    for (let time = 0; time < 11; time++) {
      for (const [index, by] of [email, nobody].entries()) {
        const { status, text } = await door().post('/sign-in', trying(`wrong-password-${time}`, by))
        said[index]!.push(`${status} ${alertOf(text)}`)
      }
    }
    const [known, unknown] = said
    expect(known).toEqual(unknown)
    expect(new Set(known!.slice(0, 10)).size, 'one sentence for the first ten').toBe(1)
    expect(known![10], 'another for the eleventh').not.toBe(known![9])

    const right = await door().post('/sign-in', trying(castPassword))
    expect([right.status, right.headers['set-cookie']], 'the right one no longer helps').toEqual([
      expect.toSatisfy((status: number) => status === 409 || status === 422),
      undefined,
    ])
    await forgetFailures()
    await admin`delete from public.sign_in_attempts where email_hash = app.email_hash(${side}, ${nobody})`
    expect((await door().post('/sign-in', trying(castPassword))).status).toBe(302)
  })

  test('from one address takes sixty posts in a quarter of an hour, and then says so with 429', async () => {
    const { origin, stop } = await startOwnDoor(app, product)
    try {
      const statuses: number[] = []
      // Half by a way round that is none: Remix decodes addresses and does not mind their case.
      for (let post = 0; post < 62; post++) {
        const path = post % 2 ? '/sign-in' : '/%73ign-IN'
        statuses.push((await visitorOf(origin).post(path, { email: 'not an address' })).status)
      }
      expect(statuses.filter((status) => status === 429)).toHaveLength(2)
      const refused = await visitorOf(origin).post('/sign-in', trying(castPassword), {
        'x-forwarded-for': '203.0.113.7',
      })
      expect(refused.status, 'an address that the client made up does not help').toBe(429)
      expect(refused.text).toMatch(/^[A-Z].{20,}\.\n$/)
      expect((await visitorOf(origin).get('/sign-in')).status, 'the page itself is there').toBe(200)
    } finally {
      await stop()
    }
  })
})

function alertOf(html: string): string {
  const [, alert] = /role="alert"[^>]*>([\s\S]*?)<\/div>/.exec(html) ?? []
  return (alert ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

test('proving the password before a signature gives the session another token, and ends the former', async () => {
  const grace = visitorOf(doors.get('portal')!.origin)
  await grace.post('/sign-in', { email: contactCast.grace.email, password: castPassword, next: '/' })
  const before = grace.cookie
  const [submission] = await admin<{ id: string; criterion: string }[]>`
    select s.id, s.criteria->0->>'id' as criterion from public.submissions s
      join public.projects p on p.id = s.project_id and p.code = 'HT-2601'
      join public.decisions d on d.submission_id = s.id limit 1`
  const answer = await grace.post(`/submissions/${submission!.id}/decision`, {
    'results.0.criterionId': submission!.criterion,
    'results.0.result': 'met',
    'results.0.comment': '',
    outcome: 'accepted',
    language: 'en',
    typedName: contactCast.grace.name,
    password: castPassword,
  })
  expect(answer.status, 'it is decided already').toBe(409)
  expect(grace.cookie).not.toBe(before)
  expect((await grace.get('/')).status).toBe(200)
  expect((await visitorOf(doors.get('portal')!.origin, 'thief', before).get('/')).status).toBe(302)
})
