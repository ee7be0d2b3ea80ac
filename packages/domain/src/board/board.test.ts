import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardProgress, countOf, hasRoom, whyNotIterations } from './board'
import { burnUp, doneByPace, velocities, type BoardStep } from './burn-up'

const item = fc.record({ size: fc.option(fc.integer({ min: 0, max: 100 })), isDone: fc.boolean() })

describe('a board’s progress', () => {
  test('is what is done of all that is on it; an item without a size counts one', () => {
    const items = [
      { size: 3, isDone: true },
      { size: 5, isDone: false },
      { size: null, isDone: true },
    ]
    expect(boardProgress(items, 'points')).toEqual({ done: 4, total: 9, percent: 44 })
    expect(countOf(null, 'hours')).toBe(60)
    expect(boardProgress([], 'points').percent).toBe(0)
  })

  test('is 100 when everything is done, and only then', () => {
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const { done, total, percent } = boardProgress(items, 'points')
        expect(percent === 100).toBe(total > 0 && done === total)
        expect(percent).toBeGreaterThanOrEqual(0)
      }),
    )
    expect(
      boardProgress(
        [
          { size: 999, isDone: true },
          { size: 1, isDone: false },
        ],
        'points',
      ).percent,
    ).toBe(99)
  })

  test('never falls when something is finished', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), fc.nat(), (items, pick) => {
        const at = pick % items.length
        const finished = items.map((each, index) => (index === at ? { ...each, isDone: true } : each))
        expect(boardProgress(finished, 'hours').percent).toBeGreaterThanOrEqual(
          boardProgress(items, 'hours').percent,
        )
      }),
    )
  })
})

describe('a column', () => {
  test('takes no more than its limit', () => {
    expect([hasRoom(2, 1), hasRoom(2, 2), hasRoom(null, 50)]).toEqual([true, false, true])
  })
})

describe('iterations', () => {
  test('follow each other', () => {
    const first = { startsOn: '2026-03-02', endsOn: '2026-03-13' }
    expect(whyNotIterations([{ startsOn: '2026-03-16', endsOn: '2026-03-27' }, first])).toBeNull()
    expect(whyNotIterations([{ startsOn: '2026-03-13', endsOn: '2026-03-27' }, first])).toBe(
      'iterations-overlap',
    )
    expect(whyNotIterations([{ startsOn: '2026-03-13', endsOn: '2026-03-12' }])).toBe('ends-before-it-begins')
  })
})

const step = fc.record({
  on: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
  scopeChange: fc.integer({ min: -20, max: 20 }),
  doneChange: fc.integer({ min: -20, max: 20 }),
})

describe('a burn-up', () => {
  test('ends at the sum of every step, wherever it begins', () => {
    fc.assert(
      fc.property(fc.array(step), fc.integer({ min: 1, max: 28 }), (steps: BoardStep[], day) => {
        const from = `2026-02-${String(day).padStart(2, '0')}`
        const points = burnUp(steps, from, '2026-02-28')
        const sum = (field: 'scopeChange' | 'doneChange') =>
          steps.reduce((total, each) => total + each[field], 0)
        expect(points.at(-1)).toEqual({
          on: '2026-02-28',
          scope: sum('scopeChange'),
          done: sum('doneChange'),
        })
        expect(points[0]!.on).toBe(from)
        expect([...points].sort((a, b) => (a.on < b.on ? -1 : 1))).toEqual(points)
      }),
    )
  })

  test('says when the rest is done at the pace of the last iterations', () => {
    const iterations = [
      { startsOn: '2026-02-02', endsOn: '2026-02-08' },
      { startsOn: '2026-02-09', endsOn: '2026-02-15' },
      { startsOn: '2026-02-16', endsOn: '2026-02-22' },
    ]
    const steps = [
      { on: '2026-02-03', scopeChange: 40, doneChange: 0 },
      { on: '2026-02-05', scopeChange: 0, doneChange: 8 },
      { on: '2026-02-11', scopeChange: 0, doneChange: 12 },
      { on: '2026-02-17', scopeChange: 0, doneChange: 3 },
    ]
    const done = velocities(steps, iterations, '2026-02-18')
    expect(done).toEqual([8, 12])
    expect(doneByPace(20, iterations, done, '2026-02-18')).toBe('2026-03-04')
    expect(doneByPace(20, iterations, [], '2026-02-18')).toBeNull()
    expect(doneByPace(0, iterations, done, '2026-02-18')).toBe('2026-02-18')
  })
})
