import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './calendar-day'
import { recognised, standOf, workInProgress, type EarningFacts, type EarningLine } from './recognition'

const nothing: EarningFacts = {
  releasedMinor: 0n,
  scheduledMinor: 0n,
  workedMinor: 0n,
  costMinor: 0n,
  etcCostMinor: 0n,
  minutes: 0n,
  etcMinutes: 0n,
}
const fixed = (recognition: EarningLine['recognition'], valueMinor = 1_000_000n): EarningLine => ({
  kind: 'fixed-price',
  recognition,
  valueMinor,
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  periodMonths: null,
})
const retainer: EarningLine = {
  ...fixed('straight-line', 120_001n),
  kind: 'retainer',
  periodMonths: 1,
}

describe('what a line has earned', () => {
  test('at acceptance is the share of its milestones that is released', () => {
    const facts = { ...nothing, releasedMinor: 300n, scheduledMinor: 900n }
    expect(recognised(fixed('at-acceptance', 1_000n), facts, '2026-06-01')).toBe(333n)
  })

  test('over time is what is done of all that there will have been to do', () => {
    const facts = { ...nothing, costMinor: 300n, etcCostMinor: 700n, minutes: 60n, etcMinutes: 60n }
    expect(recognised(fixed('by-cost', 1_000n), facts, '2026-06-01')).toBe(300n)
    expect(recognised(fixed('by-hours', 1_001n), facts, '2026-06-01')).toBe(501n)
  })

  test('as worked is every approved hour, and up to a cap no more than that', () => {
    const facts = { ...nothing, workedMinor: 1_200n }
    const line = { ...fixed('as-worked', 1_000n), startsOn: null, endsOn: null }
    expect(recognised({ ...line, kind: 'time-and-material' }, facts, '2026-06-01')).toBe(1_200n)
    expect(recognised({ ...line, kind: 'capped' }, facts, '2026-06-01')).toBe(1_000n)
    expect(recognised({ ...line, kind: 'non-billable' }, facts, '2026-06-01')).toBe(0n)
  })

  test('by the day is nothing before and everything at the end', () => {
    expect(recognised(fixed('straight-line', 365n), nothing, '2025-12-31')).toBe(0n)
    expect(recognised(fixed('straight-line', 365n), nothing, '2026-01-31')).toBe(31n)
    expect(recognised(fixed('straight-line', 365n), nothing, '2027-05-01')).toBe(365n)
  })

  test('of a retainer is a whole period when the period is over, short months and long ones alike', () => {
    expect(recognised(retainer, nothing, '2026-01-31')).toBe(10_000n)
    expect(recognised(retainer, nothing, '2026-02-28')).toBe(20_000n)
    expect(recognised(retainer, nothing, '2026-02-14')).toBe(15_000n)
    expect(recognised(retainer, nothing, '2026-12-31')).toBe(120_001n)
  })
})

describe('recognition', () => {
  const amount = fc.bigInt(0n, 10n ** 12n)
  const facts = fc.record({
    releasedMinor: amount,
    scheduledMinor: amount,
    workedMinor: amount,
    costMinor: amount,
    etcCostMinor: amount,
    minutes: amount,
    etcMinutes: amount,
  })
  const line = fc.oneof(
    fc.record({
      kind: fc.constant('fixed-price' as const),
      recognition: fc.constantFrom('at-acceptance', 'by-cost', 'by-hours', 'straight-line'),
      valueMinor: amount,
      startsOn: fc.constant('2026-01-31'),
      endsOn: fc.nat(1000).map((days) => addDays('2026-01-31', days)),
      periodMonths: fc.constant(null),
    }),
    fc.record({
      kind: fc.constantFrom(
        'time-and-material' as const,
        'capped' as const,
        'retainer' as const,
        'non-billable' as const,
      ),
      recognition: fc.constant('as-worked' as const),
      valueMinor: amount,
      startsOn: fc.constant('2026-01-31'),
      endsOn: fc.nat(1000).map((days) => addDays('2026-01-31', days)),
      periodMonths: fc.integer({ min: 1, max: 12 }),
    }),
  ) as fc.Arbitrary<EarningLine>
  const day = fc.nat(1500).map((days) => addDays('2025-12-01', days))

  test('always reconciles: recognised is invoiced and unbilled less deferred', () => {
    fc.assert(
      fc.property(line, facts, day, fc.bigInt(-(10n ** 12n), 10n ** 12n), (line, facts, on, invoiced) => {
        const earned = recognised(line, facts, on)
        const { unbilledMinor, deferredMinor } = standOf(earned, invoiced)
        expect(invoiced + unbilledMinor - deferredMinor).toBe(earned)
        expect(
          unbilledMinor >= 0n && deferredMinor >= 0n && (unbilledMinor === 0n || deferredMinor === 0n),
        ).toBe(true)
      }),
    )
  })

  test('never goes beyond the price, nor below nothing, nor back as days pass', () => {
    fc.assert(
      fc.property(line, facts, day, (line, facts, on) => {
        const earned = recognised(line, facts, on)
        expect(earned >= 0n).toBe(true)
        if (line.kind !== 'time-and-material') expect(earned <= line.valueMinor).toBe(true)
        expect(recognised(line, facts, addDays(on, 1)) >= earned).toBe(true)
        if (line.kind === 'retainer') expect(recognised(line, facts, line.endsOn!)).toBe(line.valueMinor)
      }),
    )
  })

  test('leaves no more work in progress than was spent', () => {
    fc.assert(
      fc.property(line, facts, day, (line, facts, on) => {
        const left = workInProgress(line, facts, recognised(line, facts, on))
        expect(left >= 0n && left <= facts.costMinor).toBe(true)
      }),
    )
  })
})
