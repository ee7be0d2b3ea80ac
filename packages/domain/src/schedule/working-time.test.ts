import { describe, expect, test } from 'vitest'
import { dayNumber } from '../calendar-day'
import { momentOf } from './moment'
import { standardCalendar, type PlanCalendar } from './plan'
import { dayShapesOf } from './day-shapes'
import { WorkingTime } from './working-time'

const day = dayNumber('2026-03-02')
const working = (calendar: PlanCalendar) => new WorkingTime(dayShapesOf(calendar, new Map()), day)
const everyDay = { recurrence: null, occurrences: null }

describe('working time', () => {
  test('stands still outside working hours', () => {
    const clock = working(standardCalendar)
    const at = (text: string) => clock.workAt(momentOf(text)) - clock.workAt(momentOf('2026-03-02T08:00'))
    expect(at('2026-03-02T12:00')).toBe(2400)
    expect(at('2026-03-02T12:59')).toBe(2400)
    expect(at('2026-03-02T17:00')).toBe(4800)
    expect(at('2026-03-03T08:00')).toBe(4800)
    expect(at('2026-03-09T08:30')).toBe(5 * 4800 + 300)
  })

  test('ends work in the evening and begins it in the morning, though both are the same amount', () => {
    const clock = working(standardCalendar)
    const friday = clock.workAt(momentOf('2026-03-06T17:00'))
    expect(clock.earliestAt(friday)).toBe(momentOf('2026-03-06T17:00'))
    expect(clock.latestAt(friday)).toBe(momentOf('2026-03-09T08:00'))
  })

  test('joins intervals that overlap and drops those that are none', () => {
    const week = Array(7).fill([
      { fromMinute: 600, toMinute: 720 },
      { fromMinute: 480, toMinute: 660 },
      { fromMinute: 900, toMinute: 900 },
      { fromMinute: 1000, toMinute: 900 },
    ])
    const clock = working({ ...standardCalendar, week })
    expect(clock.workAt(momentOf('2026-03-03T00:00')) - clock.workAt(momentOf('2026-03-02T00:00'))).toBe(2400)
  })

  test('takes the first of the exceptions that cover a day', () => {
    const noon = [{ fromMinute: 720, toMinute: 780 }]
    const clock = working({
      ...standardCalendar,
      exceptions: [
        { ...everyDay, name: 'Noon only', fromOn: '2026-03-04', toOn: '2026-03-04', intervals: noon },
        { ...everyDay, name: 'Closed', fromOn: '2026-03-02', toOn: '2026-03-06', intervals: [] },
      ],
    })
    expect(clock.workAt(momentOf('2026-03-07T00:00')) - clock.workAt(momentOf('2026-03-02T00:00'))).toBe(600)
  })

  test('is over for good on a calendar without any', () => {
    const never = working({ ...standardCalendar, week: Array(7).fill([]) })
    expect(never.earliestAt(1)).toBe(Infinity)
    expect(never.latestAt(0)).toBe(Infinity)
    expect(never.hasWork()).toBe(false)
    expect(working(standardCalendar).hasWork()).toBe(true)
  })

  test('stays quick with ten thousand overlapping exceptions', () => {
    const exceptions = Array.from({ length: 10_000 }, () => ({
      ...everyDay,
      name: '',
      fromOn: '1900-01-01',
      toOn: '2299-12-31',
      intervals: [],
    }))
    const began = performance.now()
    expect(working({ ...standardCalendar, exceptions }).hasWork()).toBe(false)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
