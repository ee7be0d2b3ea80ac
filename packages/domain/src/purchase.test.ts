import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { committedMinor, openToInvoiceMinor, orderState, vendorInvoiceState } from './purchase'

const sums = (orderedMinor: bigint, receivedMinor: bigint, invoicedMinor: bigint) => ({
  orderedMinor,
  receivedMinor,
  invoicedMinor,
})

describe('an order', () => {
  test('is what came and was invoiced of it', () => {
    expect(orderState(sums(100n, 0n, 0n), false)).toBe('ordered')
    expect(orderState(sums(100n, 40n, 40n), false)).toBe('partly-received')
    expect(orderState(sums(100n, 100n, 40n), false)).toBe('received')
    expect(orderState(sums(100n, 100n, 100n), true)).toBe('invoiced')
    expect(orderState(sums(100n, 40n, 40n), true)).toBe('closed')
  })

  test('commits us to what is not invoiced, and once it is closed to what came', () => {
    expect(committedMinor(sums(100n, 40n, 30n), false)).toBe(70n)
    expect(committedMinor(sums(100n, 40n, 30n), true)).toBe(10n)
  })

  test('matched three ways never commits to less than nothing', () => {
    const three = fc.array(fc.bigInt(0n, 10n ** 14n), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(three, fc.boolean(), (amounts, isClosed) => {
        const [invoiced, received, ordered] = amounts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        const matched = sums(ordered!, received!, invoiced!)
        expect(committedMinor(matched, isClosed) >= openToInvoiceMinor(matched)).toBe(true)
        expect(openToInvoiceMinor(matched) >= 0n).toBe(true)
      }),
    )
  })
})

describe('a vendor’s invoice', () => {
  test('waits, is approved, is paid', () => {
    expect(vendorInvoiceState({ approvedAt: null, paidOn: null })).toBe('waiting')
    expect(vendorInvoiceState({ approvedAt: new Date(0), paidOn: null })).toBe('approved')
    expect(vendorInvoiceState({ approvedAt: new Date(0), paidOn: '2026-01-01' })).toBe('paid')
  })
})
