import { describe, expect, test } from 'vitest'
import { task } from './plan-examples'
import { revisedTask, whyNotRevisable, type TaskRevision } from './task-revision'

const planned = { start: '2026-03-02T08:00', finish: '2026-03-03T17:00' }
const twoDays = task(1, 960)
const revised = (revision: TaskRevision, of = twoDays) => revisedTask(of, revision, planned)

describe('progress on a task', () => {
  test('has a start once there is some, and a finish once it is all', () => {
    expect(revised({ percentComplete: 40 })).toMatchObject({
      percentComplete: 40,
      actualStart: planned.start,
      actualFinish: null,
    })
    expect(revised({ percentComplete: 100 })).toMatchObject({
      actualStart: planned.start,
      actualFinish: planned.finish,
    })
  })

  test('is all of it once there is a finish, and began before it', () => {
    expect(revised({ actualFinish: '2026-03-01T12:00' })).toMatchObject({
      percentComplete: 100,
      actualStart: '2026-03-01T12:00',
    })
  })

  test('taken back takes the dates back', () => {
    const begun = revised({ percentComplete: 100 })
    expect(revised({ percentComplete: 0 }, begun)).toMatchObject({ actualStart: null, actualFinish: null })
    expect(revised({ actualFinish: null }, begun)).toMatchObject({ percentComplete: 99, actualFinish: null })
  })

  test('and what remains make the length', () => {
    const half = revised({ percentComplete: 50 })
    expect(revised({ remainingMinutes: 1440 }, half)).toMatchObject({
      durationMinutes: 1920,
      percentComplete: 25,
      remainingMinutes: 1440,
    })
    expect(revised({ remainingMinutes: 0 }, half)).toMatchObject({
      durationMinutes: 960,
      percentComplete: 100,
    })
    expect(revised({ remainingMinutes: 240, percentComplete: 75 })).toMatchObject({
      durationMinutes: 960,
      percentComplete: 75,
    })
  })

  test('that is new forgets what remained before', () => {
    const odd = { ...twoDays, percentComplete: 50, actualStart: planned.start, remainingMinutes: 700 }
    expect(revised({ percentComplete: 60 }, odd).remainingMinutes).toBeNull()
    expect(revised({ deadline: '2026-04-01T17:00' }, odd).remainingMinutes).toBe(700)
  })
})

describe('a revision', () => {
  const why = (revision: TaskRevision, of = twoDays) => whyNotRevisable(of, revision)

  test('leaves summaries alone and gives milestones no length', () => {
    expect(why({ percentComplete: 1 }, { ...twoDays, isSummary: true })).toBe('is-a-summary')
    expect(why({ durationMinutes: 60 }, task(2, 0))).toBe('milestone-has-no-length')
  })

  test('has dates in order and a date where its constraint needs one', () => {
    expect(why({ actualStart: '2026-03-05T08:00', actualFinish: '2026-03-04T17:00' })).toBe(
      'finish-before-start',
    )
    expect(why({ manual: { start: '2026-03-05T08:00', finish: '2026-03-04T17:00' } })).toBe(
      'manual-finish-before-start',
    )
    expect(why({ constraint: { type: 'FNLT', at: null } })).toBe('constraint-without-date')
    expect(why({ actualFinish: '2026-03-04T17:00', percentComplete: 30 })).toBe('finished-but-not-done')
  })

  test('lasts no less than nothing and no hundred years', () => {
    expect(why({ durationMinutes: -1 })).toBe('too-long')
    expect(why({ durationMinutes: 101 * 366 * 1440 })).toBe('too-long')
    expect(why({ durationMinutes: 0 })).toBeNull()
  })

  test('drops the date of a constraint that has none', () => {
    expect(revised({ constraint: { type: 'ALAP', at: '2026-03-05T08:00' } }).constraint).toEqual({
      type: 'ALAP',
      at: null,
    })
  })
})
