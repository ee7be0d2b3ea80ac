import { describe, expect, test } from 'vitest'
import type { LocalDateTime } from '../../calendar-day'
import type { ConstraintType } from '../plan'
import { link, plan, task } from '../plan-examples'
import { DAY, criticalTasks, dates, floatDays, lateDates } from './answers'

const WEDNESDAY = '2026-03-04T08:00'
const WEDNESDAY_EVENING = '2026-03-04T17:00'
const THURSDAY = '2026-03-05T08:00'
const THURSDAY_EVENING = '2026-03-05T17:00'

/** A day before the task, ten days beside it: the plan ends on Friday 13 March 17:00. */
const inTime = (type: ConstraintType, at: LocalDateTime) =>
  plan([task(1, DAY), constrained(type, at), task(3, 10 * DAY)], [link(1, 2)])

/** Five days before the task, until Friday 6 March 17:00: its link alone would put it on Monday 9. */
const tooLate = (type: ConstraintType, at: LocalDateTime) =>
  plan([task(1, 5 * DAY), constrained(type, at)], [link(1, 2)])

function constrained(type: ConstraintType, at: LocalDateTime) {
  return task(2, DAY, { constraint: { type, at } })
}

describe('a task that starts no later than Thursday', () => {
  test('goes on Tuesday where it can, and may wait until Thursday', () => {
    const given = inTime('SNLT', THURSDAY)
    expect(dates(given)[2]).toBe('03-03T08:00 03-03T17:00')
    // Late on Thursday; the first late on Wednesday: two days each, the tenth working day is Friday 13.
    expect(lateDates(given)).toEqual({
      1: '03-04T08:00 03-04T17:00',
      2: '03-05T08:00 03-05T17:00',
      3: '03-02T08:00 03-13T17:00',
    })
    expect(floatDays(given)).toEqual({ 1: 2, 2: 2, 3: 0 })
  })

  test('starts on its date although its predecessor takes longer, which then is late by so much', () => {
    // Late finish of the first: Wednesday 08:00, so Tuesday 17:00, three days before Friday. Five days back from
    // there: Tuesday 3, Monday 2, Friday 27, Thursday 26, Wednesday 25 February.
    const given = tooLate('SNLT', WEDNESDAY)
    expect(dates(given)).toEqual({ 1: '03-02T08:00 03-06T17:00', 2: '03-04T08:00 03-04T17:00' })
    expect(lateDates(given)[1]).toBe('02-25T08:00 03-03T17:00')
    expect(floatDays(given)[1]).toBe(-3)
  })
})

describe('a task that finishes no later than Thursday evening', () => {
  test('goes on Tuesday where it can, and may wait until Thursday', () => {
    const given = inTime('FNLT', THURSDAY_EVENING)
    expect(dates(given)[2]).toBe('03-03T08:00 03-03T17:00')
    expect(lateDates(given)[2]).toBe('03-05T08:00 03-05T17:00')
    expect(floatDays(given)).toEqual({ 1: 2, 2: 2, 3: 0 })
  })

  test('finishes on its date although its predecessor takes longer', () => {
    const given = tooLate('FNLT', WEDNESDAY_EVENING)
    expect(dates(given)[2]).toBe('03-04T08:00 03-04T17:00')
    expect(lateDates(given)[1]).toBe('02-25T08:00 03-03T17:00')
    expect(floatDays(given)[1]).toBe(-3)
  })
})

describe('a task that finishes no earlier than Thursday evening', () => {
  test('waits until it ends then', () => {
    // Two days that end on Thursday 17:00 begin on Wednesday 08:00.
    const given = plan([task(1, 2 * DAY, { constraint: { type: 'FNET', at: THURSDAY_EVENING } })])
    expect(dates(given)[1]).toBe('03-04T08:00 03-05T17:00')
  })

  test('gives what is before it the time until then', () => {
    // The second takes Thursday, the last, so the first may end on Wednesday: two days later than Monday.
    const given = plan(
      [task(1, DAY), task(2, DAY, { constraint: { type: 'FNET', at: THURSDAY_EVENING } })],
      [link(1, 2)],
    )
    expect(dates(given)[2]).toBe('03-05T08:00 03-05T17:00')
    expect(floatDays(given)).toEqual({ 1: 2, 2: 0 })
  })

  test('goes when its predecessor lets it where that is later', () => {
    expect(dates(tooLate('FNET', WEDNESDAY_EVENING))[2]).toBe('03-09T08:00 03-09T17:00')
  })
})

describe('a task that must start on a day', () => {
  test('starts on it, has no float, and stops that of others: before it two days, after it five', () => {
    const given = inTime('MSO', THURSDAY)
    given.tasks.push(task(4, DAY))
    given.links.push(link(2, 4))
    expect(dates(given)).toMatchObject({ 2: '03-05T08:00 03-05T17:00', 4: '03-06T08:00 03-06T17:00' })
    expect(lateDates(given)).toMatchObject({
      1: '03-04T08:00 03-04T17:00',
      2: '03-05T08:00 03-05T17:00',
      4: '03-13T08:00 03-13T17:00',
    })
    expect(floatDays(given)).toEqual({ 1: 2, 2: 0, 3: 0, 4: 5 })
    expect(criticalTasks(given)).toEqual([2, 3])
  })

  test('starts on it although its predecessor takes longer, both late by three days', () => {
    // Its links put it on Monday 9; from there to Wednesday 4 are Wednesday, Thursday and Friday.
    const given = tooLate('MSO', WEDNESDAY)
    expect(dates(given)[2]).toBe('03-04T08:00 03-04T17:00')
    expect(lateDates(given)).toEqual({ 1: '02-25T08:00 03-03T17:00', 2: '03-04T08:00 03-04T17:00' })
    expect(floatDays(given)).toEqual({ 1: -3, 2: -3 })
  })
})

describe('a task that must finish on a day', () => {
  test('finishes on it and has no float', () => {
    const given = inTime('MFO', THURSDAY_EVENING)
    expect(dates(given)[2]).toBe('03-05T08:00 03-05T17:00')
    expect(floatDays(given)).toEqual({ 1: 2, 2: 0, 3: 0 })
  })

  test('finishes on it although its predecessor takes longer, both late by three days', () => {
    const given = tooLate('MFO', WEDNESDAY_EVENING)
    expect(dates(given)[2]).toBe('03-04T08:00 03-04T17:00')
    expect(lateDates(given)).toEqual({ 1: '02-25T08:00 03-03T17:00', 2: '03-04T08:00 03-04T17:00' })
    expect(floatDays(given)).toEqual({ 1: -3, 2: -3 })
  })
})

describe('a deadline', () => {
  test('leaves the dates and ends the float', () => {
    // Two days, Monday and Tuesday; the deadline on Friday evening leaves Wednesday to Friday.
    const given = plan([task(1, 2 * DAY, { deadline: '2026-03-06T17:00' }), task(2, 10 * DAY)])
    expect(dates(given)[1]).toBe('03-02T08:00 03-03T17:00')
    expect(lateDates(given)[1]).toBe('03-05T08:00 03-06T17:00')
    expect(floatDays(given)[1]).toBe(3)
  })

  test('that is missed makes the float negative, back to the first of the chain', () => {
    // The second takes Wednesday to Friday, two days past its Wednesday evening. Late it starts on Monday 2 at 08:00,
    // so the first ends on Friday 27 February.
    const given = plan([task(1, 2 * DAY), task(2, 3 * DAY, { deadline: WEDNESDAY_EVENING })], [link(1, 2)])
    expect(dates(given)[2]).toBe('03-04T08:00 03-06T17:00')
    expect(lateDates(given)).toEqual({ 1: '02-26T08:00 02-27T17:00', 2: '03-02T08:00 03-04T17:00' })
    expect(floatDays(given)).toEqual({ 1: -2, 2: -2 })
    expect(criticalTasks(given)).toEqual([1, 2])
  })

  test('says nothing where a date is fixed: late is as early', () => {
    // Project’s help: with a must-start or must-finish date that is honoured, the late finish is the early finish.
    for (const fixed of [
      { type: 'MSO', at: THURSDAY },
      { type: 'MFO', at: THURSDAY_EVENING },
    ] as const) {
      const given = plan([
        task(1, DAY, { constraint: fixed, deadline: WEDNESDAY_EVENING }),
        task(2, 10 * DAY),
      ])
      expect(lateDates(given)[1]).toBe('03-05T08:00 03-05T17:00')
      expect(floatDays(given)[1]).toBe(0)
    }
  })
})
