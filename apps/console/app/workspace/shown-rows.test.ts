import { task } from '@countersign/domain/schedule/plan-examples'
import { describe, expect, test } from 'vitest'
import { judged, nextMatch, outlineRows, summariesAbove } from './shown-rows'
import type { TaskFacts, TaskFilter } from './task-filter'

const at = (uid: number, outlineLevel: number, more = {}) => task(uid, 480, { outlineLevel, ...more })
/** 1 Survey (2 Visit, 3 Report), 4 Build (5 Masts (6 North, 7 South)), 8 Close */
const tasks = [
  at(1, 1, { isSummary: true, name: 'Survey' }),
  at(2, 2, { name: 'Visit the sites' }),
  at(3, 2, { name: 'Report', percentComplete: 100 }),
  at(4, 1, { isSummary: true, name: 'Build' }),
  at(5, 2, { isSummary: true, name: 'Masts' }),
  at(6, 3, { name: 'North mast', deadline: '2026-03-03T17:00' }),
  at(7, 3, { name: 'South mast' }),
  at(8, 1, { name: 'Close' }),
]
const facts: TaskFacts = {
  dateOf: (uid) => ({ isCritical: uid === 7, finish: uid === 2 ? '2026-03-01T17:00' : '2026-03-09T17:00' }),
  workersOf: (uid) => (uid === 3 || uid === 8 ? [70] : []),
  now: '2026-03-02T09:00',
}

function rows(filter: TaskFilter, ...folded: number[]): number[] {
  const judgements = judged(tasks, filter, 'none', facts)
  return outlineRows(tasks, new Set(folded), (uid) => !!judgements.get(uid))
}

describe('the rows that are shown', () => {
  test('leave out what lies below a folded summary, at any depth', () => {
    expect(rows({ kind: 'all' })).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(rows({ kind: 'all' }, 4)).toEqual([1, 2, 3, 4, 8])
    expect(rows({ kind: 'all' }, 1, 5)).toEqual([1, 4, 5, 8])
  })

  test('show what a filter finds with the summaries that it lies below', () => {
    expect(rows({ kind: 'critical' })).toEqual([4, 5, 7])
    expect(rows({ kind: 'person', resourceUid: 70 })).toEqual([1, 3, 8])
  })

  test('can be folded where they are filtered, too', () => {
    expect(rows({ kind: 'critical' }, 4)).toEqual([4])
    expect(rows({ kind: 'critical' }, 5)).toEqual([4, 5])
  })

  test('count as late what should be done by now and what misses its deadline', () => {
    expect(rows({ kind: 'late' })).toEqual([1, 2, 4, 5, 6])
  })

  test('are all of a phase', () => {
    expect(rows({ kind: 'phase', uid: 5 })).toEqual([4, 5, 6, 7])
  })

  test('leave out what is done where only open ones are wanted', () => {
    expect(rows({ kind: 'open' })).toEqual([1, 2, 4, 5, 6, 7, 8])
  })
})

describe('a search', () => {
  test('goes to the next task with the words in its name, round to the start', () => {
    expect(nextMatch(tasks, 'MAST', 1)).toBe(5)
    expect(nextMatch(tasks, 'mast', 7)).toBe(5)
    expect(nextMatch(tasks, 'mast', 5, { direction: -1 })).toBe(7)
    expect(nextMatch(tasks, 'mast', null)).toBe(5)
  })

  test('stays where it is right already, until the next one is asked for', () => {
    expect(nextMatch(tasks, 'mast', 6, { isNext: false })).toBe(6)
    expect(nextMatch(tasks, 'mast', 6)).toBe(7)
    expect(nextMatch(tasks, 'mast', 8, { isNext: false })).toBe(5)
  })

  test('finds a task by its outline number', () => {
    expect(nextMatch(tasks, '8', null)).toBe(8)
  })

  test('finds nothing where there is nothing, and without words', () => {
    expect(nextMatch(tasks, 'roof', 1)).toBeNull()
    expect(nextMatch(tasks, '  ', 1)).toBeNull()
  })
})

describe('the summaries above a task', () => {
  test('come from the top', () => {
    expect(summariesAbove(tasks, 6)).toEqual([4, 5])
    expect(summariesAbove(tasks, 7)).toEqual([])
  })
})
