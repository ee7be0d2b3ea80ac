import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaPertCurve, betaShare } from './beta'
import { followCurve } from './curve'
import { diceFor, rollScores, type Shared } from './dice'
import { whyNotEstimate, type Estimate } from './estimate'
import { fillUniform, streamFor } from './generator'
import { normalScore, normalShare, normalShareCurve } from './normal'

const DRAWS = 200_000
/** Four standard errors, the seed fixed. */
const ERRORS = 4

function rolled(
  estimate: Estimate,
  more: { seed?: number; shared?: Shared; scale?: number } = {},
): Float64Array {
  const into = new Float64Array(more.shared?.scores.length ?? DRAWS)
  diceFor(estimate, streamFor(more.seed ?? 7, 1), more.shared ?? null, more.scale ?? 1).roll(into)
  return into.map((tenths) => tenths / 10)
}

function moments(values: Float64Array): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, sd: Math.sqrt(squares / values.length) }
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [left, right] = [moments(a), moments(b)]
  const products = a.reduce((sum, value, at) => sum + (value - left.mean) * (b[at]! - right.mean), 0)
  return products / a.length / (left.sd * right.sd)
}

describe('the generator', () => {
  test('is xoshiro128**, as its authors’ program prints it', () => {
    const stream = Int32Array.from([1, 2, 3, 4])
    const draws = new Float64Array(10)
    fillUniform(stream, draws)
    expect([...draws].map((draw) => draw * 2 ** 32 - 0.5)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ])
  })

  test('draws the same whether in one go or in pieces, strictly between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(1e9), fc.integer({ min: 1, max: 99 }), (seed, number, cut) => {
        const whole = new Float64Array(100)
        fillUniform(streamFor(seed, number), whole)
        const pieces = new Float64Array(100)
        const stream = streamFor(seed, number)
        fillUniform(stream, pieces.subarray(0, cut))
        fillUniform(stream, pieces.subarray(cut))
        expect(pieces).toEqual(whole)
        for (const draw of whole) expect(draw > 0 && draw < 1).toBe(true)
      }),
    )
  })

  test('has a stream of its own for every number, and none follows another', () => {
    const states = new Set(Array.from({ length: 10_000 }, (_, number) => streamFor(42, number).join()))
    expect(states.size).toBe(10_000)
    const [first, second] = [new Float64Array(DRAWS), new Float64Array(DRAWS)]
    fillUniform(streamFor(42, 1), first)
    fillUniform(streamFor(42, 2), second)
    expect(Math.abs(correlation(first, second))).toBeLessThan(ERRORS / Math.sqrt(DRAWS))
    expect(Math.abs(moments(first).mean - 0.5)).toBeLessThan((ERRORS * Math.sqrt(1 / 12)) / Math.sqrt(DRAWS))
  })
})

describe('the normal distribution', () => {
  test('has the published values', () => {
    expect(normalScore(0.975)).toBeCloseTo(1.959963984540054, 13)
    expect(normalScore(1e-9)).toBeCloseTo(-5.997807015007686, 12)
    expect(normalShare(1.96)).toBeCloseTo(0.9750021048517795, 14)
    expect(normalShare(-5.5) / 1.8989562465887691e-8).toBeCloseTo(1, 10)
  })

  test('goes there and back', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (share) => {
        expect(Math.abs(normalShare(normalScore(share)) - share)).toBeLessThan(1e-14)
      }),
    )
  })

  test('is off by less than a hundred-millionth in the table', () => {
    fc.assert(
      fc.property(fc.double({ min: -6.5, max: 6.5, noNaN: true }), (score) => {
        const place = Float64Array.of(score)
        followCurve(normalShareCurve, place)
        expect(Math.abs(place[0]! - normalShare(score))).toBeLessThan(1e-8)
      }),
    )
  })
})

describe('beta-PERT', () => {
  test('has the shares that follow from its polynomials', () => {
    expect(betaShare(2, 0.5)).toBeCloseTo(13 / 16, 14)
    expect(betaShare(1, 0.25)).toBeCloseTo(1 - 0.75 ** 5, 14)
    expect(betaShare(3, 0.5)).toBeCloseTo(0.5, 14)
    expect(betaShare(5, 0.8)).toBeCloseTo(0.8 ** 5, 14)
    expect([betaShare(2, 0), betaShare(2, 1)]).toEqual([0, 1])
  })

  test('is off by less than a millionth of its range in the table, whatever its likely value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -4, max: 4, noNaN: true }),
        (likely, score) => {
          const place = Float64Array.of(score)
          followCurve(betaPertCurve(likely), place)
          const [below, above] = [place[0]! - 1e-6, place[0]! + 1e-6]
          expect(betaShare(1 + 4 * likely, below)).toBeLessThanOrEqual(normalShare(score) + 1e-15)
          expect(betaShare(1 + 4 * likely, above)).toBeGreaterThanOrEqual(normalShare(score) - 1e-15)
        },
      ),
    )
  })
})

describe('durations', () => {
  const published: [string, Estimate, { mean: number; sd: number }][] = [
    [
      'triangular',
      { kind: 'triangular', low: 200, likely: 500, high: 1400 },
      { mean: 700, sd: 254.95097567963924 },
    ],
    [
      'beta-PERT',
      { kind: 'beta-pert', low: 200, likely: 500, high: 1400 },
      { mean: 600, sd: 213.8089935299395 },
    ],
    ['uniform', { kind: 'uniform', low: 100, high: 300 }, { mean: 200, sd: 200 / Math.sqrt(12) }],
    ['normal', { kind: 'normal', mean: 1000, sd: 100 }, { mean: 1000, sd: 100 }],
    // Cut off at its own mean of zero it is the half-normal distribution.
    [
      'half a normal',
      { kind: 'normal', mean: 0, sd: 100 },
      {
        mean: 100 * Math.sqrt(2 / Math.PI),
        sd: 100 * Math.sqrt(1 - 2 / Math.PI),
      },
    ],
    ['exponential', { kind: 'exponential', mean: 300 }, { mean: 300, sd: 300 }],
    [
      'discrete',
      {
        kind: 'discrete',
        outcomes: [
          { minutes: 900, weight: 1 },
          { minutes: 200, weight: 2 },
          { minutes: 400, weight: 1 },
        ],
      },
      { mean: 425, sd: Math.sqrt((900 ** 2 + 2 * 200 ** 2 + 400 ** 2) / 4 - 425 ** 2) },
    ],
  ]

  test.each(published)('of the %s distribution have its mean and spread', (_, estimate, exact) => {
    const { mean, sd } = moments(rolled(estimate))
    expect(Math.abs(mean - exact.mean)).toBeLessThan((ERRORS * exact.sd) / Math.sqrt(DRAWS))
    // No distribution here has a kurtosis above the exponential's 9.
    expect(Math.abs(sd - exact.sd)).toBeLessThan((ERRORS * exact.sd * Math.sqrt(2)) / Math.sqrt(DRAWS))
  })

  test.each(published)(
    'of the %s distribution have them too where a package shares its luck',
    (_, estimate, exact) => {
      const scores = new Float64Array(DRAWS)
      rollScores(streamFor(7, 2), scores)
      const { mean, sd } = moments(rolled(estimate, { shared: { scores, correlation: 0.5 } }))
      expect(Math.abs(mean - exact.mean)).toBeLessThan((ERRORS * exact.sd) / Math.sqrt(DRAWS))
      expect(Math.abs(sd - exact.sd)).toBeLessThan((ERRORS * exact.sd * Math.sqrt(2)) / Math.sqrt(DRAWS))
    },
  )

  test('stay within their bounds, in tenths of a minute, and never fall below zero', () => {
    const anyMinutes = fc.integer({ min: 0, max: 100_000 })
    const anyEstimate = fc.oneof(
      fc
        .tuple(anyMinutes, anyMinutes, anyMinutes, fc.constantFrom('triangular', 'beta-pert'))
        .map(([a, b, c, kind]) => {
          const [low, likely, high] = [a, b, c].sort((x, y) => x - y)
          return { kind, low: low!, likely: likely!, high: high! }
        }),
      fc
        .tuple(anyMinutes, anyMinutes)
        .map(([a, b]) => ({ kind: 'uniform' as const, low: Math.min(a, b), high: Math.max(a, b) })),
      fc.tuple(anyMinutes, anyMinutes).map(([mean, sd]) => ({ kind: 'normal' as const, mean, sd })),
      fc.tuple(anyMinutes).map(([mean]) => ({ kind: 'exponential' as const, mean })),
    )
    fc.assert(
      fc.property(anyEstimate, fc.integer(), fc.boolean(), (estimate, seed, isShared) => {
        expect(whyNotEstimate(estimate)).toBeNull()
        const scores = new Float64Array(200)
        rollScores(streamFor(seed, 2), scores)
        const into = new Float64Array(200)
        diceFor(estimate, streamFor(seed, 1), isShared ? { scores, correlation: 0.9 } : null, 1).roll(into)
        for (const tenths of into) {
          expect(Number.isInteger(tenths)).toBe(true)
          expect(tenths).toBeGreaterThanOrEqual('low' in estimate ? estimate.low * 10 : 0)
          if ('high' in estimate) expect(tenths).toBeLessThanOrEqual(estimate.high * 10)
        }
      }),
    )
  })

  test('of what is left of a running task are in proportion', () => {
    const { mean } = moments(rolled({ kind: 'uniform', low: 100, high: 300 }, { scale: 0.25 }))
    expect(Math.abs(mean - 50)).toBeLessThan((ERRORS * 15) / Math.sqrt(DRAWS))
  })

  test('of one package are correlated as asked, normal ones exactly', () => {
    const normal: Estimate = { kind: 'normal', mean: 10_000, sd: 100 }
    const scores = new Float64Array(DRAWS)
    rollScores(streamFor(7, 3), scores)
    for (const wanted of [0.1, 0.5, 0.9]) {
      const shared = { scores, correlation: wanted }
      const first = new Float64Array(DRAWS)
      const second = new Float64Array(DRAWS)
      diceFor(normal, streamFor(7, 1), shared, 1).roll(first)
      diceFor(normal, streamFor(7, 2), shared, 1).roll(second)
      const error = (1 - wanted * wanted) / Math.sqrt(DRAWS)
      expect(Math.abs(correlation(first, second) - wanted)).toBeLessThan(ERRORS * error)
    }
  })

  /** Of a Gaussian copula Spearman's rank correlation is 6/π · asin(ρ/2); the shares of a uniform are its ranks. */
  test('of one package that are not normal have the rank correlation of the copula', () => {
    const uniform: Estimate = { kind: 'uniform', low: 1000, high: 9000 }
    const scores = new Float64Array(DRAWS)
    rollScores(streamFor(7, 3), scores)
    const [first, second] = [new Float64Array(DRAWS), new Float64Array(DRAWS)]
    diceFor(uniform, streamFor(7, 1), { scores, correlation: 0.5 }, 1).roll(first)
    diceFor(uniform, streamFor(7, 2), { scores, correlation: 0.5 }, 1).roll(second)
    const wanted = (6 / Math.PI) * Math.asin(0.25)
    expect(Math.abs(correlation(first, second) - wanted)).toBeLessThan(ERRORS / Math.sqrt(DRAWS))
  })
})

describe('an estimate', () => {
  test('is refused when it cannot be meant', () => {
    expect(whyNotEstimate({ kind: 'triangular', low: 1, likely: 3, high: 2 })).toBe('out-of-order')
    expect(whyNotEstimate({ kind: 'beta-pert', low: -1, likely: 3, high: 4 })).toBe('below-zero')
    expect(whyNotEstimate({ kind: 'uniform', low: 2, high: 1 })).toBe('out-of-order')
    expect(whyNotEstimate({ kind: 'normal', mean: NaN, sd: 1 })).toBe('not-a-number')
    expect(whyNotEstimate({ kind: 'exponential', mean: 1e12 })).toBe('too-long')
    expect(whyNotEstimate({ kind: 'discrete', outcomes: [] })).toBe('no-outcomes')
    expect(whyNotEstimate({ kind: 'discrete', outcomes: [{ minutes: 5, weight: 0 }] })).toBe('no-weight')
    expect(whyNotEstimate({ kind: 'discrete', outcomes: [{ minutes: 5, weight: 1e12 }] })).toBeNull()
    expect(whyNotEstimate({ kind: 'triangular', low: 0, likely: 0, high: 0 })).toBeNull()
  })
})
