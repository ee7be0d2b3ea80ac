import { randomUUID } from 'node:crypto'
import { describe, expect, inject, test } from 'vitest'
import { ask } from './ask'

const { origins } = inject('product')
const evil = 'https://evil.example'
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** Three ways into an action. Nobody is signed in: an action that runs answers with the way to the sign-in page. */
const ways = {
  portal: {
    document: `/submissions/${randomUUID()}/decision`,
    data: `/submissions/${randomUUID()}/decision?_data=${encodeURIComponent('routes/decision/route')}`,
    'resource route': '/sign-out',
  },
  console: {
    document: '/rates',
    data: `/rates?_data=${encodeURIComponent('routes/rates/route')}`,
    'resource route': '/sign-out',
  },
}
const doors = (['portal', 'console'] as const).flatMap((app) =>
  Object.entries(ways[app]).map(([way, path]) => ({ app, way, path })),
)

const sites = ['same-origin', 'same-site', 'cross-site', 'none', undefined] as const
const from = ['ours', 'evil', 'null', undefined] as const

/** trust.md: Sec-Fetch-Site must be same-origin; where it is absent, Origin must be ours; else 403. */
function isLetIn(site: (typeof sites)[number], origin: (typeof from)[number]): boolean {
  return site === undefined ? origin === 'ours' : site === 'same-origin'
}

describe.each(doors)('a $way post to the $app', ({ app, path }) => {
  const own = origins[app]
  const originOf = (origin: (typeof from)[number]) => ({ ours: own, evil, null: 'null' })[origin ?? 'ours']

  test.each(sites.flatMap((site) => from.map((origin) => ({ site, origin }))))(
    'with Sec-Fetch-Site $site and Origin $origin',
    async ({ site, origin }) => {
      const headers = { ...form, 'sec-fetch-site': site, origin: origin && originOf(origin) }
      const { status, headers: answered } = await ask(own, path, { method: 'POST', headers, body: 'a=1' })
      if (!isLetIn(site, origin)) expect(status).toBe(403)
      else {
        expect([302, 204]).toContain(status)
        expect(answered.location ?? answered['x-remix-redirect']).toBe('/sign-in')
      }
    },
  )

  test.each(['PUT', 'PATCH', 'DELETE'])('is refused from elsewhere as %s too', async (method) => {
    const asked = { method, headers: { ...form, 'sec-fetch-site': 'cross-site', origin: own }, body: 'a=1' }
    expect((await ask(own, path, asked)).status).toBe(403)
  })

  test('does not believe X-Forwarded-Host', async () => {
    const headers = {
      ...form,
      origin: evil,
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    }
    expect((await ask(own, path, { method: 'POST', headers, body: 'a=1' })).status).toBe(403)
  })

  test('does not believe Host', async () => {
    const headers = { ...form, origin: evil, host: 'evil.example' }
    expect((await ask(own, path, { method: 'POST', headers, body: 'a=1' })).status).toBe(403)
  })
})

describe.each(['portal', 'console'] as const)('a refusal of the %s', (app) => {
  test('is a sentence, in the language of the browser', async () => {
    const headers = { ...form, 'sec-fetch-site': 'cross-site', 'accept-language': 'de' }
    const { text } = await ask(origins[app], '/sign-in', { method: 'POST', headers, body: 'a=1' })
    expect(text).toMatch(/^[A-ZÄÖÜ][^{}<>]{20,}\.\n$/)
    expect(text).not.toMatch(/This request/)
  })

  test('leaves links from elsewhere working: a page may be opened from a mail', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await ask(origins[app], '/sign-in', { headers })).status).toBe(200)
  })
})
