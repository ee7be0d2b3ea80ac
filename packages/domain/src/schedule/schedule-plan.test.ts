import { describe, expect, test } from 'vitest'
import type { Plan, PlanCalendar } from './plan'
import { standardCalendar } from './plan'
import { assignment, link, plan, task } from './plan-examples'
import { schedulePlan } from './schedule-plan'

const DAY = 480
const everyDay = { recurrence: null, occurrences: null }

function dates(given: Plan): Record<number, string> {
  const schedule = schedulePlan(given)
  if (!schedule.ok) throw new Error(`${schedule.why}: ${schedule.names.join(', ')}`)
  return Object.fromEntries(
    schedule.tasks.map(({ uid, start, finish }) => [uid, `${start.slice(5)} ${finish.slice(5)}`]),
  )
}

function floats(given: Plan): Record<number, number> {
  const schedule = schedulePlan(given)
  if (!schedule.ok) throw new Error(schedule.why)
  return Object.fromEntries(schedule.tasks.map(({ uid, totalFloatMinutes }) => [uid, totalFloatMinutes]))
}

describe('a task alone', () => {
  test('takes its working minutes around lunch and nights', () => {
    expect(dates(plan([task(1, DAY), task(2, 60), task(3, 300), task(4, 6 * DAY)]))).toEqual({
      1: '03-02T08:00 03-02T17:00',
      2: '03-02T08:00 03-02T09:00',
      3: '03-02T08:00 03-02T14:00',
      4: '03-02T08:00 03-09T17:00',
    })
  })

  test('starts at the next working moment when the plan begins on a Sunday', () => {
    expect(dates(plan([task(1, 60)], [], { startsAt: '2026-03-01T12:00' }))[1]).toBe(
      '03-02T08:00 03-02T09:00',
    )
  })

  // MPXJ's author saw Project do so; thirty public files of 2000 to 2010 agree.
  test('starts no earlier than it is told, be it before the plan', () => {
    expect(dates(plan([task(1, 60, { constraint: { type: 'SNET', at: '2026-03-07T10:00' } })]))[1]).toBe(
      '03-09T08:00 03-09T09:00',
    )
    expect(dates(plan([task(1, 60, { constraint: { type: 'SNET', at: '2026-02-02T10:00' } })]))[1]).toBe(
      '02-02T10:00 02-02T11:00',
    )
    const follows = plan(
      [task(1, 0), task(2, 60, { constraint: { type: 'SNET', at: '2026-02-02T10:00' } })],
      [link(1, 2)],
    )
    expect(dates(follows)[2]).toBe('03-02T08:00 03-02T09:00')
  })

  test('without duration stays where it is put, even on a Sunday', () => {
    expect(dates(plan([task(1, 0, { constraint: { type: 'SNET', at: '2026-03-08T23:00' } })]))[1]).toBe(
      '03-08T23:00 03-08T23:00',
    )
  })
})

describe('a link', () => {
  const pair = (more: Parameters<typeof link>[2], from = DAY, to = DAY) =>
    dates(plan([task(1, from), task(2, to)], [link(1, 2, more)]))[2]

  test('of each type ties the ends it names', () => {
    expect(pair({ type: 'FS' })).toBe('03-03T08:00 03-03T17:00')
    expect(pair({ type: 'SS' })).toBe('03-02T08:00 03-02T17:00')
    expect(pair({ type: 'FF' }, 2 * DAY)).toBe('03-03T08:00 03-03T17:00')
    expect(pair({ type: 'SF', lag: 2 * DAY })).toBe('03-03T08:00 03-03T17:00')
  })

  test('waits working days, days on the wall or a share of the predecessor', () => {
    expect(pair({ lag: DAY }, 5 * DAY)).toBe('03-10T08:00 03-10T17:00')
    expect(pair({ lag: 1440, lagUnit: 'elapsed' }, 5 * DAY)).toBe('03-09T08:00 03-09T17:00')
    expect(pair({ lag: 50, lagUnit: 'percent' }, 4 * DAY)).toBe('03-10T08:00 03-10T17:00')
  })

  test('overlaps by a lead', () => {
    expect(pair({ lag: -DAY }, 2 * DAY)).toBe('03-03T08:00 03-03T17:00')
    expect(pair({ lag: -50, lagUnit: 'percent' }, 2 * DAY)).toBe('03-03T08:00 03-03T17:00')
    expect(pair({ lag: -10 * DAY }, 2 * DAY)).toBe('03-02T08:00 03-02T17:00')
  })

  test('leaves a milestone at its predecessor’s finish, also on Friday evening', () => {
    expect(pair({}, 5 * DAY, 0)).toBe('03-06T17:00 03-06T17:00')
    expect(pair({ lag: DAY }, DAY, 0)).toBe('03-03T17:00 03-03T17:00')
  })

  test('to a summary holds for every leaf below, from a summary waits for the last', () => {
    const tasks = [
      task(1, DAY),
      task(10, 0, { isSummary: true }),
      task(11, DAY, { outlineLevel: 2 }),
      task(20, 0, { isSummary: true, outlineLevel: 2 }),
      task(21, 3 * DAY, { outlineLevel: 3 }),
      task(30, DAY),
      task(31, DAY),
    ]
    const links = [link(1, 10), link(10, 30), link(10, 31, { type: 'SS', lag: DAY })]
    expect(dates(plan(tasks, links))).toEqual({
      1: '03-02T08:00 03-02T17:00',
      10: '03-03T08:00 03-05T17:00',
      11: '03-03T08:00 03-03T17:00',
      20: '03-03T08:00 03-05T17:00',
      21: '03-03T08:00 03-05T17:00',
      30: '03-06T08:00 03-06T17:00',
      31: '03-04T08:00 03-04T17:00',
    })
  })
})

describe('a calendar', () => {
  const nights: PlanCalendar = {
    uid: 2,
    name: 'Nights',
    derivedFrom: 1,
    week: [null, [{ fromMinute: 1320, toMinute: 1440 }], null, null, null, null, []],
    workWeeks: [],
    exceptions: [],
  }
  const holidays: PlanCalendar = {
    ...standardCalendar,
    uid: 1,
    exceptions: [
      { ...everyDay, name: 'Holiday', fromOn: '2026-03-03', toOn: '2026-03-04', intervals: [] },
      {
        ...everyDay,
        name: 'Overtime',
        fromOn: '2026-03-07',
        toOn: '2026-03-07',
        intervals: [{ fromMinute: 600, toMinute: 660 }],
      },
    ],
  }

  test('skips holidays and works on a Saturday that says so', () => {
    expect(dates(plan([task(1, 2 * DAY), task(2, 4 * DAY)], [], { calendars: [holidays] }))).toEqual({
      1: '03-02T08:00 03-05T17:00',
      2: '03-02T08:00 03-09T16:00',
    })
  })

  test('of a task replaces the plan’s and takes what it does not say from the one it is derived from', () => {
    const given = plan([task(1, 150, { calendarUid: 2 })], [], { calendars: [holidays, nights] })
    expect(dates(given)[1]).toBe('03-02T22:00 03-05T08:30')
  })

  test('that is derived from itself, or from one nobody knows, still ends', () => {
    const circular = [
      { ...nights, derivedFrom: 3 },
      { ...nights, uid: 3, derivedFrom: 2 },
    ]
    expect(dates(plan([task(1, 60, { calendarUid: 2 })], [], { calendars: circular }))[1]).toBe(
      '03-02T22:00 03-02T23:00',
    )
    expect(dates(plan([task(1, 60, { calendarUid: 99 })], [], { calendarUid: 98, calendars: [] }))[1]).toBe(
      '03-02T08:00 03-02T09:00',
    )
  })
})

describe('float', () => {
  test('is what a task can slip before the end of the plan moves', () => {
    const tasks = [task(1, DAY), task(2, 3 * DAY), task(3, DAY), task(4, 0)]
    const links = [link(1, 2), link(1, 3), link(2, 4), link(3, 4)]
    expect(floats(plan(tasks, links))).toEqual({ 1: 0, 2: 0, 3: 2 * DAY, 4: 0 })
    const schedule = schedulePlan(plan(tasks, links))
    expect(schedule.ok && schedule.tasks.map(({ isCritical }) => isCritical)).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  test('counts on the task’s own calendar', () => {
    const short: PlanCalendar = {
      ...standardCalendar,
      uid: 2,
      week: standardCalendar.week.map((day) =>
        day && day.length > 0 ? [{ fromMinute: 480, toMinute: 540 }] : [],
      ),
    }
    const given = plan([task(1, 3 * DAY), task(2, 60, { calendarUid: 2 })])
    expect(floats({ ...given, calendars: [...given.calendars, short] })).toEqual({ 1: 0, 2: 120 })
  })
})

describe('a plan that cannot be scheduled', () => {
  test('names the tasks that wait for each other', () => {
    const links = [link(1, 2), link(2, 3), link(3, 4), link(4, 2)]
    const refused = schedulePlan(
      plan(
        [1, 2, 3, 4, 5].map((uid) => task(uid, DAY)),
        links,
      ),
    )
    expect(refused).toMatchObject({ ok: false, why: 'cycle' })
    expect(!refused.ok && refused.names.toSorted()).toEqual(['Task 2', 'Task 3', 'Task 4'])
    expect(schedulePlan(plan([task(1, DAY)], [link(1, 1)]))).toEqual({
      ok: false,
      why: 'self-link',
      names: ['Task 1'],
    })
  })

  test('counts a summary that waits for its own child as a circle', () => {
    const tasks = [task(1, 0, { isSummary: true }), task(2, DAY, { outlineLevel: 2 })]
    expect(schedulePlan(plan(tasks, [link(2, 1)]))).toMatchObject({ ok: false, why: 'cycle' })
    expect(schedulePlan(plan(tasks, [link(1, 2)]))).toMatchObject({ ok: false, why: 'cycle' })
  })

  test('says which task or calendar stops it', () => {
    const idle = { ...standardCalendar, uid: 1, name: 'Never', week: Array(7).fill([]) }
    expect(schedulePlan(plan([task(1, DAY)], [], { calendars: [idle] }))).toEqual({
      ok: false,
      why: 'no-working-time',
      names: ['Task 1', 'Never'],
    })
    expect(schedulePlan(plan([task(1, DAY)], [link(1, 7)]))).toEqual({
      ok: false,
      why: 'unknown-task',
      names: ['7'],
    })
    // Sixty years at eight hours of every Monday are more than two hundred on the calendar.
    const mondays = {
      ...standardCalendar,
      uid: 1,
      week: standardCalendar.week.map((day, at) => (at === 1 ? day : [])),
    }
    expect(schedulePlan(plan([task(1, 60 * 12 * 20 * DAY)], [], { calendars: [mondays] }))).toEqual({
      ok: false,
      why: 'too-far',
      names: ['Task 1'],
    })
  })

  test('says whose duration, date or share of work cannot be', () => {
    const refused = (given: Plan) => schedulePlan(given)
    for (const minutes of [-1, NaN, Infinity, 1e12, 100 * 12 * 20 * DAY])
      expect(refused(plan([task(1, minutes)]))).toEqual({ ok: false, why: 'bad-duration', names: ['Task 1'] })
    for (const at of ['1970-01-01T08:00', '2199-12-31T08:00']) {
      const names = ['Task 1', at]
      expect(refused(plan([task(1, DAY, { deadline: at })]))).toEqual({ ok: false, why: 'bad-date', names })
      expect(refused(plan([task(1, DAY, { actualStart: at })]))).toEqual({
        ok: false,
        why: 'bad-date',
        names,
      })
      expect(refused(plan([], [], { startsAt: at }))).toEqual({ ok: false, why: 'bad-date', names: [at] })
    }
    const resources = [
      { uid: 1, name: 'Nobody', kind: 'work' as const, calendarUid: null, maxUnitsPercent: 0 },
    ]
    const idle = assignment(1, 1, { unitsPercent: 0, workMinutes: DAY })
    expect(refused(plan([task(1, DAY)], [], { resources, assignments: [idle] }))).toEqual({
      ok: false,
      why: 'bad-units',
      names: ['Task 1', 'Nobody'],
    })
  })

  test('comes back at once, however odd', () => {
    const began = performance.now()
    const never = { ...standardCalendar, uid: 1, week: Array(7).fill([]) }
    const chain = Array.from({ length: 20_000 }, (_, at) => task(at + 1, DAY))
    const links = chain.slice(1).map(({ uid }) => link(uid - 1, uid))
    expect(schedulePlan(plan(chain, links, { calendars: [never] }))).toMatchObject({ why: 'no-working-time' })
    expect(schedulePlan(plan(chain, [...links, link(20_000, 1)]))).toMatchObject({ why: 'cycle' })
    expect(schedulePlan(plan(chain, links))).toMatchObject({ ok: true })
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('throws where a date is none', () => {
    expect(() => schedulePlan(plan([], [], { startsAt: '2026-02-31T08:00' }))).toThrow(RangeError)
    expect(() => schedulePlan(plan([task(1, 0, { constraint: { type: 'SNET', at: 'soon' } })]))).toThrow(
      RangeError,
    )
  })

  test('is not the one without tasks', () => {
    expect(schedulePlan(plan([]))).toEqual({
      ok: true,
      start: '2026-03-02T08:00',
      finish: '2026-03-02T08:00',
      tasks: [],
    })
  })
})
