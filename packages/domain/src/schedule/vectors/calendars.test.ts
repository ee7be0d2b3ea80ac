import { describe, expect, test } from 'vitest'
import { standardCalendar, type Plan, type PlanCalendar, type Week, type WorkInterval } from '../plan'
import { link, plan, task } from '../plan-examples'
import { DAY, dates, floatDays, lateDates } from './answers'

const morning: WorkInterval = { fromMinute: 480, toMinute: 720 }
const evening: WorkInterval = { fromMinute: 1380, toMinute: 1440 }
const night: WorkInterval[] = [
  { fromMinute: 0, toMinute: 180 },
  { fromMinute: 240, toMinute: 480 },
]

function calendar(uid: number, name: string, week: Week, more: Partial<PlanCalendar> = {}): PlanCalendar {
  return { ...standardCalendar, uid, name, week, ...more }
}

/** Microsoft Project's own: Monday 23:00 to Saturday 08:00, an hour's pause from 03:00. */
const nightShift = calendar(2, 'Night Shift', [
  [],
  [evening],
  [...night, evening],
  [...night, evening],
  [...night, evening],
  [...night, evening],
  night,
])
const roundTheClock = calendar(
  3,
  '24 Hours',
  Array.from({ length: 7 }, () => [{ fromMinute: 0, toMinute: 1440 }]),
)

function withShifts(given: Plan): Plan {
  return { ...given, calendars: [...given.calendars, nightShift, roundTheClock] }
}

describe('a work week', () => {
  const mornings: Week = [[], [morning], [morning], [morning], [morning], [morning], []]
  const secondWeek = { name: 'Mornings', fromOn: '2026-03-09', toOn: '2026-03-13', week: mornings } as const

  const sevenDays = (more: Partial<PlanCalendar>) =>
    dates(plan([task(1, 7 * DAY)], [], { calendars: [{ ...standardCalendar, uid: 1, ...more }] }))[1]

  test('stands for the ordinary week between its dates', () => {
    // Five days until Friday 6; of the 16 hours left, four on each of Monday 9 to Thursday 12.
    expect(sevenDays({ workWeeks: [secondWeek] })).toBe('03-02T08:00 03-12T12:00')
  })

  test('leaves the days that it does not name as they are', () => {
    // Monday 9 four hours, Tuesday 10 the ordinary eight, Wednesday 11 four.
    const week = mornings.map((day, weekday) => (weekday === 2 ? null : day))
    expect(sevenDays({ workWeeks: [{ ...secondWeek, week }] })).toBe('03-02T08:00 03-11T12:00')
  })

  test('yields to an exception', () => {
    // Tuesday 10 is off: Monday 9, Wednesday 11, Thursday 12, Friday 13.
    const off = { name: 'Off', fromOn: '2026-03-10', toOn: '2026-03-10', intervals: [] } as const
    expect(
      sevenDays({
        workWeeks: [secondWeek],
        exceptions: [{ ...off, intervals: [], recurrence: null, occurrences: null }],
      }),
    ).toBe('03-02T08:00 03-13T12:00')
  })

  test('of the calendar that it is derived from holds as well', () => {
    const given = plan([task(1, 7 * DAY, { calendarUid: 4 })])
    given.calendars = [
      { ...standardCalendar, uid: 1, workWeeks: [secondWeek] },
      calendar(
        4,
        'Derived',
        Array.from({ length: 7 }, () => null),
        { derivedFrom: 1 },
      ),
    ]
    expect(dates(given)[1]).toBe('03-02T08:00 03-12T12:00')
  })
})

describe('a night shift', () => {
  test('goes on after midnight', () => {
    // From Monday 23:00: one hour until midnight, three until 03:00, four until 08:00.
    // The next shift begins on Tuesday 23:00.
    const given = withShifts(
      plan([task(1, DAY, { calendarUid: 2 }), task(2, DAY, { calendarUid: 2 })], [link(1, 2)]),
    )
    expect(dates(given)).toEqual({ 1: '03-02T23:00 03-03T08:00', 2: '03-03T23:00 03-04T08:00' })
  })

  test('ends its week on Saturday morning', () => {
    // Five shifts of eight hours, the last from Friday 23:00 to Saturday 08:00; the sixth begins on Monday 23:00.
    const given = withShifts(
      plan([task(1, 5 * DAY, { calendarUid: 2 }), task(2, 60, { calendarUid: 2 })], [link(1, 2)]),
    )
    expect(dates(given)).toEqual({ 1: '03-02T23:00 03-07T08:00', 2: '03-09T23:00 03-10T00:00' })
  })

  test('hands over to the day shift', () => {
    // It ends on Tuesday 08:00, when the day begins. Late, too: the day takes Friday 6, the shift before it ends at
    // 08:00 that day and began on Thursday 23:00. Three shifts lie between.
    const given = withShifts(
      plan([task(1, DAY, { calendarUid: 2 }), task(2, DAY), task(3, 5 * DAY)], [link(1, 2)]),
    )
    expect(dates(given)[2]).toBe('03-03T08:00 03-03T17:00')
    expect(lateDates(given)[1]).toBe('03-05T23:00 03-06T08:00')
    expect(floatDays(given)).toEqual({ 1: 3, 2: 3, 3: 0 })
  })
})

describe('a calendar without a pause', () => {
  test('takes nights and the weekend', () => {
    // Five times 24 hours from Monday 08:00.
    const given = withShifts(plan([task(1, 5 * 1440, { calendarUid: 3 })]))
    expect(dates(given)[1]).toBe('03-02T08:00 03-07T08:00')
  })

  test('lets a task end at midnight, and the next one begin there', () => {
    const given = withShifts(
      plan(
        [task(1, 960, { calendarUid: 3 }), task(2, 60, { calendarUid: 3 }), task(3, 60)],
        [link(1, 2), link(1, 3)],
      ),
    )
    expect(dates(given)).toEqual({
      1: '03-02T08:00 03-03T00:00',
      2: '03-03T00:00 03-03T01:00',
      3: '03-03T08:00 03-03T09:00',
    })
  })

  test('is what an elapsed duration is counted on', () => {
    // Thursday 17:00 and two days on the wall is Saturday 17:00; the next task begins on Monday.
    const given = plan(
      [task(1, 4 * DAY), task(2, 2880, { isElapsed: true }), task(3, DAY)],
      [link(1, 2), link(2, 3)],
    )
    expect(dates(given)).toMatchObject({ 2: '03-05T17:00 03-07T17:00', 3: '03-09T08:00 03-09T17:00' })
  })
})
