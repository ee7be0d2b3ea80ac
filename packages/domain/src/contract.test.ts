import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contractValue,
  onePrice,
  recognitionOf,
  releasedBy,
  whyNotAContract,
  whyNotRevisable,
  type BillingMilestoneDraft,
  type ContractLineDraft,
} from './contract'
import { sumMinor } from './money'

const milestone = (amountMinor: bigint, by = ['design'], more: Partial<BillingMilestoneDraft> = {}) => ({
  name: 'Design accepted',
  amountMinor,
  releasedBy: by,
  ...more,
})
const line = (changed: Partial<ContractLineDraft>): ContractLineDraft => ({
  ...onePrice('Line', 100n)[0]!,
  ...changed,
})
const fixed = (valueMinor: bigint) => onePrice('Everything', valueMinor)

describe('a contract', () => {
  test('is one when its milestones sum to its fixed price', () => {
    expect(whyNotAContract({ lines: fixed(300n), milestones: [milestone(100n), milestone(200n)] })).toBeNull()
  })

  test('says of which fixed price the schedule is too much or too little, and by how much', () => {
    const differs = (valueMinor: bigint) =>
      whyNotAContract({ lines: fixed(valueMinor), milestones: [milestone(100n), milestone(200n)] })
    const wrong = { why: 'does-not-sum', name: 'Everything' }
    expect(differs(299n)).toEqual({ ...wrong, differenceMinor: 1n })
    expect(differs(301n)).toEqual({ ...wrong, differenceMinor: -1n })
    const two = [line({ name: 'First' }), line({ name: 'Second' })]
    expect(whyNotAContract({ lines: two, milestones: [milestone(200n)] })).toEqual({
      ...wrong,
      name: 'First',
      differenceMinor: 100n,
    })
    const each = [milestone(100n), milestone(100n, ['design'], { line: 2 })]
    expect(whyNotAContract({ lines: two, milestones: each })).toBeNull()
  })

  test('has lines, and milestones for a fixed price, each of an amount and released by something', () => {
    expect(whyNotAContract({ lines: [], milestones: [] })).toEqual({ why: 'no-lines' })
    expect(whyNotAContract({ lines: fixed(1n), milestones: [] })).toEqual({ why: 'no-milestones' })
    const name = 'Design accepted'
    const flaw = (...milestones: BillingMilestoneDraft[]) => whyNotAContract({ lines: fixed(1n), milestones })
    for (const amount of [0n, -1n])
      expect(flaw(milestone(amount))).toEqual({ why: 'amount-not-positive', name })
    expect(flaw(milestone(1n, []))).toEqual({ why: 'released-by-nothing', name })
    expect(flaw(milestone(1n, [], { trigger: 'date' }))).toEqual({ why: 'without-day', name })
    expect(flaw(milestone(1n, [], { trigger: 'period' }))).toEqual({ why: 'without-day', name })
    for (const atPercent of [null, 0, 101])
      expect(flaw(milestone(1n, [], { trigger: 'progress', atPercent }))).toEqual({
        why: 'without-percent',
        name,
      })
    expect(flaw(milestone(1n, ['design'], { line: 2 }))).toEqual({ why: 'of-no-fixed-price', name })
  })

  test('needs no milestone for hours, caps and retainers, and takes none', () => {
    const worked = line({ kind: 'time-and-material', recognition: 'as-worked' })
    expect(whyNotAContract({ lines: [worked], milestones: [] })).toBeNull()
    expect(whyNotAContract({ lines: [worked], milestones: [milestone(100n)] })).toMatchObject({
      why: 'of-no-fixed-price',
    })
  })

  test('says what each line lacks', () => {
    const flaw = (changed: Partial<ContractLineDraft>) =>
      whyNotAContract({ lines: [line(changed)], milestones: [milestone(100n)] })
    expect(flaw({ kind: 'capped', originalMinor: 0n })).toEqual({ why: 'line-worth-nothing', name: 'Line' })
    expect(flaw({ kind: 'non-billable' })).toEqual({ why: 'line-worth-something', name: 'Line' })
    expect(flaw({ recognition: 'straight-line' })).toEqual({ why: 'line-without-days', name: 'Line' })
    const days = { startsOn: '2026-01-01', endsOn: '2026-12-31' }
    const retainer = { kind: 'retainer', recognition: 'straight-line', ...days } as const
    expect(flaw(retainer)).toEqual({ why: 'line-without-period', name: 'Line' })
    expect(flaw({ ...retainer, periodMonths: 3, endsOn: '2025-12-31' })).toMatchObject({
      why: 'line-without-days',
    })
    expect(
      whyNotAContract({ lines: [line({ kind: 'non-billable', originalMinor: 0n })], milestones: [] }),
    ).toEqual({ why: 'worth-nothing' })
  })

  test('is one for the sum of any milestones, whatever deposits stand beside them, and none when a cent is missing', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 14n })
    fc.assert(
      fc.property(
        fc.array(fc.array(amount, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
        fc.nat(100),
        (amountsOfLines, depositPercent) => {
          const lines = amountsOfLines.map((amounts) => line({ originalMinor: sumMinor(amounts) }))
          const depositMinor = (contractValue(lines) * BigInt(depositPercent)) / 100n
          const deposits = depositMinor > 0n ? [milestone(depositMinor, [], { trigger: 'deposit' })] : []
          const milestones = amountsOfLines.flatMap((amounts, index) =>
            amounts.map((each) => milestone(each, ['design'], { line: index + 1 })),
          )
          expect(whyNotAContract({ lines, milestones: [...deposits, ...milestones] })).toBeNull()
          const more = lines.map((each) => ({ ...each, originalMinor: each.originalMinor + 1n }))
          expect(whyNotAContract({ lines: more, milestones })).toMatchObject({
            why: 'does-not-sum',
            differenceMinor: -1n,
          })
          const above = [milestone(contractValue(lines) + 1n, [], { trigger: 'deposit' })]
          expect(whyNotAContract({ lines, milestones: [...above, ...milestones] })).toEqual({
            why: 'deposits-above-value',
          })
        },
      ),
    )
  })

  test('stands from the first submission, change or invoice on', () => {
    expect(whyNotRevisable({ submissionCount: 0 })).toBeNull()
    expect(whyNotRevisable({ submissionCount: 1 })).toBe('already-submitted')
    expect(whyNotRevisable({ submissionCount: 0, changeCount: 1 })).toBe('already-submitted')
    expect(whyNotRevisable({ submissionCount: 0, invoiceCount: 1 })).toBe('already-submitted')
  })
})

describe('how a line’s revenue is earned', () => {
  test('is agreed for a fixed price and follows from every other kind', () => {
    expect(recognitionOf('fixed-price', 'by-hours')).toBe('by-hours')
    expect(recognitionOf('fixed-price', 'as-worked')).toBe('at-acceptance')
    expect(recognitionOf('retainer', 'by-hours')).toBe('straight-line')
    expect(recognitionOf('capped', 'by-hours')).toBe('as-worked')
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
