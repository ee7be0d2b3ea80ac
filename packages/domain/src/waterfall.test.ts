import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grossMarginBasisPoints, waterfall, type WaterfallFacts } from './waterfall'

const amount = fc.bigInt(-(10n ** 13n), 10n ** 13n)
const size = fc.bigInt(0n, 10n ** 9n)
const facts: fc.Arbitrary<WaterfallFacts> = fc.record({
  soldMinor: amount,
  valueMinor: amount,
  soldCostMinor: amount,
  plannedCostMinor: amount,
  plannedLabourMinor: amount,
  plannedMinutes: size,
  labourMinor: amount,
  minutes: size,
  expensesAndVendorsMinor: amount,
  completionMinor: amount,
  writtenDownMinor: amount,
  writtenOffMinor: amount,
})

describe('the waterfall', () => {
  test('goes from the sold margin to the margin at completion to the last minor unit', () => {
    fc.assert(
      fc.property(facts, (each) => {
        const { soldMinor, steps, completionMinor } = waterfall(each)
        expect(steps.reduce((sum, { minor }) => sum + minor, soldMinor)).toBe(completionMinor)
        const cost = each.labourMinor + each.expensesAndVendorsMinor
        expect(completionMinor).toBe(each.completionMinor - each.writtenOffMinor - cost)
      }),
    )
  })

  test('tells hours from rates: ten hours more at the planned rate, the rest another mix', () => {
    const { steps } = waterfall({
      soldMinor: 500_000n,
      valueMinor: 500_000n,
      soldCostMinor: 200_000n,
      plannedCostMinor: 200_000n,
      plannedLabourMinor: 200_000n,
      plannedMinutes: 1_200n,
      labourMinor: 310_000n,
      minutes: 1_800n,
      expensesAndVendorsMinor: 0n,
      completionMinor: 500_000n,
      writtenDownMinor: 0n,
      writtenOffMinor: 0n,
    })
    expect(Object.fromEntries(steps.map(({ step, minor }) => [step, minor]))).toMatchObject({
      hours: -100_000n,
      'rate-mix': -10_000n,
    })
  })
})

describe('gross margin', () => {
  test('is what is left of revenue, and of no revenue nothing can be said', () => {
    expect(grossMarginBasisPoints(1_000n, 750n)).toBe(2_500)
    expect(grossMarginBasisPoints(1_000n, 1_500n)).toBe(-5_000)
    expect(grossMarginBasisPoints(0n, 1n)).toBeNull()
  })
})
