import { describe, expect, test } from 'vitest'
import type { LocalDate, LocalDateTime } from '../../calendar-day'
import { standardCalendar, type CalendarException, type Recurrence, type WorkInterval } from '../plan'
import { plan, task } from '../plan-examples'
import { DAY, dates } from './answers'

type Span = { from: LocalDate; to: LocalDate }
const spring: Span = { from: '2026-03-01', to: '2026-06-30' }
const years: Span = { from: '2026-01-01', to: '2028-12-31' }

/** When a task of so many days ends, as 'MM-DD', where the exception takes days out of the standard week. */
function ends(
  days: number,
  exception: Partial<CalendarException>,
  startsAt: LocalDateTime = '2026-03-02T08:00',
) {
  const calendar = { ...standardCalendar, uid: 1, exceptions: [{ ...everyDay(null), ...exception }] }
  const [, finish] = dates(plan([task(1, days * DAY)], [], { startsAt, calendars: [calendar] }))[1]!.split(
    ' ',
  )
  return finish!.endsWith('T17:00') ? finish!.slice(0, 5) : finish
}

function everyDay(recurrence: Recurrence | null, span = spring, intervals: WorkInterval[] = []) {
  return { name: 'Off', fromOn: span.from, toOn: span.to, intervals, recurrence, occurrences: null }
}

describe('days off that recur daily', () => {
  test('every second day of a span, the first one included', () => {
    // Off on 2, 4, 6, 8 and 10 March; worked on 3, 5 and Monday 9.
    const span = { from: '2026-03-02', to: '2026-03-10' } as const
    expect(ends(3, everyDay({ kind: 'daily', every: 2 }, span))).toBe('03-09')
  })

  test('end after so many', () => {
    // Off on 3, 4 and 5; worked on 2 and 6.
    const three = everyDay({ kind: 'daily', every: 1 }, { from: '2026-03-03', to: '2026-12-31' })
    expect(ends(2, { ...three, occurrences: 3 })).toBe('03-06')
  })
})

describe('days off that recur weekly', () => {
  test('every Wednesday', () => {
    // Off on the 4th; worked on 2, 3, 5, 6 and 9.
    expect(ends(5, everyDay({ kind: 'weekly', every: 1, weekdays: [3] }))).toBe('03-09')
  })

  test('every Tuesday and Thursday', () => {
    // Off on 3, 5, 10, 12; worked on 2, 4, 6, 9, 11, 13.
    expect(ends(6, everyDay({ kind: 'weekly', every: 1, weekdays: [2, 4] }))).toBe('03-13')
  })

  test('every second Friday', () => {
    // Off on the 6th and the 20th, not on the 13th: 2 to 5 are four days, 9 to 13 five, 16 to 19 four, then the 23rd.
    const second = everyDay({ kind: 'weekly', every: 2, weekdays: [5] })
    expect(ends(9, second)).toBe('03-13')
    expect(ends(14, second)).toBe('03-23')
  })

  test('are days on where they have hours', () => {
    // Saturday mornings: five days until Friday, half a day more on Saturday until noon.
    const mornings = everyDay({ kind: 'weekly', every: 1, weekdays: [6] }, spring, [
      { fromMinute: 480, toMinute: 720 },
    ])
    expect(ends(5.5, mornings)).toBe('03-07T12:00')
  })
})

describe('days off that recur monthly', () => {
  // March 2026 has 22 working days, by Tuesday 31; April begins on a Wednesday.
  test('on the tenth', () => {
    // 21 days in March; 1, 2 and 3 April make 24, 6 to 9 make 28; not the 10th; 13 and 14 make 30.
    expect(ends(30, everyDay({ kind: 'monthly-by-day', every: 1, day: 10 }))).toBe('04-14')
  })

  test('on the tenth of every second month', () => {
    // As above, but 10 April is worked: it makes 29, the 13th 30.
    expect(ends(30, everyDay({ kind: 'monthly-by-day', every: 2, day: 10 }))).toBe('04-13')
  })

  test('on the second Tuesday', () => {
    // 10 March and 14 April: 21 days in March, 24 by 3 April, 29 by the 10th, 30 on Monday 13, 31 on Wednesday 15.
    const second = everyDay({ kind: 'monthly-by-weekday', every: 1, nth: 2, weekday: 2 })
    expect(ends(30, second)).toBe('04-13')
    expect(ends(31, second)).toBe('04-15')
  })

  test('on the last Friday', () => {
    // 27 March: 15 days by the 20th, 19 by the 26th, the twentieth on Monday 30.
    expect(ends(20, everyDay({ kind: 'monthly-by-weekday', every: 1, nth: 'last', weekday: 5 }))).toBe(
      '03-30',
    )
  })

  test('on the last Monday, which is the fifth', () => {
    // 30 March, not the 23rd: 20 days by the 27th, the next on Tuesday 31.
    expect(ends(21, everyDay({ kind: 'monthly-by-weekday', every: 1, nth: 'last', weekday: 1 }))).toBe(
      '03-31',
    )
  })
})

describe('days off that recur yearly', () => {
  test('on the first of May', () => {
    // 1 May 2026 is a Friday, 1 May 2028 a Monday: the second day is the Monday, then the Tuesday, after it.
    const may = everyDay({ kind: 'yearly-by-day', month: 5, day: 1 }, years)
    expect(ends(2, may, '2026-04-30T08:00')).toBe('05-04')
    expect(ends(2, may, '2028-04-28T08:00')).toBe('05-02')
  })

  test('on the first Monday of September', () => {
    // 7 September 2026: Friday 4, then Tuesday 8.
    const labour = everyDay({ kind: 'yearly-by-weekday', month: 9, nth: 1, weekday: 1 }, years)
    expect(ends(2, labour, '2026-09-04T08:00')).toBe('09-08')
  })

  test('on the fourth Thursday of November', () => {
    // 26 November 2026: Wednesday 25, then Friday 27.
    const thanks = everyDay({ kind: 'yearly-by-weekday', month: 11, nth: 4, weekday: 4 }, years)
    expect(ends(2, thanks, '2026-11-25T08:00')).toBe('11-27')
  })

  test('on the last Monday of May', () => {
    // 25 May 2026: Friday 22, then Tuesday 26.
    const memorial = everyDay({ kind: 'yearly-by-weekday', month: 5, nth: 'last', weekday: 1 }, years)
    expect(ends(2, memorial, '2026-05-22T08:00')).toBe('05-26')
  })

  test('not after the span', () => {
    // The span ends with 2028; 1 May 2029 is a Tuesday and worked: Monday 30 April and Tuesday.
    const may = everyDay({ kind: 'yearly-by-day', month: 5, day: 1 }, years)
    expect(ends(2, may, '2029-04-30T08:00')).toBe('05-01')
  })
})
