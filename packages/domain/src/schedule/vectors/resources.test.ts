import { describe, expect, test } from 'vitest'
import {
  standardCalendar,
  type Contour,
  type Plan,
  type PlanAssignment,
  type PlanTask,
  type WorkInterval,
} from '../plan'
import { link, plan, task } from '../plan-examples'
import { DAY, dates } from './answers'

const HOUR = 60
const day: WorkInterval[] = standardCalendar.week[1] ?? []
const morning: WorkInterval[] = [{ fromMinute: 480, toMinute: 720 }]

/** Calendars: 1 standard; 2 mornings; 3 Tuesday to Thursday; 4 Monday to Wednesday. Resources have the same numbers. */
function staffed(tasks: PlanTask[], assignments: Partial<PlanAssignment>[]): Plan {
  const week = (hours: WorkInterval[], weekdays: number[]) =>
    [0, 1, 2, 3, 4, 5, 6].map((weekday) => (weekdays.includes(weekday) ? hours : []))
  const calendars = [
    week(day, [1, 2, 3, 4, 5]),
    week(morning, [1, 2, 3, 4, 5]),
    week(day, [2, 3, 4]),
    week(day, [1, 2, 3]),
  ].map((days, index) => ({ ...standardCalendar, uid: index + 1, name: `Calendar ${index + 1}`, week: days }))
  return plan(tasks, [], {
    calendars,
    resources: calendars.map(({ uid }) => ({
      uid,
      name: `Resource ${uid}`,
      kind: 'work',
      calendarUid: uid,
      maxUnitsPercent: 100,
    })),
    assignments: assignments.map((more, index) => ({
      uid: index + 1,
      taskUid: 1,
      resourceUid: 1,
      unitsPercent: 100,
      workMinutes: 0,
      actualWorkMinutes: 0,
      remainingWorkMinutes: more.workMinutes ?? 0,
      delayMinutes: 0,
      levellingDelayMinutes: 0,
      contour: 'flat',
      spread: null,
      ...more,
    })),
  })
}

describe('assigned units', () => {
  test('of a half take twice the time', () => {
    const given = staffed([task(1, 16 * HOUR)], [{ workMinutes: 8 * HOUR, unitsPercent: 50 }])
    expect(dates(given)[1]).toBe('03-02T08:00 03-03T17:00')
  })

  test('of two take half the time', () => {
    const given = staffed([task(1, 8 * HOUR)], [{ workMinutes: 16 * HOUR, unitsPercent: 200 }])
    expect(dates(given)[1]).toBe('03-02T08:00 03-02T17:00')
  })

  test('of several resources last as long as the longest', () => {
    // The first works on Monday and Tuesday, the third on its Tuesday, Wednesday and Thursday.
    const given = staffed(
      [task(1, 4 * DAY)],
      [{ workMinutes: 16 * HOUR }, { resourceUid: 3, workMinutes: 24 * HOUR }],
    )
    expect(dates(given)[1]).toBe('03-02T08:00 03-05T17:00')
  })
})

describe('a resource’s calendar', () => {
  test('says when its task starts and ends', () => {
    // 24 hours on Tuesday to Thursday, eight more on the next Tuesday.
    const given = staffed([task(1, 4 * DAY)], [{ resourceUid: 3, workMinutes: 32 * HOUR }])
    expect(dates(given)[1]).toBe('03-03T08:00 03-10T17:00')
  })

  test('is crossed with the task’s: mornings from Monday to Wednesday', () => {
    // Four hours a day: 2, 3 and 4 make twelve, 9 and 10 make twenty.
    const given = staffed(
      [task(1, 20 * HOUR, { calendarUid: 2 })],
      [{ resourceUid: 4, workMinutes: 20 * HOUR }],
    )
    expect(dates(given)[1]).toBe('03-02T08:00 03-10T12:00')
  })

  test('is left aside where the task says so: five mornings', () => {
    const given = staffed(
      [task(1, 20 * HOUR, { calendarUid: 2, ignoresResourceCalendars: true })],
      [{ resourceUid: 4, workMinutes: 20 * HOUR }],
    )
    expect(dates(given)[1]).toBe('03-02T08:00 03-06T12:00')
  })

  test('holds for the start that a predecessor allows', () => {
    // The first ends on Wednesday 17:00. The fourth resource is back on Monday 9.
    const given = staffed([task(2, 3 * DAY), task(1, DAY)], [{ resourceUid: 4, workMinutes: 8 * HOUR }])
    given.links.push(link(2, 1))
    expect(dates(given)[1]).toBe('03-09T08:00 03-09T17:00')
  })
})

describe('an assignment’s delay', () => {
  test('puts its part that much working time after the task’s start', () => {
    // The first resource works on Monday, the second two working days later, on Wednesday.
    const given = staffed(
      [task(1, 3 * DAY)],
      [{ workMinutes: 8 * HOUR }, { workMinutes: 8 * HOUR, delayMinutes: 2 * DAY }],
    )
    expect(dates(given)[1]).toBe('03-02T08:00 03-04T17:00')
  })

  test('by levelling is working time as well, and may come on top', () => {
    // CustomerFeedback.mpp, task 291: 1440 minutes are three working days, not one on the wall. Here the second part
    // waits for three, Monday to Wednesday, and works on Thursday.
    const levelled = { workMinutes: 8 * HOUR, levellingDelayMinutes: 3 * DAY }
    expect(dates(staffed([task(1, 2 * DAY)], [{ workMinutes: 8 * HOUR }, levelled]))[1]).toBe(
      '03-02T08:00 03-05T17:00',
    )
  })
})

describe('material', () => {
  test('takes no time: the task lasts as long as it says', () => {
    const given = staffed([task(1, DAY)], [{ workMinutes: 100 * HOUR }])
    given.resources[0]!.kind = 'material'
    expect(dates(given)[1]).toBe('03-02T08:00 03-02T17:00')
  })
})

/** Microsoft's shapes: how much of the full rate is worked in each tenth of the time. */
describe('work that is not spread evenly', () => {
  const takes = (contour: Contour, hours: number) => {
    const given = staffed(
      [task(1, hours * HOUR)],
      [
        { workMinutes: 21 * HOUR, contour },
        { resourceUid: 3, workMinutes: 60 },
      ],
    )
    return dates(given)[1]!.split(' ')[1]
  }

  test('takes twice the time as a bell or with peaks: 21 hours in 42', () => {
    // Bell: 10 20 40 80 100 100 80 40 20 10 is 500 in ten tenths, half the rate. 42 hours are five days and two hours:
    // Monday 9, 10:00.
    for (const contour of ['bell', 'double-peak', 'early-peak', 'late-peak'] as const)
      expect(takes(contour, 42)).toBe('03-09T10:00')
  })

  test('takes five thirds of the time when loaded towards one end: 21 hours in 35', () => {
    // 10 15 25 50 50 75 75 100 100 100 is 600, 60 per cent: 35 hours are four days and three hours.
    for (const contour of ['back-loaded', 'front-loaded'] as const)
      expect(takes(contour, 35)).toBe('03-06T11:00')
  })

  test('takes ten sevenths of the time as a turtle: 21 hours in 30', () => {
    // 25 50 75 100 100 100 100 75 50 25 is 700: 30 hours are three days and six hours.
    expect(takes('turtle', 30)).toBe('03-05T15:00')
  })
})
