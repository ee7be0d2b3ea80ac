import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accountsFrom,
  balancesOf,
  defaultAccounts,
  sidesOf,
  whyNotAccounts,
  type JournalKind,
} from './journal'

const kinds: JournalKind[] = [
  'labour',
  'expense',
  'vendor',
  'revenue',
  'invoice',
  'invoice-tax',
  'payment',
  'write-off',
]
const booking = fc.tuple(fc.constantFrom(...kinds), fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }))
const sumOf = (bookings: [JournalKind, bigint][], ...of: JournalKind[]) =>
  bookings.filter(([kind]) => of.includes(kind)).reduce((sum, [, minor]) => sum + minor, 0n)

describe('the journal', () => {
  test('balances, whatever is booked', () => {
    fc.assert(
      fc.property(fc.array(booking), (bookings) => {
        const entries = bookings.flatMap(([kind, minor]) => sidesOf(kind, minor, defaultAccounts) ?? [])
        expect(entries.every(({ amountMinor }) => amountMinor > 0n)).toBe(true)
        const balances = balancesOf(entries)
        expect([...balances.values()].reduce((sum, each) => sum + each, 0n)).toBe(0n)
        const balance = (account: string) => balances.get(account) ?? 0n
        // What was recognised and not invoiced, or the other way round, stands on the contract's account.
        expect(balance(defaultAccounts.contract)).toBe(
          sumOf(bookings, 'revenue') - sumOf(bookings, 'invoice'),
        )
        expect(balance(defaultAccounts.receivable)).toBe(
          sumOf(bookings, 'invoice', 'invoice-tax') - sumOf(bookings, 'payment', 'write-off'),
        )
      }),
    )
  })

  test('books a credit note the other way round, and nothing for nothing', () => {
    expect(sidesOf('invoice', -500n, defaultAccounts)).toEqual({
      debitAccount: defaultAccounts.contract,
      creditAccount: defaultAccounts.receivable,
      amountMinor: 500n,
    })
    expect(sidesOf('invoice', 0n, defaultAccounts)).toBeNull()
  })
})

describe('accounts', () => {
  test('are numbers, and two that face each other differ', () => {
    expect(whyNotAccounts(defaultAccounts)).toBeNull()
    expect(whyNotAccounts({ ...defaultAccounts, bank: 'bank' })).toEqual({ why: 'not-a-number', use: 'bank' })
    expect(whyNotAccounts({ ...defaultAccounts, bank: defaultAccounts.receivable })).toEqual({
      why: 'one-account',
      use: 'receivable',
    })
  })

  test('are the defaults where nobody chose', () => {
    expect(accountsFrom({})).toEqual(defaultAccounts)
    expect(accountsFrom({ bank: '1810', other: '1' })).toEqual({ ...defaultAccounts, bank: '1810' })
  })
})
