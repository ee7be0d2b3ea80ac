import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import consoleTable from '../../../apps/console/app/routes'
import portalTable from '../../../apps/portal/app/routes'
import { ask } from '../ask'
import { routesOf } from '../route-table'
import { administrator, contactVisits, staffVisits, visitorOf, type Visitor } from '../visitors'

const product = inject('product')
const sql = administrator(product.adminUrl)
const people = new Map<string, Visitor>()

beforeAll(async () => {
  people.set('portal', await contactVisits(product, sql, 'grace'))
  people.set('console', await staffVisits(product, sql, 'mara'))
})
afterAll(() => sql.end())

const malformed = [
  'x',
  '0',
  '-1',
  '1e9',
  'null',
  'undefined',
  '%00',
  '%E2%80%8B',
  '%ED%A0%80',
  "1'%20or%20'1'='1",
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5C..%5Cwindows',
  '-'.repeat(36),
  '00000000-0000-0000-0000-00000000000g',
  '{00000000-0000-4000-8000-000000000000}',
  '9'.repeat(40),
  'a'.repeat(4000),
  '%F0%9F%92%A9',
  '__proto__',
]

const routes = (['portal', 'console'] as const).flatMap((app) =>
  routesOf(app, app === 'portal' ? portalTable : consoleTable)
    .filter(({ pattern, hasLoader, id }) => hasLoader && pattern.includes(':') && id !== 'routes/staff/route')
    .map((route) => ({ app, ...route })),
)

describe.each(routes)('$app $pattern', ({ app, pattern, id, hasAction, isResource, isIndex }) => {
  const isDoor = /^\/(sign-in|invitation)/.test(pattern)
  const addresses = [...pattern.matchAll(/:\w+/g)].flatMap(([name]) =>
    malformed.map((value) =>
      pattern
        .replace(name, value)
        .replace(/:number|:position|:uid/g, '1')
        .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000'),
    ),
  )

  test('is, with an id that is none, a page that is not there, and never a failure', async () => {
    const person = isDoor ? visitorOf(product.origins[app]) : people.get(app)!
    for (const address of addresses) {
      const { status } = await person.get(address)
      if (isDoor) expect(status, address).toBeLessThan(500)
      else expect([404, 400], `${address} ${status}`).toContain(status)
      if (isResource) continue
      const data = await person.get(`${address}?${isIndex ? 'index&' : ''}_data=${encodeURIComponent(id)}`)
      expect(data.status, `${address} as data`).toBeLessThan(500)
    }
  })

  test('takes no form there either', async () => {
    if (!hasAction || isDoor) return
    for (const address of addresses) {
      const { status } = await people.get(app)!.post(address, { name: 'x' })
      expect([400, 404, 409, 422], `${address} ${status}`).toContain(status)
    }
  })
})

describe.each(['portal', 'console'] as const)('an odd address of the %s', (app) => {
  test.each([
    '/%',
    '/%zz',
    '/projects/%C0%AF',
    '/projects/%2e%2e',
    '/projects/%2e%2e/%2e%2e/sign-in',
    '//evil.example',
    '//evil.example/sign-in',
    '/\\evil.example',
    '/.git/config',
    '/assets/../server.ts',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/?_data=',
    '/?_data=__proto__',
    '/?_data=routes%2Fnone',
    '/?_data=root&_data=routes%2Fhome%2Froute',
    `/?q=${'x'.repeat(8000)}`,
    '/__manifest?p=/&version=1',
    '/projects/new?index&index',
    '/sign-in?next=%00',
  ])('breaks nothing and shows nothing: %s', async (address) => {
    for (const visitor of [visitorOf(product.origins[app]), people.get(app)!]) {
      const { status, text, headers } = await visitor.get(address)
      expect(status, visitor.name).toBeLessThan(500)
      expect(text).not.toMatch(/"dependencies"|DATABASE_URL|node_modules|\bat .+\.(ts|js):\d+/)
      expect(String(headers.location ?? '/')).toMatch(/^\/(?![/\\])/)
    }
  })

  test.each(['TRACE', 'PROPFIND', 'OPTIONS', 'HEAD', 'PUT', 'DELETE'])(
    '%s breaks nothing',
    async (method) => {
      for (const address of ['/', '/sign-in', '/healthcheck']) {
        const headers = { 'sec-fetch-site': 'same-origin' }
        const { status } = await ask(product.origins[app], address, { method, headers })
        expect(status, address).toBeLessThan(500)
      }
    },
  )

  test.each([
    '__Host-countersign-portal=; __Host-countersign-console=',
    '%E0%A4%A',
    '__Host-countersign-portal=%00; __Host-countersign-console=%00',
    `__Host-countersign-portal=${'a'.repeat(3000)}; __Host-countersign-console=${'a'.repeat(3000)}`,
    "__Host-countersign-portal=' or 1=1 --; __Host-countersign-console=' or 1=1 --",
  ])('with a cookie that is none is a stranger’s: %s', async (cookie) => {
    const answer = await visitorOf(product.origins[app], 'nobody', cookie).get('/')
    expect([answer.status, answer.headers.location]).toEqual([302, '/sign-in'])
  })
})
