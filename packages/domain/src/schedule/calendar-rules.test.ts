import { describe, expect, test } from 'vitest'
import { whyNotCalendar, withHolidays } from './calendar-rules'
import { standardCalendar, type CalendarException, type PlanCalendar } from './plan'

const calendar = (more: Partial<PlanCalendar>): PlanCalendar => ({ ...standardCalendar, uid: 1, ...more })
const off = (fromOn: string, toOn = fromOn): CalendarException => ({
  name: 'Off',
  fromOn,
  toOn,
  intervals: [],
  recurrence: null,
  occurrences: null,
})
const why = (more: Partial<PlanCalendar>, others: PlanCalendar[] = []) =>
  whyNotCalendar(calendar(more), others)

describe('a calendar', () => {
  test('has working time, of its own or of the one that it is based on', () => {
    const free = [[], [], [], [], [], [], []]
    const open = [null, null, null, null, null, null, null]
    expect(why({})).toBeNull()
    expect(why({ week: free })).toBe('no-working-time')
    expect(why({ week: open })).toBe('no-working-time')
    expect(why({ week: open, derivedFrom: 2 }, [calendar({ uid: 2 })])).toBeNull()
    expect(why({ week: open, derivedFrom: 2 }, [calendar({ uid: 2, week: free })])).toBe('no-working-time')
  })

  test('has hours that follow each other within the day', () => {
    const monday = (hours: [number, number][]) =>
      why({
        week: [[], hours.map(([fromMinute, toMinute]) => ({ fromMinute, toMinute })), [], [], [], [], []],
      })
    expect(monday([[0, 1440]])).toBeNull()
    expect(
      monday([
        [480, 720],
        [700, 900],
      ]),
    ).toBe('bad-hours')
    expect(monday([[720, 480]])).toBe('bad-hours')
    expect(monday([[480, 1500]])).toBe('bad-hours')
  })

  test('is not based on itself', () => {
    expect(
      why({ derivedFrom: 2 }, [calendar({ derivedFrom: 2 }), calendar({ uid: 2, derivedFrom: 1 })]),
    ).toBe('based-on-itself')
  })

  test('has exceptions that end after they begin', () => {
    expect(why({ exceptions: [off('2026-05-02', '2026-05-01')] })).toBe('exception-ends-before-it-begins')
    expect(why({ exceptions: [off('1970-01-01', '2199-12-31')] })).toBe('exception-too-long')
  })
})

describe('public holidays', () => {
  test('come between the exceptions that are there, and once', () => {
    const known = calendar({ exceptions: [off('2026-12-24', '2026-12-31')] })
    const holidays = [off('2026-12-25'), off('2026-05-01'), off('2026-05-01')]
    const once = withHolidays(known, holidays)
    expect(once.exceptions.map(({ fromOn }) => fromOn)).toEqual(['2026-05-01', '2026-12-24'])
    expect(withHolidays(once, holidays)).toBe(once)
  })
})
