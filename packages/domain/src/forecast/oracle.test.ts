import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../calendar-day'
import { compilePlan } from '../schedule/compile-plan'
import { momentOf, TENTHS_PER_DAY } from '../schedule/moment'
import { passesOf } from '../schedule/schedule-plan'
import { BLOCK } from './block'
import { emptyDates } from './block-dates'
import { blockPassOf } from './block-pass'
import { criticalCounter } from './critical-path'
import type { Estimate } from './estimate'
import type { Forecast } from './forecast'
import { DAY, forecasted, inDays, startsOn } from './forecast-examples'
import { firstDayOf, remainingOf } from './remaining-of'

type Case = {
  id: string
  exact: {
    mean: number
    sd: number
    p10: number
    p50: number
    p80: number
    p90: number
    cdf: Record<string, number>
    meanFraction: string
    distribution: [number, string, number, number][]
    criticalityIndex: Record<string, number>
    criticalityFraction: Record<string, string>
  }
  tasks: Record<string, { pred: string[]; pmf: [number, string][] }>
}

const file = new URL('../../../../../shared/oracles/monte-carlo/cases.json', import.meta.url)
const cases: Case[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []

const RUNS = 200_000
/** Four standard errors: with the seed fixed the tests cannot fail by chance, and a fault of a hundredth shows. */
const ERRORS = 4

const daysAfterStart = (date: string) => (momentOf(date) - momentOf(`${startsOn}T00:00`)) / TENTHS_PER_DAY
const minutesOf = (days: number) => days * DAY

function expectMoments(
  { finish }: Forecast,
  { mean, sd }: { mean: number; sd: number },
  kurtosis: number,
): void {
  // The mean is reported to the minute, 0.0007 days.
  expect(Math.abs(daysAfterStart(finish.mean) - mean)).toBeLessThan((ERRORS * sd) / Math.sqrt(RUNS) + 0.0007)
  expect(Math.abs(finish.sdDays - sd)).toBeLessThan(
    (ERRORS * sd * Math.sqrt((kurtosis - 1) / 4)) / Math.sqrt(RUNS),
  )
}

/** An observed share against its probability. */
function expectShare(observed: number, probability: number): void {
  const error = Math.sqrt((probability * (1 - probability)) / RUNS)
  expect(Math.abs(observed - probability)).toBeLessThan(ERRORS * error + 1e-9)
}

/** The share of runs that ended before so many days had passed. */
function shareBefore({ curve }: Forecast, days: number): number {
  const on = dayNumber(startsOn) + days
  return curve.findLast(({ toOn }) => dayNumber(toOn) < on)?.cumulative ?? 0
}

const given = (estimates: Estimate[], links: [number, number][] = []) =>
  forecasted(inDays(estimates, links, { iterations: RUNS, seed: 20_261_122 }))

describe.skipIf(cases.length === 0)('the published cases of risk', () => {
  const exactOf = (id: string) => cases.find((published) => published.id === id)!.exact

  test('there are the six that are checked here', () => {
    expect(cases.map(({ id }) => id)).toEqual([
      'tri-1',
      'betapert-1',
      'uniform-chain-4',
      'exp-parallel-4',
      'clark-merge-2',
      'discrete-bridge-5',
    ])
  })

  test('one triangular task has the mean, the spread and the quantiles of the inverse', () => {
    const exact = exactOf('tri-1')
    const forecast = given([
      { kind: 'triangular', low: minutesOf(2), likely: minutesOf(5), high: minutesOf(14) },
    ])
    expectMoments(forecast, exact, 2.4)
    const [low, likely, high] = [2, 5, 14]
    for (const share of [10, 50, 80, 90] as const) {
      const exactly = exact[`p${share}`]
      const density =
        exactly < likely
          ? (2 * (exactly - low)) / ((high - low) * (likely - low))
          : (2 * (high - exactly)) / ((high - low) * (high - likely))
      const error = Math.sqrt((share / 100) * (1 - share / 100)) / Math.sqrt(RUNS) / density
      expect(Math.abs(daysAfterStart(forecast.finish[`p${share}`]) - exactly)).toBeLessThan(
        ERRORS * error + 0.0007,
      )
    }
  })

  test('one beta-PERT task has the spread of its beta distribution, not the sixth of the range', () => {
    const forecast = given([
      { kind: 'beta-pert', low: minutesOf(2), likely: minutesOf(5), high: minutesOf(14) },
    ])
    expectMoments(forecast, exactOf('betapert-1'), 2.63)
    expect(Math.abs(forecast.finish.sdDays - 2)).toBeGreaterThan(0.1)
  })

  test('four uniform tasks in series have the distribution of Irwin and Hall', () => {
    const exact = exactOf('uniform-chain-4')
    const uniform: Estimate = { kind: 'uniform', low: minutesOf(1), high: minutesOf(3) }
    const forecast = given(Array<Estimate>(4).fill(uniform), [
      [1, 2],
      [2, 3],
      [3, 4],
    ])
    expectMoments(forecast, exact, 2.7)
    for (const [days, probability] of Object.entries(exact.cdf)) {
      expectShare(shareBefore(forecast, Number(days)), probability)
    }
  })

  test('four exponential tasks side by side end with the slowest', () => {
    const exponential: Estimate = { kind: 'exponential', mean: minutesOf(1) }
    // The kurtosis of the maximum of four: third and fourth cumulants by the sums of 1/k³ and 1/k⁴, 3 + 6·S4/S2².
    const sums = (power: number) => [1, 2, 3, 4].reduce((sum, k) => sum + k ** -power, 0)
    expectMoments(
      given(Array<Estimate>(4).fill(exponential)),
      exactOf('exp-parallel-4'),
      3 + (6 * sums(4)) / sums(2) ** 2,
    )
  })

  test('two normal tasks that merge end later than either is expected to', () => {
    const exact = exactOf('clark-merge-2')
    const normal: Estimate = { kind: 'normal', mean: minutesOf(10), sd: minutesOf(1) }
    const forecast = given([normal, normal])
    expectMoments(forecast, exact, 3.1)
    // The density of the maximum at its median: 2·φ(z)·Φ(z) with Φ(z) = √½.
    const z = exact.p50 - 10
    const density = 2 * Math.SQRT1_2 * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI))
    const error = 0.5 / Math.sqrt(RUNS) / density
    expect(Math.abs(daysAfterStart(forecast.finish.p50) - exact.p50)).toBeLessThan(ERRORS * error + 0.0007)
  })

  describe('the bridge of five discrete tasks', () => {
    const bridge = () => cases.find(({ id }) => id === 'discrete-bridge-5')!
    const names = ['A', 'B', 'C', 'D', 'E']
    const numberOf = (name: string) => names.indexOf(name) + 1
    const valueOf = (share: string) => Number(share.split('/')[0]) / Number(share.split('/')[1] ?? 1)

    function input() {
      const { tasks } = bridge()
      return inDays(
        names.map((name): Estimate => ({
          kind: 'discrete',
          outcomes: tasks[name]!.pmf.map(([days, share]) => ({
            minutes: minutesOf(days),
            weight: valueOf(share),
          })),
        })),
        names.flatMap((name) =>
          tasks[name]!.pred.map((before): [number, number] => [numberOf(before), numberOf(name)]),
        ),
        { iterations: RUNS, seed: 20_261_122 },
      )
    }

    test('has the distribution, the mean, the spread and the criticality of the case', () => {
      const { exact } = bridge()
      const forecast = forecasted(input())
      expectMoments(forecast, exact, 3)
      for (const [days, , probability] of exact.distribution) {
        const observed = shareBefore(forecast, days + 1) - shareBefore(forecast, days)
        expectShare(observed, probability)
      }
      expect(forecast.curve.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
      for (const { uid, criticality } of forecast.tasks) {
        expectShare(criticality, exact.criticalityIndex[names[uid - 1]!]!)
      }
    })

    /** Every scenario as often as it weighs: 4 × 2 × 3 × 2 × 4 = 192 runs, in whole blocks. */
    test('has exactly the case’s fractions when every scenario is run instead of drawn', () => {
      const { exact, tasks } = bridge()
      const compilation = compilePlan(input().plan)
      if (!compilation.ok) throw new Error(compilation.why)
      const { compiled } = compilation
      const passes = passesOf(compiled)
      if (!passes.ok) throw new Error(passes.why)
      const { planStart } = passes.passes
      const remaining = remainingOf(compiled, planStart, null, firstDayOf(compiled, planStart), 400)
      const dates = emptyDates(remaining)
      const counts = new Float64Array(5)
      const [pass, count] = [blockPassOf(remaining, dates), criticalCounter(remaining, dates, counts)]

      const parts = { A: 4, B: 2, C: 3, D: 2, E: 4 } as Record<string, number>
      const faces = names.map((name) =>
        tasks[name]!.pmf.flatMap(([days, share]) => Array<number>(valueOf(share) * parts[name]!).fill(days)),
      )
      const scenarios = faces.reduce<number[][]>(
        (made, days) => made.flatMap((scenario) => days.map((day) => [...scenario, day])),
        [[]],
      )
      expect(scenarios).toHaveLength(192)
      expect(192 % BLOCK).toBe(0)
      const ends = new Map<number, number>()
      for (let first = 0; first < scenarios.length; first += BLOCK) {
        for (let run = 0; run < BLOCK; run++) {
          scenarios[first + run]!.forEach(
            (days, at) => (dates.duration[at * BLOCK + run] = days * TENTHS_PER_DAY),
          )
        }
        pass()
        count(BLOCK)
        for (const end of dates.end) {
          const days = (end - planStart) / TENTHS_PER_DAY
          ends.set(days, (ends.get(days) ?? 0) + 1)
        }
      }
      const found = [...ends].sort(([a], [b]) => a - b).map(([days, times]) => [days, times / 192])
      expect(found).toEqual(exact.distribution.map(([days, share]) => [days, valueOf(share)]))
      const sum = [...ends].reduce((total, [days, times]) => total + days * times, 0)
      expect(sum / 192).toBe(valueOf(exact.meanFraction))
      expect(names.map((_, at) => counts[at]! / 192)).toEqual(
        names.map((name) => valueOf(exact.criticalityFraction[name]!)),
      )
    })
  })
})
