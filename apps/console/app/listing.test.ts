import { describe, expect, test } from 'vitest'
import { chosenFilter, listingOf, pageWithin, searchTerm } from './listing'

const columns = { number: [], due: [] }
const first = { column: 'number', descending: true } as const
const at = (search: string) => new URL(`http://console.example/invoices${search}`)

describe('the address of a list', () => {
  test.each([
    ['', { column: 'number', descending: true, page: 1 }],
    ['?sort=due', { column: 'due', descending: false, page: 1 }],
    ['?sort=-due&page=3', { column: 'due', descending: true, page: 3 }],
    ['?sort=--due', { column: 'number', descending: true, page: 1 }],
    ['?sort=due;drop table invoices', { column: 'number', descending: true, page: 1 }],
    ['?sort=__proto__', { column: 'number', descending: true, page: 1 }],
    ['?sort=-constructor', { column: 'number', descending: true, page: 1 }],
    ['?page=0', { column: 'number', descending: true, page: 1 }],
    ['?page=-2', { column: 'number', descending: true, page: 1 }],
    ['?page=1e9', { column: 'number', descending: true, page: 1 }],
  ])('%s is read as %j', (search, listing) => {
    expect(listingOf(at(search), columns, first)).toEqual(listing)
  })

  test('ends at the last page', () => {
    expect([pageWithin(9, 51), pageWithin(1, 0), pageWithin(2, 100)]).toEqual([2, 1, 2])
  })

  test('gives a search of one line and bounded length', () => {
    expect(searchTerm(at('?q=%00%0A%20harbour%20'))).toBe('harbour')
    expect(searchTerm(at(`?q=${'x'.repeat(10_000)}`))).toHaveLength(100)
  })

  test('filters by what is offered and nothing else', () => {
    expect(chosenFilter(at('?state=paid'), 'state', ['paid', 'open'])).toBe('paid')
    expect(chosenFilter(at('?state=admin'), 'state', ['paid', 'open'])).toBeNull()
  })
})
