import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { tinyApp } from './tiny-app'

const { ran, ask, close } = tinyApp({ publicOrigin: 'http://localhost:3000' })
const proxied = tinyApp({ publicOrigin: 'https://portal.example', trustedProxy: 'loopback' })
beforeEach(() => void (ran.actions = 0))
afterAll(() => Promise.all([close(), proxied.close()]))

const own = 'http://localhost:3000'
const evil = 'https://evil.example'
const host = { host: 'localhost:3000' }

type Row = [site: string | undefined, origin: string | undefined, allowed: boolean]
const rows: Row[] = [
  ['same-origin', own, true],
  ['same-origin', undefined, true],
  ['same-site', own, false],
  ['same-site', 'http://localhost:3001', false],
  ['cross-site', evil, false],
  ['cross-site', own, false],
  ['cross-site', undefined, false],
  ['none', undefined, false],
  ['none', own, false],
  ['', own, false],
  [undefined, own, true],
  [undefined, evil, false],
  [undefined, 'null', false],
  [undefined, 'http://localhost:3001', false],
  [undefined, 'https://localhost:3000', false],
  [undefined, `${own}.evil.example`, false],
  [undefined, '', false],
  [undefined, undefined, false],
]
const targets = ['/page', '/page?_data=page', '/resource', '/resource?_data=resource']

describe.each(targets)('a POST to %s', (path) => {
  test.each(rows)(
    'with Sec-Fetch-Site %s and Origin %s is let through: %s',
    async (site, origin, allowed) => {
      const headers = {
        ...host,
        ...(site === undefined ? {} : { 'sec-fetch-site': site }),
        ...(origin === undefined ? {} : { origin }),
      }
      const answer = await ask('POST', path, headers, 'typed=1')
      expect(answer.status).toBe(allowed ? 200 : 403)
      expect(ran.actions).toBe(allowed ? 1 : 0)
    },
  )
})

describe('other requests', () => {
  test.each(['PUT', 'PATCH', 'DELETE'])('with %s are treated as posts are', async (method) => {
    expect((await ask(method, '/resource', { ...host, origin: evil }, 'typed=1')).status).toBe(403)
    expect(
      (await ask(method, '/resource', { ...host, 'sec-fetch-site': 'same-origin' }, 'typed=1')).status,
    ).toBe(200)
  })

  test.each(['GET', 'HEAD', 'OPTIONS'])(
    'with %s change nothing and may come from anywhere',
    async (method) => {
      expect(
        (await ask(method, '/page', { ...host, 'sec-fetch-site': 'cross-site', origin: evil })).status,
      ).not.toBe(403)
      expect(ran.actions).toBe(0)
    },
  )

  test('cannot name themselves a host', async () => {
    const forged = { ...host, 'x-forwarded-host': 'evil.example', origin: evil }
    expect((await ask('POST', '/page', forged, 'typed=1')).status).toBe(403)
    const harmless = {
      ...host,
      'x-forwarded-host': 'evil.example',
      'sec-fetch-site': 'same-origin',
      origin: own,
    }
    expect((await ask('POST', '/page', harmless, 'typed=1')).status).toBe(200)
  })

  test('come through a trusted proxy with its name for us', async () => {
    const headers = {
      host: '10.0.0.7:3000',
      'x-forwarded-host': 'portal.example',
      'x-forwarded-proto': 'https',
    }
    const ofOurs = { ...headers, 'sec-fetch-site': 'same-origin', origin: 'https://portal.example' }
    expect((await proxied.ask('POST', '/page', ofOurs, 'typed=1')).status).toBe(200)
    expect((await proxied.ask('POST', '/page', { ...headers, origin: evil }, 'typed=1')).status).toBe(403)
  })
})
