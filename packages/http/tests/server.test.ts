import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { RemixServer } from '@remix-run/react'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterAll, describe, expect, test } from 'vitest'
import { bodyLimitBytes } from '../src/body-limit'
import { RequestProvider } from '../src/ui/nonce'
import { tinyApp } from './tiny-app'

const app = tinyApp({ signInPostsPerQuarterHour: 3 })
const secure = tinyApp({ publicOrigin: 'https://portal.example' })
afterAll(() => Promise.all([app.close(), secure.close()]))

const own = { 'sec-fetch-site': 'same-origin' }
const nonceOf = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))![1]!

describe('every answer', () => {
  test('carries the policy, with a nonce of 16 bytes that its scripts have and no other answer', async () => {
    const [first, second] = [await app.ask('GET', '/page'), await app.ask('GET', '/page')]
    const nonce = nonceOf(first.headers['content-security-policy'])
    expect(first.headers['content-security-policy']).toBe(
      `default-src 'self'; script-src 'self' 'nonce-${nonce}' 'strict-dynamic'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    )
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
    expect(nonceOf(second.headers['content-security-policy'])).not.toBe(nonce)
    const scripts = first.text.match(/<script[^>]*>/g)!
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    expect(first.text).not.toMatch(/ style=/)
  })

  test.each(['/page', '/nowhere', '/broken', '/assets/a-1.js', '/assets/none.js', '/resource'])(
    'to %s has the security headers and does not say what it runs on',
    async (path) => {
      const { headers } = await app.ask('GET', path)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['content-security-policy']).toBeDefined()
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['strict-transport-security']).toBeUndefined()
    },
  )

  test('insists on https where the public origin has it', async () => {
    expect((await secure.ask('GET', '/page')).headers['strict-transport-security']).toBe('max-age=63072000')
  })
})

describe('a page', () => {
  test('is compressed as a whole, says its length and is kept by nobody', async () => {
    const plain = await app.ask('GET', '/page')
    const packed = await app.ask('GET', '/page', { 'accept-encoding': 'gzip, br' })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
    expect(Number(packed.headers['content-length'])).toBe(packed.bytes)
    expect(packed.bytes).toBeLessThan(plain.bytes / 2)
    expect(packed.text.length).toBe(plain.text.length)
    expect(plain.headers['cache-control']).toBe('no-store')
  })

  test('computes once what its loaders share', async () => {
    app.ran.computed = 0
    const { text } = await app.ask('GET', '/page')
    expect(app.ran.computed).toBe(1)
    expect(text).toContain('"once":1')
  })

  test('is rendered from its own routes, however many there are, with the same bytes', async () => {
    app.ran.unmatchedReads = 0
    const { text, headers } = await app.ask('GET', '/page')
    expect(app.ran.unmatchedReads).toBe(0)
    const nonce = nonceOf(headers['content-security-policy'])
    const fromAllRoutes = renderToString(
      createElement(
        RequestProvider,
        { nonce, reference: null, children: null },
        createElement(RemixServer, { context: app.ran.context!, url: 'http://localhost:3000/page', nonce }),
      ),
    )
    expect(app.ran.unmatchedReads).toBeGreaterThan(0)
    expect(text).toBe(`<!DOCTYPE html>${fromAllRoutes}`)
  })

  test('that is not there says so, with 404', async () => {
    const answer = await app.ask('GET', '/nowhere')
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('This page is not here')
  })

  test('that breaks shows the reference of its line in the log, and nothing of why', async () => {
    const answer = await app.ask('GET', '/broken')
    expect(answer.status).toBe(500)
    expect(answer.text).toContain(String(answer.headers['x-request-reference']))
    expect(answer.text).not.toMatch(/secret|at .*\.tsx?:/)
    const asJson = await app.ask('GET', '/broken?_data=broken')
    expect(asJson.text).not.toMatch(/secret/)
  })
})

describe('a download', () => {
  test('is saved, never shown: attachment, sandboxed, with a name that cannot break the header', async () => {
    const { headers, text } = await app.ask('GET', '/resource', { 'accept-encoding': 'gzip' })
    expect(text).toBe('<script>1</script>')
    expect(headers).toMatchObject({
      'content-disposition': `attachment; filename="naive _plan_.html"; filename*=UTF-8''na%C3%AFve%20_plan_.html`,
      'content-security-policy': "default-src 'none'; sandbox",
      'content-length': '18',
    })
    expect(headers['content-encoding']).toBeUndefined()
  })
})

describe('assets', () => {
  test('are kept for ever, compressed, as the build compressed them where it did', async () => {
    const a = await app.ask('GET', '/assets/a-1.js', { 'accept-encoding': 'gzip' })
    expect(a.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(a.bytes).toBeLessThan(a.text.length)
    const b = await app.ask('GET', '/assets/b-2.js', { 'accept-encoding': 'gzip' })
    expect(b.text).toBe('as it was compressed')
    expect(b.headers['content-type']).toMatch(/javascript/)
    expect((await app.ask('GET', '/assets/b-2.js')).text).toBe('as it is')
  })

  test.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/x',
    '/assets/',
    '/assets/%',
  ])('do not lead out of their folder by %s', async (path) => {
    const { status, text } = await app.ask('GET', path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(text).not.toContain('"name"')
  })
})

describe('a body', () => {
  test('beyond the limit is refused by its announced length', async () => {
    const answer = await app
      .ask('POST', '/page', { ...own, 'content-length': String(bodyLimitBytes + 1) })
      .catch((error: Error) => error)
    expect(answer).toMatchObject({ status: 413 })
  })

  test('that does not say its length is not read', async () => {
    const answer = await app.ask('POST', '/page', { ...own, 'transfer-encoding': 'chunked' }, 'typed=1')
    expect(answer.status).toBe(411)
  })
})

describe('the door', () => {
  test('closes to an address after so many posts, however the path is spelled', async () => {
    const post = (path: string) => app.ask('POST', path, { ...own, 'accept-language': 'de' }, 'typed=1')
    for (const path of ['/sign-in', '/SIGN-IN?_data=door', '/%73ign-in/'])
      expect((await post(path)).status).toBe(200)
    const refused = await post('/sign-in')
    expect(refused.status).toBe(429)
    expect(refused.text).toMatch(/^Zu viele Versuche/)
    expect((await app.ask('GET', '/sign-in')).status).toBe(200)
  })
})

describe('an address', () => {
  test.each(['http://evil.example/page', '*'])('like %s is malformed, not an error of ours', async (path) => {
    expect((await app.ask('GET', path)).status).toBe(400)
  })
})

describe('starting', () => {
  const script = `
    import { startAppServer } from './packages/http/src/server.ts'
    await startAppServer({ name: 'portal', build: async () => { throw new Error() }, port: Number(process.argv[1]),
      host: '127.0.0.1', publicOrigin: 'http://localhost' })`
  const start = (port: number) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script, String(port)],
      { cwd: new URL('../../..', import.meta.url), env: { ...process.env, LOG_LEVEL: 'info' } },
    )
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    const ended = new Promise<{ code: number | null; said: string }>((done) =>
      child.on('close', (code) => done({ code, said })),
    )
    return { child, ended, said: () => said }
  }

  test('on a busy port ends with one sentence', async () => {
    const busy = createServer().listen(0, '127.0.0.1')
    await new Promise((listening) => busy.once('listening', listening))
    const { port } = busy.address() as AddressInfo
    const { code, said } = await start(port).ended
    busy.close()
    expect(code).toBe(1)
    expect(said.trim()).toBe(
      `The portal cannot start: port ${port} is in use by another program. Stop it, or set another port.`,
    )
  })

  test('ends cleanly when it is told to', async () => {
    const { child, ended, said } = start(0)
    await expect.poll(said, { timeout: 15_000 }).toContain('listening')
    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
  })
})
