import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invoiceNumber, invoiceState, whyNotAPayment, whyNotInvoiceable, type BillingState } from './billing'

const milestone = (state: BillingState, projectId = 'p') => ({ projectId, state })

describe('an invoice', () => {
  test('bills billable milestones of one project', () => {
    expect(whyNotInvoiceable([milestone('billable'), milestone('billable')])).toBeNull()
    expect(whyNotInvoiceable([])).toBe('nothing-chosen')
    expect(whyNotInvoiceable([milestone('billable'), milestone('billable', 'q')])).toBe('several-projects')
  })

  test('is refused when one of them is not released, or was billed', () => {
    expect(whyNotInvoiceable([milestone('billable'), milestone('not-yet')])).toBe('not-billable')
    for (const state of ['invoiced', 'paid'] as const)
      expect(whyNotInvoiceable([milestone('billable'), milestone(state)])).toBe('already-invoiced')
  })

  test('is possible exactly when every milestone is billable and of the same project', () => {
    const milestones = fc.array(
      fc.record({
        projectId: fc.constantFrom('p', 'q'),
        state: fc.constantFrom<BillingState>('not-yet', 'billable', 'invoiced', 'paid'),
      }),
    )
    fc.assert(
      fc.property(milestones, (chosen) => {
        const isPossible =
          chosen.length > 0 &&
          chosen.every(({ state, projectId }) => state === 'billable' && projectId === chosen[0]!.projectId)
        expect(whyNotInvoiceable(chosen) === null).toBe(isPossible)
      }),
    )
  })

  test('has a number that sorts as it was given and says its series', () => {
    expect(invoiceNumber('2026', 17)).toBe('2026-00017')
    expect(invoiceNumber('2026', 100_000)).toBe('2026-100000')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_998 }), (sequence) => {
        expect(invoiceNumber('2026', sequence) < invoiceNumber('2026', sequence + 1)).toBe(true)
      }),
    )
  })
})

describe('a payment', () => {
  test('is more than nothing and at most what is open', () => {
    const pays = (amountMinor: bigint) => whyNotAPayment({ amountMinor }, { openMinor: 100n })
    expect(pays(100n)).toBeNull()
    expect(pays(101n)).toEqual({ why: 'above-open', openMinor: 100n })
    for (const nothing of [0n, -1n]) expect(pays(nothing)).toEqual({ why: 'not-positive' })
  })

  test('leaves nothing open below zero, however many there are', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 1000n }),
        fc.array(fc.bigInt({ min: -10n, max: 500n })),
        (grossMinor, amounts) => {
          let paidMinor = 0n
          for (const amountMinor of amounts)
            if (whyNotAPayment({ amountMinor }, { openMinor: grossMinor - paidMinor }) === null)
              paidMinor += amountMinor
          expect(paidMinor >= 0n && paidMinor <= grossMinor).toBe(true)
        },
      ),
    )
  })
})

describe('an invoice’s state', () => {
  const invoice = (paidMinor: bigint) => ({ dueOn: '2026-05-04' as const, grossMinor: 119n, paidMinor })

  test('is overdue from the day after its due day, until all has come in', () => {
    expect(invoiceState(invoice(118n), '2026-05-04')).toBe('open')
    expect(invoiceState(invoice(118n), '2026-05-05')).toBe('overdue')
    expect(invoiceState(invoice(119n), '2026-05-05')).toBe('paid')
  })
})
