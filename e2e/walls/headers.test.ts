import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@countersign/db/migrate'
import { startEmbeddedPostgres } from '@countersign/db/server/embedded-postgres'
import { roleUrls } from '@countersign/db/server/role-urls'
import { castPassword, contactCast, staffCast } from '@countersign/story/cast'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { ask, encoded, fromOurPage } from './ask'
import { startOwnDoor } from './doors-of-ones-own'
import { untilIdle } from './kept'
import { administrator, consoleCookie, contactVisits, portalCookie, staffVisits, visitorOf } from './visitors'

const product = inject('product')
const { origins } = product
const sql = administrator(product.adminUrl)
afterAll(() => sql.end())

const apps = ['portal', 'console'] as const
const nonceOf = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1]
const policyWith = (nonce: string) =>
  `default-src 'self'; script-src 'self' 'nonce-${nonce}' 'strict-dynamic'; worker-src 'self'; style-src 'self'; ` +
  `img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`

async function someoneOf(app: (typeof apps)[number]) {
  return app === 'portal' ? contactVisits(product, sql, 'grace') : staffVisits(product, sql, 'mara')
}

describe.each(apps)('every answer of the %s', (app) => {
  const origin = origins[app]
  const addresses = [
    '/sign-in',
    '/',
    '/nothing-lives-here',
    '/healthcheck',
    '/sign-in/link/x',
    '/assets/none.js',
  ]

  test.each(addresses)('carries the policy, with a nonce of its own: %s', async (address) => {
    const [first, second] = [await ask(origin, address), await ask(origin, address)]
    const nonces = [first, second].map(({ headers }) => nonceOf(headers['content-security-policy']) ?? '')
    expect(first.headers['content-security-policy']).toBe(policyWith(nonces[0]!))
    expect(Buffer.from(nonces[0]!, 'base64')).toHaveLength(16)
    expect(nonces[0]).not.toBe(nonces[1])
    expect(first.headers['x-content-type-options']).toBe('nosniff')
    expect(first.headers['strict-transport-security'], 'over http').toBeUndefined()
    expect(first.headers['x-powered-by']).toBeUndefined()
  })

  test('to a person is kept by no cache', async () => {
    const person = await someoneOf(app)
    const first = app === 'portal' ? '/' : '/projects'
    const page = await person.get(first)
    expect(page.status).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    const data = await person.get(`${first === '/' ? '/?index&' : `${first}?`}_data=root`)
    expect(data.headers['cache-control']).toBe('no-store')
    expect(data.headers['x-content-type-options']).toBe('nosniff')
    expect((await person.get('/nothing-lives-here')).headers['cache-control']).toBe('no-store')
  })

  test('uses the nonce for every script of its page, and no inline style', async () => {
    const person = await someoneOf(app)
    for (const address of [app === 'portal' ? '/' : '/projects', '/nothing-lives-here']) {
      const { text, headers } = await person.get(address)
      const nonce = nonceOf(headers['content-security-policy'])
      const scripts = text.match(/<script\b[^>]*>/g) ?? []
      expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
      expect(text).not.toMatch(/<[a-z][^>]*\sstyle="/)
      expect(text).not.toMatch(/<style\b/)
      expect(text).not.toMatch(/<[a-z][^>]*\son[a-z]+="/)
    }
  })

  test('that is one of the build’s files may be kept for ever', async () => {
    const { text } = await ask(origin, '/sign-in')
    const [, stylesheet] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? []
    const { status, headers } = await ask(origin, stylesheet!)
    expect(status).toBe(200)
    expect(headers['cache-control']).toMatch(/max-age=31536000, immutable/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('a file for a customer', () => {
  test('is for saving, under a policy that lets nothing of it run', async () => {
    await untilIdle(sql)
    const [certificate] = await sql<{ id: string }[]>`
      select c.id from public.certificates c join public.projects p on p.id = c.project_id
       where p.code = 'HT-2601' limit 1`
    const grace = await contactVisits(product, sql, 'grace')
    const { status, headers } = await grace.get(`/certificates/${certificate!.id}`)
    expect(status).toBe(200)
    expect(headers['content-disposition']).toMatch(/^attachment; /)
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('private, no-store')
  })
})

describe.each([
  { app: 'portal', cookie: portalCookie, email: contactCast.grace.email },
  { app: 'console', cookie: consoleCookie, email: staffCast.mara.email },
] as const)('the cookie of the $app', ({ app, cookie, email }) => {
  test('is for this host, over TLS, out of reach of scripts and of other sites’ forms', async () => {
    const door = visitorOf(origins[app])
    const answer = await door.post('/sign-in', { email, password: castPassword, next: '/' })
    const [set, ...more] = answer.headers['set-cookie'] ?? []
    expect(more).toEqual([])
    const [pair, ...attributes] = set!.split('; ')
    expect(pair).toMatch(new RegExp(`^${cookie}=[a-z2-7]{40}$`))
    const lower = attributes.map((each) => each.toLowerCase()).sort()
    expect(lower).toEqual(expect.arrayContaining(['httponly', 'path=/', 'samesite=lax', 'secure']))
    expect(lower.filter((each) => each.startsWith('domain'))).toEqual([])

    const out = await door.post('/sign-out', {})
    expect(out.headers['set-cookie']?.[0]).toMatch(new RegExp(`^${cookie}=;.*Max-Age=0`))
  })
})

describe.each(apps)('the %s behind TLS', (app) => {
  test('tells browsers to come back by https only', async () => {
    const door = await startOwnDoor(app, product, { PUBLIC_ORIGIN: `https://${app}.example` })
    try {
      const { headers } = await ask(door.origin, '/sign-in')
      expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
      const body = encoded({ email: 'nobody@nowhere.example', password: 'x' })
      const asked = { method: 'POST', body, headers: { ...fromOurPage, origin: `https://${app}.example` } }
      expect((await ask(door.origin, '/sign-in', asked)).status, 'its own form').toBeLessThan(500)
    } finally {
      await door.stop()
    }
  })
})

describe('the health check', () => {
  test.each(apps)('of the %s says that all is well, to anybody', async (app) => {
    expect((await ask(origins[app], '/healthcheck')).status).toBe(200)
  })

  test('says 503 when the database has gone, and never hangs', async () => {
    const home = mkdtempSync(join(tmpdir(), 'countersign-health-'))
    chmodSync(home, 0o711)
    const server = await startEmbeddedPostgres({ home, ephemeral: true })
    const passwords = { portal_app: 'p', console_app: 'c', worker_app: 'w' }
    await migrate({ adminUrl: server.adminUrl, passwords })
    const urls = roleUrls(server.adminUrl, passwords)
    const doors = await Promise.all(apps.map((app) => startOwnDoor(app, { urls, home })))
    try {
      await server.stop()
      for (const { origin } of doors) {
        const asked = ask(origin, '/healthcheck')
        const late = new Promise<never>((_, fail) =>
          setTimeout(() => fail(new Error('no answer')), 15_000).unref(),
        )
        const answer = await Promise.race([asked, late])
        expect(answer.status).toBe(503)
        expect(answer.text).not.toMatch(/ECONNREFUSED|at .*\.ts/)
        const page = await ask(origin, '/', {
          cookie: `${portalCookie}=${'a'.repeat(40)}; ${consoleCookie}=${'a'.repeat(40)}`,
        })
        expect(page.status).toBe(500)
        expect(page.text).not.toMatch(/ECONNREFUSED|node_modules|127\.0\.0\.1/)
      }
    } finally {
      await Promise.all(doors.map(({ stop }) => stop()))
      rmSync(home, { recursive: true, force: true })
    }
  })
})
