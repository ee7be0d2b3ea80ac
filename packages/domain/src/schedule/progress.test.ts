import { describe, expect, test } from 'vitest'
import { task } from './plan-examples'
import { progressOf, progressOfEach } from './progress'

const done = (percentComplete: number, more = {}) => ({ percentComplete, ...more })

describe('progress', () => {
  test('weighs leaves by their duration and passes summaries over', () => {
    const tasks = [
      task(1, 0, done(77)),
      task(2, 300, done(100, { outlineLevel: 2 })),
      task(3, 100, done(0, { outlineLevel: 2 })),
    ]
    expect(progressOf(tasks)).toBe(75)
  })

  test('is 100 only when everything that lasts is done', () => {
    expect(progressOf([task(1, 99_999, done(100)), task(2, 1, done(0))])).toBe(99)
    expect(progressOf([task(1, 500, done(100)), task(2, 0, done(0))])).toBe(100)
  })

  test('is the mean of milestones where nothing lasts, and 0 of nothing', () => {
    expect(progressOf([task(1, 0, done(100)), task(2, 0, done(0))])).toBe(50)
    expect(progressOf([])).toBe(0)
  })
})

describe('progress of each task', () => {
  test('is its own for a leaf and that of what is below it for a summary', () => {
    const tasks = [
      task(1, 0, done(0)),
      task(2, 300, done(100, { outlineLevel: 2 })),
      task(3, 0, done(5, { outlineLevel: 2 })),
      task(4, 100, done(40, { outlineLevel: 3 })),
      task(5, 100, done(10)),
    ]
    expect(progressOfEach(tasks)).toEqual([85, 100, 40, 40, 10])
  })
})
