import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standardCalendar } from '../schedule/plan'
import { link, monday, plan, task } from '../schedule/plan-examples'
import { BLOCK } from './block'
import { defaultEstimates, packagesOf } from './default-estimates'
import type { Estimate } from './estimate'
import { DAY, forecasted, inDays, startsOn } from './forecast-examples'
import { forecastOf, startForecast, type ForecastInput } from './start-forecast'

const triangular = (days: number): Estimate => ({
  kind: 'triangular',
  low: 0.9 * days * DAY,
  likely: days * DAY,
  high: 1.5 * days * DAY,
})
/** 1 and 2 side by side, 3 after both. */
const merge = (more: Partial<ForecastInput> = {}) =>
  inDays(
    [triangular(5), triangular(5), triangular(2)],
    [
      [1, 3],
      [2, 3],
    ],
    { milestoneUids: [3, 1], ...more },
  )

describe('a forecast', () => {
  test('is the same to the bit for the same seed, however it is cut into steps', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 9 }),
        (seed, steps) => {
          const input = merge({ seed, iterations: 1000 })
          const started = startForecast(input)
          if (!started.ok) throw new Error(started.why)
          const { running } = started
          for (let at = 0; running.step(steps[at % steps.length]!); at++);
          expect(running.done()).toBe(1000)
          expect(running.result()).toEqual(forecastOf(input))
        },
      ),
      { numRuns: 20 },
    )
  })

  test('is another one for another seed', () => {
    expect(forecasted(merge({ seed: 1 })).finish.mean).not.toBe(forecasted(merge({ seed: 2 })).finish.mean)
  })

  test('says how far it is, and nothing before it is done', () => {
    const started = startForecast(merge({ iterations: 1000 }))
    if (!started.ok) throw new Error(started.why)
    const { running } = started
    expect(running.done()).toBe(0)
    expect(running.step(100)).toBe(true)
    expect(running.done()).toBe(Math.ceil(100 / BLOCK) * BLOCK)
    expect(() => running.result()).toThrow(RangeError)
  })

  test('gives each task the same luck when another is added', () => {
    const input = merge()
    const before = forecasted(input)
    const bystander = task(9, 60)
    const after = forecasted({
      ...input,
      plan: { ...input.plan, tasks: [bystander, ...input.plan.tasks] },
      estimates: [{ taskUid: 9, estimate: { kind: 'uniform', low: 30, high: 90 } }, ...input.estimates],
    })
    expect(after.finish).toEqual(before.finish)
    expect(after.milestones).toEqual(before.milestones)
  })

  test('has its dates in order, its shares summing to one, and its drivers sorted', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000)), { minLength: 1, maxLength: 8 }),
        (seed, iterations, points) => {
          const estimates = points.map((each): Estimate => {
            const [low, likely, high] = each.sort((a, b) => a - b)
            return { kind: 'beta-pert', low: low!, likely: likely!, high: high! }
          })
          const chain = estimates.slice(1).map((_, at): [number, number] => [at >> 1 || 1, at + 2])
          const { finish, milestones, curve, tasks } = forecasted(
            inDays(estimates, chain, { seed, iterations, milestoneUids: [1] }),
          )
          for (const date of [finish, ...milestones]) {
            const inOrder = [date.earliest, date.p10, date.p50, date.p80, date.p90, date.latest]
            expect([...inOrder].sort()).toEqual(inOrder)
            expect(date.mean >= date.earliest && date.mean <= date.latest).toBe(true)
          }
          expect(curve.length).toBeLessThanOrEqual(40)
          expect(curve.at(-1)!.cumulative).toBe(1)
          for (const { criticality, cruciality, sensitivity } of tasks) {
            expect(criticality >= 0 && criticality <= 1).toBe(true)
            expect(cruciality >= -1 && cruciality <= 1).toBe(true)
            expect(sensitivity).toBeGreaterThanOrEqual(0)
          }
          const drive = tasks.map(({ sensitivity }) => sensitivity)
          expect([...drive].sort((a, b) => b - a)).toEqual(drive)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('comes closer to the truth with more runs', () => {
    const exact = { mean: (2 + 5 + 14) / 3, sd: 2.5495097567963922 }
    for (const iterations of [100, 1000, 10_000, 100_000]) {
      const { finish } = forecasted(
        inDays([{ kind: 'triangular', low: 2 * DAY, likely: 5 * DAY, high: 14 * DAY }], [], {
          iterations,
          seed: 5,
        }),
      )
      const mean = (Date.parse(`${finish.mean}Z`) - Date.parse(`${startsOn}T00:00Z`)) / 86_400_000
      expect(Math.abs(mean - exact.mean)).toBeLessThan((4 * exact.sd) / Math.sqrt(iterations) + 0.0007)
    }
  })

  test('ends later on average than its plan where paths merge, though each task is as likely early as late', () => {
    const even: Estimate = { kind: 'uniform', low: 0.8 * DAY, high: 1.2 * DAY }
    const { finish } = forecasted(inDays([even, even, even, even], []))
    expect(finish.mean > finish.planned).toBe(true)
    expect(finish.chanceOfPlanned).toBeGreaterThan(0.05)
    expect(finish.chanceOfPlanned).toBeLessThan(0.08)
  })

  test('without any estimate is the plan', () => {
    const { finish, tasks } = forecasted(merge({ estimates: [], iterations: 100 }))
    const { planned, p10, p90, sdDays, chanceOfPlanned } = finish
    expect([p10, p90, sdDays, chanceOfPlanned]).toEqual([planned, planned, 0, 1])
    expect(tasks.every(({ criticality }) => criticality === 1)).toBe(true)
    expect(
      tasks.every(({ sdMinutes, sensitivity, cruciality }) => sdMinutes + sensitivity + cruciality === 0),
    ).toBe(true)
  })

  test('names the task that drives the risk', () => {
    const input = inDays([triangular(2), triangular(20), triangular(1)], [[2, 3]])
    const { tasks } = forecasted(input)
    expect(tasks.map(({ uid }) => uid)).toEqual([2, 3, 1])
    expect(tasks[0]!.criticality).toBe(1)
    expect(tasks[0]!.cruciality).toBeGreaterThan(0.99)
    expect(tasks[2]!.criticality).toBe(0)
  })

  test('widens a chain whose tasks are late together, as its variance says', () => {
    const normal: Estimate = { kind: 'normal', mean: 10 * DAY, sd: DAY }
    const chain: [number, number][] = [
      [1, 2],
      [2, 3],
      [3, 4],
    ]
    const spread = (correlation: number) =>
      forecasted(
        inDays([normal, normal, normal, normal], chain, {
          iterations: 100_000,
          packages: [{ taskUids: [1, 2, 3, 4], correlation }],
        }),
      ).finish.sdDays
    for (const correlation of [0, 0.3, 0.6]) {
      const exact = Math.sqrt(4 * (1 + 3 * correlation))
      expect(Math.abs(spread(correlation) - exact)).toBeLessThan((4 * exact) / Math.sqrt(2 * 100_000))
    }
  })

  test('counts holidays and weekends', () => {
    const holiday = { name: 'Holiday', fromOn: '2026-03-09', toOn: '2026-03-09', intervals: [] }
    const exceptions = [{ ...holiday, recurrence: null, occurrences: null }]
    const given = plan([task(1, 2400)], [], { calendars: [{ ...standardCalendar, uid: 1, exceptions }] })
    const { curve, finish } = forecasted({
      plan: given,
      estimates: [{ taskUid: 1, estimate: { kind: 'uniform', low: 2200, high: 2880 } }],
      packages: [],
      milestoneUids: [],
      iterations: 5000,
      seed: 1,
    })
    expect(finish.planned).toBe('2026-03-06T17:00')
    const ended = curve.filter(({ share }) => share > 0).map(({ fromOn }) => fromOn)
    expect(ended).toEqual(['2026-03-06', '2026-03-10'])
  })

  test('reaches beyond the tables that it began with', () => {
    const { finish } = forecasted(
      inDays(
        [
          {
            kind: 'discrete',
            outcomes: [
              { minutes: DAY, weight: 99 },
              { minutes: 9000 * DAY, weight: 1 },
            ],
          },
        ],
        [],
      ),
    )
    expect(finish.latest.slice(0, 10)).toBe('2050-08-23')
    expect(finish.p90.slice(0, 10)).toBe('2026-01-02')
  })
})

describe('a forecast is refused', () => {
  const why = (input: ForecastInput) => {
    const made = forecastOf(input)
    return made.ok ? null : [made.why, ...made.names]
  }

  test('for what the scheduler refuses', () => {
    const circle = plan([task(1, 60), task(2, 60)], [link(1, 2), link(2, 1)])
    expect(why({ ...merge(), plan: circle, estimates: [], milestoneUids: [] })?.[0]).toBe('cycle')
  })

  test('for an estimate that cannot be meant, by its task', () => {
    const estimate: Estimate = { kind: 'uniform', low: 2, high: 1 }
    expect(why(merge({ estimates: [{ taskUid: 2, estimate }] }))).toEqual(['bad-estimate', 'Task 2'])
  })

  test('for a number of runs or a correlation out of range', () => {
    for (const iterations of [0, 1.5, NaN, 1e9])
      expect(why(merge({ iterations }))).toEqual(['bad-iterations'])
    const packages = [{ taskUids: [2, 1], correlation: 1 }]
    expect(why(merge({ packages }))).toEqual(['bad-correlation', 'Task 2'])
  })

  test('for a task that is not there', () => {
    expect(why(merge({ milestoneUids: [77] }))).toEqual(['unknown-task', '77'])
  })

  test('for a plan without anything active', () => {
    const idle = plan([task(1, 60, { isActive: false })])
    const nothing = { estimates: [], packages: [], milestoneUids: [] }
    expect(why({ ...merge(), ...nothing, plan: idle })).toEqual(['nothing-to-forecast'])
    expect(why({ ...merge(), ...nothing, plan: plan([]) })).toEqual(['nothing-to-forecast'])
  })

  test('when runs end two hundred years from now', () => {
    const long: Estimate = { kind: 'uniform', low: 30_000 * DAY, high: 36_000 * DAY }
    expect(
      why(
        inDays(
          [long, long, long],
          [
            [1, 2],
            [2, 3],
          ],
        ),
      ),
    ).toEqual(['too-far'])
  })
})

describe('defaults', () => {
  const outline = plan([
    task(1, 0, { isSummary: true }),
    task(2, 480, { outlineLevel: 2 }),
    task(3, 960, { outlineLevel: 2 }),
    task(4, 480, {
      outlineLevel: 2,
      percentComplete: 100,
      actualStart: monday,
      actualFinish: '2026-03-02T17:00',
    }),
    task(5, 0),
    task(6, 480, { isActive: false }),
    task(7, 480),
  ])

  test('estimate every task that is still to be done and takes time', () => {
    const estimates = defaultEstimates(outline, [])
    expect(estimates.map(({ taskUid }) => taskUid)).toEqual([2, 3, 7])
    expect(estimates[1]).toEqual({
      taskUid: 3,
      estimate: { kind: 'beta-pert', low: 864, likely: 960, high: 1248 },
      source: { kind: 'assumption' },
    })
  })

  test('make a package of the tasks right below one summary', () => {
    expect(packagesOf(outline, 0.3)).toEqual([{ taskUids: [2, 3, 4], correlation: 0.3 }])
  })
})
