import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { releasedBy, whyNotAContract, whyNotRevisable } from './contract'
import { sumMinor } from './money'

const milestone = (amountMinor: bigint, by = ['design']) => ({
  name: 'Design accepted',
  amountMinor,
  releasedBy: by,
})

describe('a contract', () => {
  test('is one when its milestones sum to its value', () => {
    expect(whyNotAContract({ valueMinor: 300n, milestones: [milestone(100n), milestone(200n)] })).toBeNull()
  })

  test('says by how much the schedule is too much or too little', () => {
    const differs = (valueMinor: bigint) =>
      whyNotAContract({ valueMinor, milestones: [milestone(100n), milestone(200n)] })
    expect(differs(299n)).toEqual({ why: 'does-not-sum', differenceMinor: 1n })
    expect(differs(301n)).toEqual({ why: 'does-not-sum', differenceMinor: -1n })
  })

  test('has milestones, each of an amount and released by something', () => {
    expect(whyNotAContract({ valueMinor: 0n, milestones: [] })).toEqual({ why: 'no-milestones' })
    for (const amount of [0n, -1n])
      expect(whyNotAContract({ valueMinor: 1n, milestones: [milestone(amount)] })).toEqual({
        why: 'amount-not-positive',
        name: 'Design accepted',
      })
    expect(whyNotAContract({ valueMinor: 1n, milestones: [milestone(1n, [])] })).toEqual({
      why: 'released-by-nothing',
      name: 'Design accepted',
    })
  })

  test('is one for the sum of any milestones, and none when a cent is missing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1n, max: 10n ** 14n }), { minLength: 1, maxLength: 10 }),
        (amounts) => {
          const milestones = amounts.map((amount) => milestone(amount))
          const valueMinor = sumMinor(amounts)
          expect(whyNotAContract({ valueMinor, milestones })).toBeNull()
          expect(whyNotAContract({ valueMinor: valueMinor + 1n, milestones })).toEqual({
            why: 'does-not-sum',
            differenceMinor: -1n,
          })
        },
      ),
    )
  })

  test('stands from the first submission on', () => {
    expect(whyNotRevisable({ submissionCount: 0 })).toBeNull()
    expect(whyNotRevisable({ submissionCount: 1 })).toBe('already-submitted')
  })
})

describe('what acceptance releases', () => {
  const schedule = [
    milestone(1n, ['charter']),
    milestone(2n, ['design', 'charter']),
    milestone(3n, ['design']),
  ]

  test('is every milestone that names the deliverable, in order', () => {
    expect(releasedBy('charter', schedule).map(({ amountMinor }) => amountMinor)).toEqual([1n, 2n])
    expect(releasedBy('nothing', schedule)).toEqual([])
  })
})
