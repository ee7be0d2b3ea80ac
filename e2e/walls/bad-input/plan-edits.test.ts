import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { untilIdle, whatIsKept } from '../kept'
import { administrator, staffVisits, type Visitor } from '../visitors'
import { ask } from '../ask'

const product = inject('product')
const sql = administrator(product.adminUrl)
let mara: Visitor
let at: string
let revision: number

beforeAll(async () => {
  await untilIdle(sql)
  mara = await staffVisits(product, sql, 'mara')
  const [project] = await sql<{ id: string; revision: number }[]>`
    select id, plan_revision as revision from public.projects where code = 'HT-2601'`
  at = `/projects/${project!.id}/plan/edits`
  revision = project!.revision
})
afterAll(() => sql.end())

const key = '5f6b6f0e-8a35-4d31-9c40-0f3d3f3c1a11'
const edits = [{ kind: 'change-task', uid: 12, change: { name: 'Renamed' } }]
const sends = (body: unknown, type = 'application/json') =>
  mara.send(at, { body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), type })

describe('what a workspace sends', () => {
  test.each<[string, unknown]>([
    ['nothing', ''],
    ['half of it', '{"key":'],
    ['a list', []],
    ['null', 'null'],
    ['no key', { base: 1, edits }],
    ['a key that is none', { key: 'x', base: 1, edits }],
    ['a revision before the first', { key, base: -1, edits }],
    ['a revision in words', { key, base: '1', edits }],
    ['no edits', { key, base: 1, edits: [] }],
    ['more edits than anybody makes', { key, base: 1, edits: Array.from({ length: 5001 }, () => edits[0]) }],
    ['an edit of no kind', { key, base: 1, edits: [{ uid: 1 }] }],
    ['an edit of another kind', { key, base: 1, edits: [{ kind: 'drop-table', uid: 1 }] }],
    ['a change of what is not edited here', { key, base: 1, edits: [{ kind: 'change-plan', change: {} }] }],
    ['another field', { key, base: 1, edits: [{ kind: 'change-task', uid: 12, change: { id: 'x' } }] }],
    ['another field beside', { key, base: 1, edits, projectId: 'x' }],
    ['a name that is none', { key, base: 1, edits: [{ kind: 'change-task', uid: 12, change: { name: 7 } }] }],
    [
      'a name with NUL',
      { key, base: 1, edits: [{ kind: 'change-task', uid: 12, change: { name: 'a\u0000' } }] },
    ],
    [
      'a name that turns round',
      { key, base: 1, edits: [{ kind: 'change-task', uid: 12, change: { name: 'a\u202eb' } }] },
    ],
    [
      'a half of a pair',
      `{"key":"${key}","base":1,"edits":[{"kind":"change-task","uid":12,"change":{"name":"\\ud800"}}]}`,
    ],
    [
      'infinity',
      `{"key":"${key}","base":1,"edits":[{"kind":"change-task","uid":12,"change":{"durationMinutes":1e999}}]}`,
    ],
    ['a choice that is none', { key, base: 1, edits, choices: { x: 'both' } }],
    [
      'a prototype',
      `{"key":"${key}","base":1,"edits":[{"kind":"change-task","uid":12,"change":{"__proto__":{"name":"x"}}}]}`,
    ],
  ])('is refused with a sentence, and nothing stored, where it is %s', async (_what, body) => {
    const before = await whatIsKept(sql)
    const answer = await sends(body)
    expect(answer.status).toBe(422)
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, sentence: expect.stringMatching(/\w+ \w+/) })
    expect(await whatIsKept(sql)).toEqual(before)
  })

  test.each<[string, object, string]>([
    [
      'a duration of minus one',
      { kind: 'change-task', uid: 12, change: { durationMinutes: -1 } },
      'duration',
    ],
    ['a per cent and a half', { kind: 'change-task', uid: 12, change: { percentComplete: 1.5 } }, 'per cent'],
    [
      'the 30th of February',
      { kind: 'change-task', uid: 12, change: { deadline: '2026-02-30T08:00' } },
      'deadline',
    ],
    ['a blank name', { kind: 'change-task', uid: 12, change: { name: '  ' } }, 'name'],
    ['a task that is not there', { kind: 'remove-task', uid: 999_999 }, 'not in the plan'],
    [
      'a task after one that is not there',
      { kind: 'move-task', uid: 12, afterUid: 999_999, outlineLevel: 1 },
      'not in the plan',
    ],
    [
      'a link to itself',
      { kind: 'add-link', link: { fromUid: 12, toUid: 12, type: 'FS', lag: 0, lagUnit: 'working' } },
      'wait for itself',
    ],
    [
      'a lag of a million years',
      { kind: 'add-link', link: { fromUid: 12, toUid: 4, type: 'FS', lag: 1e15, lagUnit: 'working' } },
      'longer',
    ],
  ])('is refused by name where it means %s', async (_what, edit, named) => {
    const before = await whatIsKept(sql)
    const answer = await sends({ key, base: revision, edits: [edit] })
    expect(answer.status).toBe(422)
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, sentence: expect.stringContaining(named) })
    expect(await whatIsKept(sql)).toEqual(before)
  })

  test('is refused where another site’s page sends it', async () => {
    const body = JSON.stringify({ key, base: revision, edits })
    const headers = { 'content-type': 'application/json' }
    for (const foreign of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }, {}]) {
      const asked = { method: 'POST', headers: { ...headers, ...foreign }, body, cookie: mara.cookie }
      expect((await ask(product.origins.console, at, asked)).status).toBe(403)
    }
  })
})

test('a revision that is none is a page that is not there', async () => {
  for (const since of ['', 'x', '-1', '1e3', '9'.repeat(30)])
    expect((await mara.get(`${at}?since=${since}`)).status, since).toBe(404)
  expect((await mara.get(`${at}?since=${revision}`)).status).toBe(204)
  expect((await mara.get(`${at}?since=0`)).status).toBe(200)
})
