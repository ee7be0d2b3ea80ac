import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expenseState, isTaxOf, whyNotApprovable, whyNotSubmittable } from './expense'

const policy = { limitMinor: 10_000n, receiptFromMinor: 2_500n }
const spent = (grossMinor: bigint, more = {}) => ({
  grossMinor,
  taxMinor: 0n,
  hasReceipt: true,
  overLimitReason: '',
  ...more,
})

describe('handing an expense in', () => {
  test('wants a receipt from an amount on', () => {
    expect(whyNotSubmittable(spent(2_499n, { hasReceipt: false }), policy)).toBeNull()
    expect(whyNotSubmittable(spent(2_500n, { hasReceipt: false }), policy)).toBe('receipt-wanted')
  })

  test('wants a reason above the limit, and not at it', () => {
    expect(whyNotSubmittable(spent(10_000n), policy)).toBeNull()
    expect(whyNotSubmittable(spent(10_001n), policy)).toBe('reason-wanted')
    expect(whyNotSubmittable(spent(10_001n, { overLimitReason: 'The last room.' }), policy)).toBeNull()
  })

  test('wants nothing where nobody set a policy, but a tax that is a part of what was paid', () => {
    expect(whyNotSubmittable(spent(9_999_999n, { hasReceipt: false }), null)).toBeNull()
    expect(whyNotSubmittable(spent(100n, { taxMinor: 100n }), null)).toBe('tax-is-not-a-part')
  })

  test('leaves a net above nothing, whatever the amounts', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 14n), fc.bigInt(-5n, 10n ** 14n), (grossMinor, taxMinor) => {
        if (isTaxOf({ grossMinor, taxMinor })) expect(grossMinor - taxMinor > 0n).toBe(true)
      }),
    )
  })
})

describe('approving an expense', () => {
  const waiting = { state: 'submitted' as const, staffId: 'tomas', costMinor: 1n }
  test('is for somebody else than its author, once it is handed in and priced', () => {
    expect(whyNotApprovable(waiting, 'mara')).toBeNull()
    expect(whyNotApprovable(waiting, 'tomas')).toBe('own-expense')
    expect(whyNotApprovable({ ...waiting, costMinor: null }, 'mara')).toBe('no-exchange-rate')
    for (const state of ['draft', 'sent-back', 'approved'] as const)
      expect(whyNotApprovable({ ...waiting, state }, 'mara')).toBe('not-submitted')
  })
})

describe('the state of an expense', () => {
  test('follows from what was done with it', () => {
    expect(expenseState({ submittedAt: null, approvedAt: null, wasSentBack: false })).toBe('draft')
    expect(expenseState({ submittedAt: null, approvedAt: null, wasSentBack: true })).toBe('sent-back')
    expect(expenseState({ submittedAt: new Date(0), approvedAt: null, wasSentBack: true })).toBe('submitted')
    expect(expenseState({ submittedAt: new Date(0), approvedAt: new Date(0), wasSentBack: false })).toBe(
      'approved',
    )
  })
})
