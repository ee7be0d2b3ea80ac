import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import table from '../../apps/portal/app/routes'
import { untilIdle } from './kept'
import { routesOf } from './route-table'
import { shippedBy } from './shipped-scripts'
import { listenToPostgres, transactionsIn } from './statements'
import { administrator, contactVisits, type Visitor } from './visitors'

const product = inject('product')
const sql = administrator(product.adminUrl)
const mostScriptBytes = 90_000
// The page on which people sign runs the most.
const mostScriptBytesOfAnyPage = 100_000
const mostQueries = 4

type Page = {
  address: string
  bytes: number
  stylesheets: number
  transactions: string[][]
  outside: string[]
}

let postgres: Awaited<ReturnType<typeof listenToPostgres>>
let grace: Visitor
const pages: Page[] = []

beforeAll(async () => {
  await untilIdle(sql)
  grace = await contactVisits(product, sql, 'grace')
  postgres = await listenToPostgres(sql, product.home)
  for (const address of await addressesOfPages()) {
    // The first request of a process prepares its statements; what is counted is an ordinary one.
    await grace.get(address)
    let html = ''
    const heard = await postgres.listen(async () => void (html = (await grace.get(address)).text))
    const { bytes, stylesheets } = await shippedBy(product.origins.portal, html)
    const own = heard.filter(({ by }) => by === 'portal_app')
    pages.push({ address, bytes, stylesheets: stylesheets.length, ...transactionsIn(own) })
  }
})
afterAll(async () => {
  await postgres.stop()
  await sql.end()
  console.log(`\n${tableOf(pages)}\n`)
})

async function addressesOfPages(): Promise<string[]> {
  const [ids] = await sql<{ projectId: string; submissionId: string; signed: string }[]>`
    select p.id as "projectId",
      (select s.id from public.submissions s left join public.decisions d on d.submission_id = s.id
        where s.project_id = p.id and d.id is null) as "submissionId",
      (select d.submission_id from public.decisions d where d.project_id = p.id and d.outcome = 'accepted' limit 1) as signed
    from public.projects p where p.code = 'HT-2601'`
  const known: Record<string, string> = { ...ids, number: '1' }
  const patterns = routesOf('portal', table)
    .filter(
      ({ isResource, hasLoader, pattern }) =>
        hasLoader && !isResource && !/sign-in|invitation|\*/.test(pattern),
    )
    .map(({ pattern }) => pattern.replace(/:(\w+)/g, (_, name: string) => known[name] ?? name))
  return [...patterns, `/submissions/${ids!.signed}`]
}

describe('the first view of a project', () => {
  const view = () => pages.find(({ address }) => /^\/projects\/[0-9a-f-]{36}$/.test(address))!

  test('ships at most 90 KB of compressed JavaScript, with all that it imports', () => {
    expect(view().bytes).toBeLessThanOrEqual(mostScriptBytes)
  })

  test('ships one stylesheet', () => {
    expect(view().stylesheets).toBe(1)
  })

  test('asks the database in one transaction with at most four queries', () => {
    expect(view().transactions).toHaveLength(1)
    expect(view().transactions[0]!.length).toBeLessThanOrEqual(mostQueries)
  })

  test('asks nothing else but whose session it is', () => {
    expect(view().outside.filter((text) => !text.includes('app.contact_session('))).toEqual([])
    expect(view().outside.length).toBeLessThanOrEqual(1)
  })
})

describe('every page of the portal', () => {
  test('stays below 100 KB of compressed JavaScript and one stylesheet', () => {
    for (const { address, bytes, stylesheets } of pages) {
      expect(bytes, address).toBeLessThanOrEqual(mostScriptBytesOfAnyPage)
      expect(stylesheets, address).toBe(1)
    }
  })

  test('reads in one transaction at most', () => {
    for (const { address, transactions } of pages) expect(transactions.length, address).toBeLessThanOrEqual(1)
  })
})

function tableOf(rows: Page[]): string {
  const head = ['page', 'transactions', 'queries inside', 'outside', 'script bytes']
  const lines = rows.map(({ address, transactions, outside, bytes }) => [
    address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id'),
    String(transactions.length),
    transactions.map((each) => each.length).join(' + '),
    String(outside.length),
    String(bytes),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]!.length)))
  return [head, ...lines]
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column]!)).join('  '))
    .join('\n')
}
