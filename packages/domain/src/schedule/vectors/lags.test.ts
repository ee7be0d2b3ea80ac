import { describe, expect, test } from 'vitest'
import type { PlanLink } from '../plan'
import { link, plan, task } from '../plan-examples'
import { DAY, dates, floatDays, lateDates } from './answers'

/** The plan begins on Monday 2 March 2026; Fridays are the 6th and the 13th. */
describe('a lag on the wall', () => {
  test('passes while nobody works: Friday 17:00 and 24 hours is Saturday, so Monday morning', () => {
    expect(waiting(5 * DAY, { lag: 1440, lagUnit: 'elapsed' })).toBe('03-09T08:00 03-09T17:00')
  })

  test('ends in the middle of a morning: Monday 17:00 and 16 hours is Tuesday 09:00', () => {
    // Eight hours from Tuesday 09:00: seven until 17:00, one on Wednesday.
    expect(waiting(DAY, { lag: 960, lagUnit: 'elapsed' })).toBe('03-03T09:00 03-04T09:00')
  })

  test('leads as well: six hours before Tuesday 17:00 is Tuesday 11:00', () => {
    // 11:00 to 12:00 and 13:00 to 17:00 are five hours, three more on Wednesday.
    expect(waiting(2 * DAY, { lag: -360, lagUnit: 'elapsed' })).toBe('03-03T11:00 03-04T11:00')
  })

  test('is taken off again on the way back', () => {
    // The first ends on Monday 17:00, 24 hours later is Tuesday 17:00, so the second takes Wednesday. The third ends
    // the plan on Friday 17:00. Late, the second takes Friday; 24 hours before its 08:00 is Thursday 08:00, which is
    // Wednesday 17:00 for whoever finishes: the first may take Wednesday, two days later than it does.
    const given = plan(
      [task(1, DAY), task(2, DAY), task(3, 5 * DAY)],
      [link(1, 2, { lag: 1440, lagUnit: 'elapsed' })],
    )
    expect(dates(given)[2]).toBe('03-04T08:00 03-04T17:00')
    expect(lateDates(given)).toMatchObject({ 1: '03-04T08:00 03-04T17:00', 2: '03-06T08:00 03-06T17:00' })
    expect(floatDays(given)).toEqual({ 1: 2, 2: 2, 3: 0 })
  })
})

describe('a lag in working time', () => {
  test('goes on after the weekend: Friday 17:00 and four hours is Monday noon, so 13:00', () => {
    // Four hours on Monday afternoon, four on Tuesday morning.
    expect(waiting(5 * DAY, { lag: 240 })).toBe('03-09T13:00 03-10T12:00')
  })

  test('is counted on the successor’s calendar', () => {
    // The successor works round the clock, so 8 hours after Monday 17:00 is Tuesday 01:00, and 8 more is 09:00.
    const given = plan([task(1, DAY), task(2, DAY, { calendarUid: 2 })], [link(1, 2, { lag: DAY })])
    const roundTheClock = { fromMinute: 0, toMinute: 1440 }
    given.calendars.push({
      ...given.calendars[0]!,
      uid: 2,
      name: '24 hours',
      week: Array.from({ length: 7 }, () => [roundTheClock]),
    })
    expect(dates(given)[2]).toBe('03-03T01:00 03-03T09:00')
  })

  test('moves the finish where finish is tied to finish', () => {
    // Finish no earlier than Friday 17:00 and a day: Monday 9 March 17:00, and two days before that is Friday 08:00.
    expect(waiting(5 * DAY, { type: 'FF', lag: DAY }, 2 * DAY)).toBe('03-06T08:00 03-09T17:00')
  })

  test('moves the finish where it is tied to a start', () => {
    // Finish no earlier than Monday 08:00 and three days, Wednesday 17:00.
    expect(waiting(DAY, { type: 'SF', lag: 3 * DAY })).toBe('03-04T08:00 03-04T17:00')
  })
})

describe('a lag in per cent of the predecessor', () => {
  test('is that share of its duration in working time', () => {
    // Half of four days is two: Thursday 17:00, Friday, Monday, so Tuesday.
    expect(waiting(4 * DAY, { lag: 50, lagUnit: 'percent' })).toBe('03-10T08:00 03-10T17:00')
    // A quarter of three days, 24 hours, is six hours: Wednesday 17:00 and six hours is Thursday 15:00.
    expect(waiting(3 * DAY, { lag: 25, lagUnit: 'percent' })).toBe('03-05T15:00 03-06T15:00')
  })

  test('counts from the start where start is tied to start', () => {
    // A quarter of four days is one: Tuesday.
    expect(waiting(4 * DAY, { type: 'SS', lag: 25, lagUnit: 'percent' })).toBe('03-03T08:00 03-03T17:00')
  })

  test('leads where it is negative', () => {
    // A quarter of four days before Thursday 17:00 is Wednesday 17:00, so Thursday.
    expect(waiting(4 * DAY, { lag: -25, lagUnit: 'percent' })).toBe('03-05T08:00 03-05T17:00')
  })

  test('is taken off again on the way back', () => {
    // Half of two days is one: Tuesday 17:00, Wednesday, so the second takes Thursday 5. Eight days end on Wednesday
    // 11. Late, the second takes that Wednesday; a day before its 08:00 is Tuesday 08:00, for a finish Monday 17:00.
    const given = plan(
      [task(1, 2 * DAY), task(2, DAY), task(3, 8 * DAY)],
      [link(1, 2, { lag: 50, lagUnit: 'percent' })],
    )
    expect(dates(given)[2]).toBe('03-05T08:00 03-05T17:00')
    expect(lateDates(given)).toMatchObject({ 1: '03-06T08:00 03-09T17:00', 2: '03-11T08:00 03-11T17:00' })
    expect(floatDays(given)).toEqual({ 1: 4, 2: 4, 3: 0 })
  })
})

describe('a lag in elapsed per cent', () => {
  test('is that share of the duration, counted on the wall', () => {
    // Half of four days, 32 hours, is 16 hours: Thursday 17:00 and 16 hours is Friday 09:00.
    expect(waiting(4 * DAY, { lag: 50, lagUnit: 'elapsed-percent' })).toBe('03-06T09:00 03-09T09:00')
  })

  test('leads where it is negative', () => {
    // A quarter of 32 hours is eight: Thursday 17:00 less eight hours on the wall is Thursday 09:00.
    expect(waiting(4 * DAY, { lag: -25, lagUnit: 'elapsed-percent' })).toBe('03-05T09:00 03-06T09:00')
  })
})

function waiting(predecessor: number, by: Partial<PlanLink>, successor = DAY): string | undefined {
  return dates(plan([task(1, predecessor), task(2, successor)], [link(1, 2, by)]))[2]
}
