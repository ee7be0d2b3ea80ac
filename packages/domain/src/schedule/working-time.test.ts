import { describe, expect, test } from 'vitest'
import { dayNumber } from '../calendar-day'
import { momentOf } from './moment'
import { standardCalendar, type PlanCalendar } from './plan'
import { workingTimeOf } from './working-time'

const day = dayNumber('2026-03-02')
const working = (calendar: PlanCalendar) => workingTimeOf(calendar, new Map(), day)

describe('working time', () => {
  test('stands still outside working hours', () => {
    const { workAt } = working(standardCalendar)
    const at = (text: string) => workAt(momentOf(text)) - workAt(momentOf('2026-03-02T08:00'))
    expect(at('2026-03-02T12:00')).toBe(2400)
    expect(at('2026-03-02T12:59')).toBe(2400)
    expect(at('2026-03-02T17:00')).toBe(4800)
    expect(at('2026-03-03T08:00')).toBe(4800)
    expect(at('2026-03-09T08:30')).toBe(5 * 4800 + 300)
  })

  test('ends work in the evening and begins it in the morning, though both are the same amount', () => {
    const { workAt, earliestAt, latestAt } = working(standardCalendar)
    const friday = workAt(momentOf('2026-03-06T17:00'))
    expect(earliestAt(friday)).toBe(momentOf('2026-03-06T17:00'))
    expect(latestAt(friday)).toBe(momentOf('2026-03-09T08:00'))
  })

  test('joins intervals that overlap and drops those that are none', () => {
    const week = Array(7).fill([
      { fromMinute: 600, toMinute: 720 },
      { fromMinute: 480, toMinute: 660 },
      { fromMinute: 900, toMinute: 900 },
      { fromMinute: 1000, toMinute: 900 },
    ])
    const { workAt } = working({ ...standardCalendar, week })
    expect(workAt(momentOf('2026-03-03T00:00')) - workAt(momentOf('2026-03-02T00:00'))).toBe(2400)
  })

  test('takes the first of the exceptions that cover a day', () => {
    const noon = [{ fromMinute: 720, toMinute: 780 }]
    const { workAt } = working({
      ...standardCalendar,
      exceptions: [
        { name: 'Noon only', fromOn: '2026-03-04', toOn: '2026-03-04', intervals: noon },
        { name: 'Closed', fromOn: '2026-03-02', toOn: '2026-03-06', intervals: [] },
      ],
    })
    expect(workAt(momentOf('2026-03-07T00:00')) - workAt(momentOf('2026-03-02T00:00'))).toBe(600)
  })

  test('is over for good on a calendar without any', () => {
    const never = working({ ...standardCalendar, week: Array(7).fill([]) })
    expect(never.earliestAt(1)).toBe(Infinity)
    expect(never.latestAt(0)).toBe(Infinity)
    expect(never.goesOn()).toBe(false)
    expect(working(standardCalendar).goesOn()).toBe(true)
  })

  test('stays quick with ten thousand overlapping exceptions', () => {
    const exceptions = Array.from({ length: 10_000 }, () => ({
      name: '',
      fromOn: '1900-01-01',
      toOn: '2299-12-31',
      intervals: [],
    }))
    const began = performance.now()
    expect(working({ ...standardCalendar, exceptions }).goesOn()).toBe(false)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
