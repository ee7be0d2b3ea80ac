import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRunningProduct, type RunningProduct } from '../src/running-product'
import { tellAnotherProject } from './another-project'
import { crawlPortal } from './crawl'
import { untilIdle } from './kept'
import { administrator, contactVisits } from './visitors'

// A product of its own: what is told here stays in the books, and journeys read the books.
let product: RunningProduct
beforeAll(async () => void (product = await startRunningProduct()))
afterAll(() => product.stop())

describe('every page of one customer', () => {
  let without: Map<string, string>
  let again: Map<string, string>
  let withMore: Map<string, string>

  beforeAll(async () => {
    const sql = administrator(product.adminUrl)
    await untilIdle(sql)
    const grace = await contactVisits(product, sql, 'grace')
    without = await crawlPortal(grace)
    again = await crawlPortal(grace)
    const now = new Date()
    await tellAnotherProject(product, 'SL-2699', now)
    await untilIdle(sql)
    withMore = await crawlPortal(grace)
    await sql.end()
  })

  test('is found by following links: pages, files and what scripts would load', () => {
    const addresses = [...without.keys()]
    const pages = [
      '/projects/',
      '/submissions/',
      '/files/',
      '/certificates/',
      '/invoices/',
      '/publications/',
      '/payments',
    ]
    for (const each of pages)
      expect(
        addresses.some((address) => address.includes(each)),
        each,
      ).toBe(true)
    expect(addresses.filter((address) => address.includes('_data=')).length).toBeGreaterThan(10)
    const statuses = addresses
      .filter((each) => !each.includes('_data='))
      .map((each) => without.get(each)!.split('\n')[0])
    expect(new Set(statuses)).toEqual(new Set(['200']))
  })

  test('is the same when asked for again, so that what differs would be another customer’s', () => {
    expect([...again.keys()]).toEqual([...without.keys()])
    for (const [address, answer] of without) expect(again.get(address), address).toBe(answer)
  })

  test('is byte for byte the same when another customer has more: project, decisions, publication, invoice', () => {
    expect([...withMore.keys()]).toEqual([...without.keys()])
    for (const [address, answer] of without) {
      // A pack carries the checkpoints that were taken by then, and one is taken after anybody's certificate. That it
      // names nobody else is looked at below.
      if (address.endsWith('/evidence')) continue
      expect(withMore.get(address), address).toBe(answer)
    }
  })

  test('never names the other customer or one of its people', () => {
    for (const [address, answer] of withMore) {
      expect(answer, address).not.toMatch(/Stadtwerke|Lindau|Katrin|Sommer|SL-\d|Halden Group|Samuel|GI-2603/)
    }
  })
})
