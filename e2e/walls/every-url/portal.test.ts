import { randomUUID } from 'node:crypto'
import { storedPassword } from '@countersign/auth/password-proof'
import { castPassword, contactCast } from '@countersign/story/cast'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import table from '../../../apps/portal/app/routes'
import type { Fields } from '../ask'
import { untilIdle, whatIsKept } from '../kept'
import { routesOf } from '../route-table'
import { comparable } from '../same-bytes'
import { administrator, contactVisits, visitorOf, type Visitor } from '../visitors'

const product = inject('product')
const sql = administrator(product.adminUrl)
const routes = routesOf('portal', table)
const nobodys = randomUUID()

type Example = {
  at: string
  /** The same address with an id that nobody has; for what belongs to one customer. */
  absent?: string
  /** Open to everybody, or sends strangers to sign in. */
  stranger: 'open' | 'sign-in'
  /** What a person of the customer's gets. */
  status: number
}

/** By the route's pattern; a route without a line here fails the first test. */
async function examplesOfPortal(): Promise<Record<string, Example>> {
  const [story] = await sql<
    {
      project: string
      undecided: string
      certificate: string
      invoice: string
      round: string
      testCase: string
      defect: string
      decided: string
      point: string
      claim: string
      change: string
      need: string
    }[]
  >`
    select p.id as project,
      (select s.id from public.submissions s left join public.decisions d on d.submission_id = s.id
        where s.project_id = p.id and d.id is null) as undecided,
      (select c.id from public.certificates c where c.project_id = p.id order by number limit 1) as certificate,
      (select i.id from public.invoices i where i.project_id = p.id order by number limit 1) as invoice,
      (select r.id from public.test_rounds r where r.project_id = p.id limit 1) as round,
      (select t.case_id from public.test_runs t where t.project_id = p.id limit 1) as "testCase",
      (select f.id from public.test_defects f where f.project_id = p.id limit 1) as defect,
      (select d.submission_id from public.decisions d where d.project_id = p.id and d.outcome = 'accepted'
        order by d.decided_at limit 1) as decided,
      (select i.id from public.punch_items i limit 1) as point,
      (select k.id from public.warranty_claims k where k.project_id = p.id) as claim,
      (select r.id from public.change_requests r limit 1) as change,
      (select n.id from public.dependency_requests n where n.project_id = p.id order by n.put_at limit 1) as need
    from public.projects p where p.code = 'HT-2601'`
  const {
    project,
    undecided,
    certificate,
    invoice,
    round,
    testCase,
    defect,
    decided,
    point,
    claim,
    change,
    need,
  } = story!
  const own = (pattern: (id: string) => string, id: string): Example => ({
    at: pattern(id),
    absent: pattern(nobodys),
    stranger: 'sign-in',
    status: 200,
  })
  return {
    '/': { at: '/', stranger: 'sign-in', status: 200 },
    '/healthcheck': { at: '/healthcheck', stranger: 'open', status: 200 },
    '/sign-in': { at: '/sign-in', stranger: 'open', status: 302 },
    '/sign-in/link/:token': { at: '/sign-in/link/never-made', stranger: 'open', status: 200 },
    '/invitation/:token': { at: '/invitation/never-made', stranger: 'open', status: 200 },
    '/sign-out': { at: '/sign-out', stranger: 'open', status: 302 },
    '/calendar/:file': { at: `/calendar/${'A'.repeat(43)}.ics`, stranger: 'open', status: 404 },
    '/settings': { at: '/settings', stranger: 'sign-in', status: 200 },
    '/settings/calendar': { at: '/settings/calendar', stranger: 'sign-in', status: 200 },
    '/settings/calendar/removal': { at: '/settings/calendar/removal', stranger: 'sign-in', status: 200 },
    '/projects/:projectId': own((id) => `/projects/${id}`, project),
    '/projects/:projectId/deliverables': own((id) => `/projects/${id}/deliverables`, project),
    '/projects/:projectId/criteria': own((id) => `/projects/${id}/criteria`, project),
    '/projects/:projectId/tests': own((id) => `/projects/${id}/tests`, project),
    '/tests/:roundId/:caseId': own((id) => `/tests/${id}/${testCase}`, round),
    '/defects/:defectId/:position': own((id) => `/defects/${id}/1`, defect),
    '/projects/:projectId/warranty': own((id) => `/projects/${id}/warranty`, project),
    '/projects/:projectId/needs': own((id) => `/projects/${id}/needs`, project),
    '/needs/:requestId': own((id) => `/needs/${id}`, need),
    // Nobody of the story attached a file to an answer.
    '/needs/files/:answerId': { at: `/needs/files/${nobodys}`, stranger: 'sign-in', status: 404 },
    '/claims/:claimId/closure': own((id) => `/claims/${id}/closure`, claim),
    // The story's only claim has no file.
    '/claims/:claimId/:position': { at: `/claims/${claim}/1`, stranger: 'sign-in', status: 404 },
    '/projects/:projectId/changes': own((id) => `/projects/${id}/changes`, project),
    // Another customer's: Grace's project has none.
    '/changes/:changeId': { at: `/changes/${change}`, stranger: 'sign-in', status: 404 },
    // Nobody of the story signed with an outside service.
    '/envelopes/:decisionId/:part': {
      at: `/envelopes/${nobodys}/document`,
      stranger: 'sign-in',
      status: 404,
    },
    '/projects/:projectId/payments': own((id) => `/projects/${id}/payments`, project),
    '/projects/:projectId/publications/:number': own((id) => `/projects/${id}/publications/1`, project),
    '/submissions/:submissionId': own((id) => `/submissions/${id}`, undecided),
    '/submissions/:submissionId/more-time': own((id) => `/submissions/${id}/more-time`, undecided),
    '/submissions/:submissionId/withdrawal': own((id) => `/submissions/${id}/withdrawal`, decided),
    '/submissions/:submissionId/correction': own((id) => `/submissions/${id}/correction`, decided),
    '/projects/:projectId/delegation': own((id) => `/projects/${id}/delegation`, project),
    // The story's only point is another customer's, and nobody delegated: not there for Grace.
    '/punch-items/:itemId/closure': { at: `/punch-items/${point}/closure`, stranger: 'sign-in', status: 404 },
    '/delegations/:delegationId/revocation': {
      at: `/delegations/${nobodys}/revocation`,
      stranger: 'sign-in',
      status: 404,
    },
    '/submissions/:submissionId/decision': own((id) => `/submissions/${id}/decision`, undecided),
    '/files/:submissionId/:position': own((id) => `/files/${id}/1`, undecided),
    '/certificates/:certificateId': own((id) => `/certificates/${id}`, certificate),
    '/certificates/:certificateId/evidence': own((id) => `/certificates/${id}/evidence`, certificate),
    '/projects/:projectId/evidence': own((id) => `/projects/${id}/evidence`, project),
    '/verify': { at: '/verify', stranger: 'open', status: 200 },
    '/invoices/:invoiceId/pdf': own((id) => `/invoices/${id}/pdf`, invoice),
    '/invoices/:invoiceId/ubl': own((id) => `/invoices/${id}/ubl`, invoice),
    '/invoices/:invoiceId/cii': own((id) => `/invoices/${id}/cii`, invoice),
    '/*': { at: '/nothing-lives-here', stranger: 'open', status: 404 },
  }
}

/** A decision with every field as the form would send it. */
async function wholeDecision(submissionId: string, typedName: string): Promise<Fields> {
  const [submission] = await sql<{ criteria: { id: string }[] }[]>`
    select criteria from public.submissions where id = ${submissionId}`
  const results = submission!.criteria.flatMap(({ id }, index) => [
    [`results.${index}.criterionId`, id],
    [`results.${index}.result`, 'met'],
    [`results.${index}.comment`, ''],
  ])
  const signature = { outcome: 'accepted', language: 'en', typedName, password: castPassword }
  return { ...Object.fromEntries(results), ...signature }
}

let examples: Record<string, Example>
let decisionAt: string
let decision: Fields
let grace: Visitor
let daniel: Visitor
let lena: Visitor
let katrin: Visitor
const stranger = () => visitorOf(product.origins.portal)

beforeAll(async () => {
  await untilIdle(sql)
  examples = await examplesOfPortal()
  decisionAt = examples['/submissions/:submissionId/decision']!.at
  decision = await wholeDecision(decisionAt.split('/')[2]!, contactCast.grace.name)
  const visits = ['grace', 'daniel', 'lena', 'katrin'] as const
  ;[grace, daniel, lena, katrin] = (await Promise.all(
    visits.map((who) => contactVisits(product, sql, who)),
  )) as [Visitor, Visitor, Visitor, Visitor]
})
afterAll(() => sql.end())

test('every route of the portal has an example here', () => {
  expect(routes.map(({ pattern }) => pattern).filter((pattern) => !examples[pattern])).toEqual([])
  expect(Object.keys(examples).filter((known) => !routes.some(({ pattern }) => pattern === known))).toEqual(
    [],
  )
})

describe.each(routes.filter(({ hasLoader }) => hasLoader))('$pattern', ({ pattern, id, isResource }) => {
  const variants = ({ at }: { at: string }) =>
    isResource ? [at] : [at, `${at}?_data=${encodeURIComponent(id)}`]

  test('asks a stranger to sign in first, unless it is a door', async () => {
    const example = examples[pattern]!
    for (const at of variants(example)) {
      const answer = await stranger().get(at)
      const sentTo = answer.headers.location ?? answer.headers['x-remix-redirect']
      if (example.stranger === 'sign-in') {
        expect([302, 204], at).toContain(answer.status)
        expect(sentTo, at).toMatch(/^\/sign-in(\?next=|$)/)
        expect(answer.text, at).toBe('')
      } else expect(String(sentTo), at).not.toContain('/sign-in?next=')
    }
  })

  test('is there for the people of its customer, a viewer as well', async () => {
    const example = examples[pattern]!
    for (const who of [grace, daniel, lena]) {
      expect((await who.get(example.at)).status, `${who.name} at ${example.at}`).toBe(example.status)
    }
  })

  test('is, for another customer, the page of an id that nobody has', async () => {
    const { at, absent } = examples[pattern]!
    if (!absent) return
    const [asked, askedAbsent] = [variants({ at }), variants({ at: absent })]
    for (const [index, own] of asked.entries()) {
      const [others, nobodys] = [await katrin.get(own), await katrin.get(askedAbsent[index]!)]
      expect(others.status, own).toBe(404)
      expect(nobodys.status, own).toBe(404)
      const ids = (path: string) =>
        path
          .split('?')[0]!
          .split('/')
          .filter((part) => part.length === 36)
      expect(comparable(others.text, ids(own))).toBe(comparable(nobodys.text, ids(absent)))
    }
  })
})

describe('the doors', () => {
  test('do not give loader data of another route to an address that is open', async () => {
    for (const { id } of routes.filter(({ pattern }) => examples[pattern]?.absent)) {
      const answer = await stranger().get(`/sign-in?_data=${encodeURIComponent(id)}`)
      expect(answer.status, id).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('a decision on the portal', () => {
  const at = (variant: string) =>
    variant === 'document' ? decisionAt : `${decisionAt}?_data=${encodeURIComponent('routes/decision/route')}`

  test.each(['document', 'data'])(
    'is taken from nobody but a signatory with the authority (%s)',
    async (variant) => {
      await withPassword('lena', async () => {
        const before = await whatIsKept(sql)
        const nobody = await stranger().post(at(variant), decision)
        expect(nobody.headers.location ?? nobody.headers['x-remix-redirect']).toBe('/sign-in')
        expect((await katrin.post(at(variant), decision)).status, 'another customer').toBe(404)

        const viewer = await lena.post(at(variant), { ...decision, typedName: contactCast.lena.name })
        expect(viewer.status, 'a viewer').toBe(409)
        const beyond = await daniel.post(at(variant), { ...decision, typedName: contactCast.daniel.name })
        expect(beyond.status, 'beyond the authority').toBe(409)
        expect(beyond.text).toContain('above what you may sign for')
        const guessed = await grace.post(at(variant), { ...decision, password: 'not the password of hers' })
        expect(guessed.status, 'without the password').toBe(422)
        expect(await whatIsKept(sql)).toEqual(before)
      })
    },
  )

  test('comes as far as its form for the signatory', async () => {
    const answer = await grace.post(at('document'), { ...decision, typedName: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('data-error-summary')
  })
})

test('an address without an action takes nothing', async () => {
  const before = await whatIsKept(sql)
  for (const { pattern } of routes.filter(({ hasAction, hasLoader }) => hasLoader && !hasAction)) {
    for (const who of [stranger(), katrin, grace]) {
      const answer = await who.post(examples[pattern]!.at, { name: 'x' })
      expect([302, 404, 405], `${who.name} at ${pattern}`).toContain(answer.status)
    }
  }
  expect(await whatIsKept(sql)).toEqual(before)
})

/** Lena has not opened her invitation; for the wall she has a password, and afterwards none again. */
async function withPassword(who: 'lena', work: () => Promise<void>): Promise<void> {
  const [contact] = await sql<{ id: string }[]>`
    select id from public.contacts where email = ${contactCast[who].email}`
  const { salt, memoryKib, passes, proofSha256 } = await storedPassword(castPassword)
  await sql`
    insert into public.contact_credentials (contact_id, salt, memory_kib, passes, proof_sha256)
    values (${contact!.id}, ${salt}, ${memoryKib}, ${passes}, ${proofSha256})`
  try {
    await work()
  } finally {
    await sql`delete from public.contact_credentials where contact_id = ${contact!.id}`
  }
}
