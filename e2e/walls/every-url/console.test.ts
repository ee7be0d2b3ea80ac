import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import table from '../../../apps/console/app/routes'
import { multipart } from '../ask'
import { untilIdle, whatIsKept } from '../kept'
import { routesOf, type Route } from '../route-table'
import { comparable } from '../same-bytes'
import { administrator, consoleCookie, staffToken, staffVisits, visitorOf, type Visitor } from '../visitors'
import { deliverers, everybody, examplesOfConsole, type Example, type Who } from './console-examples'

const product = inject('product')
const sql = administrator(product.adminUrl)
const routes = routesOf('console', table)
const stranger = () => visitorOf(product.origins.console)

let examples: Record<string, Example>
const staff = new Map<Who, Visitor>()

beforeAll(async () => {
  await untilIdle(sql)
  examples = await examplesOfConsole(sql)
  await sql`
    insert into public.staff (name, email, role, job_role, locale, time_zone) values
      ('Petra of the walls', 'petra@walls.example', 'program_manager', 'program manager', 'en', 'Europe/Berlin'),
      ('Alan of the walls', 'alan@walls.example', 'account_manager', 'account manager', 'en', 'Europe/Berlin')`
  for (const who of everybody) staff.set(who, await visitorNamed(who))
})
afterAll(async () => {
  await sql`delete from public.staff where email like '%@walls.example'`
  await sql.end()
})

async function visitorNamed(who: Who): Promise<Visitor> {
  if (who !== 'petra' && who !== 'alan') return staffVisits(product, sql, who)
  const [member] = await sql<
    { id: string }[]
  >`select id from public.staff where email = ${`${who}@walls.example`}`
  return visitorOf(product.origins.console, who, `${consoleCookie}=${await staffToken(sql, member!.id)}`)
}

test('every route of the console has an example here', () => {
  expect(routes.map(({ pattern }) => pattern).filter((pattern) => !examples[pattern])).toEqual([])
  expect(Object.keys(examples).filter((known) => !routes.some(({ pattern }) => pattern === known))).toEqual(
    [],
  )
})

const variantsOf = ({ id, isResource, isIndex }: Route, at: string) => {
  const query = `${isIndex ? 'index&' : ''}_data=${encodeURIComponent(id)}`
  return isResource ? [at] : [at, `${at}${at.includes('?') ? '&' : '?'}${query}`]
}
const mayOpen = ({ opens }: Example, who: Who) =>
  opens === 'everybody' || opens === 'strangers' || opens.includes(who)

/** What a person typed as an id stands in the page again. */
const idsIn = (path: string) =>
  path.split(/[/?&]/).filter((part) => /^[0-9a-f-]{36}$|^[0-9a-f]{64}$/.test(part))

describe.each(routes.filter(({ hasLoader }) => hasLoader))('$id', (route) => {
  test('asks a stranger to sign in first, unless it is a door', async () => {
    const example = examples[route.pattern]!
    for (const at of variantsOf(route, example.at)) {
      const { status, headers, text } = await stranger().get(at)
      const sentTo = String(headers.location ?? headers['x-remix-redirect'])
      if (example.opens === 'strangers') {
        expect(sentTo, at).not.toContain('/sign-in?next=')
        continue
      }
      expect([302, 204], at).toContain(status)
      expect(sentTo, at).toMatch(/^\/sign-in(\?next=|$)/)
      expect(text, at).toBe('')
    }
  })

  test('opens to whom it is for, and is to everybody else a page that is not there', async () => {
    const example = examples[route.pattern]!
    const [page, data] = variantsOf(route, example.at)
    for (const who of everybody) {
      const visitor = staff.get(who)!
      const expected = mayOpen(example, who) ? (example.status ?? 200) : 404
      const isDoor = route.pattern === '/sign-in'
      expect((await visitor.get(page!)).status, `${who} at ${page}`).toBe(isDoor ? 302 : expected)
      if (!data || isDoor || isLayout(route)) continue
      const { status, text } = await visitor.get(data)
      const framed = route.id === projectFrame && inFrame.includes(who) ? 200 : expected
      expect(status, `${who} at ${data}`).toBe(framed)
      if (framed === 404) expect(text, `${who} at ${data}`).toMatch(/^(Not Found)?$/)
    }
  })

  test('is, to who may not see it, the page of an id that nobody has', async () => {
    const { at, absent, ...example } = examples[route.pattern]!
    if (!absent) return
    // Who has a page of the project is shown its frame around the page that is not there.
    const isInFrame = (who: Who) => at.startsWith('/projects/') && inFrame.includes(who)
    for (const who of everybody.filter((each) => !mayOpen({ at, ...example }, each) && !isInFrame(each))) {
      const visitor = staff.get(who)!
      for (const [index, own] of variantsOf(route, at).entries()) {
        const [others, nobodys] = [
          await visitor.get(own),
          await visitor.get(variantsOf(route, absent)[index]!),
        ]
        expect([others.status, nobodys.status], `${who} at ${own}`).toEqual([404, 404])
        expect(comparable(others.text, idsIn(own))).toBe(comparable(nobodys.text, idsIn(absent)))
      }
    }
  })
})

/** Finance has a page of a project (what was earned and spent), an executive another one (when it will end). */
const inFrame: Who[] = [...deliverers, 'priya', 'ewan']
const projectFrame = 'routes/project/route'

/** The frame around the staff's pages is everybody's. */
function isLayout({ id }: Route): boolean {
  return id === 'routes/staff/route'
}

test('a team member finds nothing of a project that is not the team’s', async () => {
  const [other] = await sql<{ id: string }[]>`select id from public.projects where code = 'GI-2603'`
  const [own] = await sql<{ id: string }[]>`select id from public.projects where code = 'HT-2601'`
  for (const route of routes.filter(
    ({ pattern, hasLoader }) => hasLoader && pattern.startsWith('/projects/:'),
  )) {
    for (const at of variantsOf(route, examples[route.pattern]!.at.replace(own!.id, other!.id)))
      expect((await staff.get('tomas')!.get(at)).status, at).toBe(404)
  }
})

describe.each(
  routes.filter(({ pattern, hasAction }) => hasAction && !/^\/(sign|invitation|\*)/.test(pattern)),
)('what is sent to $id', (route) => {
  test('is taken from nobody but whom it is for, and leaves nothing behind', async () => {
    const { at, absent, takes } = examples[route.pattern]!
    expect(takes, `${route.pattern} has an action and no example of its form`).toBeDefined()
    const before = await whatIsKept(sql)
    const body = multipart(takes!.form, takes!.files ?? [])
    for (const [index, way] of variantsOf(route, at).entries()) {
      const { status, headers } = await stranger().send(way, body)
      expect([302, 204], `a stranger at ${way}`).toContain(status)
      expect(headers.location ?? headers['x-remix-redirect'], `a stranger at ${way}`).toBe('/sign-in')
      for (const who of everybody.filter((each) => !takes!.from.includes(each))) {
        const answer = await staff.get(who)!.send(way, body)
        if (answer.status === 404) continue
        // The right role and somebody else's project: what an id that nobody has would be told, no more.
        const nobodys = await staff.get(who)!.send(variantsOf(route, absent ?? '/none')[index]!, body)
        expect([409, 422], `${who} at ${way}`).toContain(answer.status)
        expect([answer.status, comparable(answer.text, idsIn(at))], `${who} at ${way}`).toEqual([
          nobodys.status,
          comparable(nobodys.text, idsIn(absent ?? '')),
        ])
      }
    }
    expect(await whatIsKept(sql)).toEqual(before)
  })

  test('comes as far as the form from whom it is for', async () => {
    const { at, takes } = examples[route.pattern]!
    for (const who of takes!.from) {
      const { status } = await staff.get(who)!.post(at, { 'no-such-field': 'administrator' })
      expect([409, 422], `${who} at ${at}`).toContain(status)
    }
  })
})

test('an address without an action takes nothing', async () => {
  const before = await whatIsKept(sql)
  for (const { pattern } of routes.filter(({ hasAction, hasLoader }) => hasLoader && !hasAction)) {
    for (const who of [stranger(), staff.get('mara')!, staff.get('ines')!]) {
      const answer = await who.post(examples[pattern]!.at, { name: 'x' })
      expect([302, 404, 405, 409, 422], `${who.name} at ${pattern}`).toContain(answer.status)
    }
  }
  expect(await whatIsKept(sql)).toEqual(before)
})
