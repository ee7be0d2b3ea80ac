import { describe, expect, test } from 'vitest'
import type { LocalDateTime } from '../../calendar-day'
import { standardCalendar, type ConstraintType, type PlanTask } from '../plan'
import { link, plan, task } from '../plan-examples'
import { DAY, dates, floatDays, scheduled } from './answers'

const late = { constraint: { type: 'ALAP', at: null } } as const satisfies Partial<PlanTask>

/** Five days beside everything else: plans from Monday 2 March end on Friday 6, 17:00. */
const theWeek = task(9, 5 * DAY)

describe('a task as late as possible', () => {
  test('ends with the plan and has no float', () => {
    const given = plan([task(1, 2 * DAY, late), theWeek])
    expect(dates(given)[1]).toBe('03-05T08:00 03-06T17:00')
    expect(floatDays(given)[1]).toBe(0)
  })

  test('leaves room for those after it that are late as well', () => {
    const given = plan([task(1, DAY, late), task(2, DAY, late), theWeek], [link(1, 2)])
    expect(dates(given)).toMatchObject({ 1: '03-05T08:00 03-05T17:00', 2: '03-06T08:00 03-06T17:00' })
  })

  test('takes the float of the one after it', () => {
    // The second can wait until Friday, so the first waits until Thursday, and the second then must.
    const given = plan([task(1, DAY, late), task(2, DAY), theWeek], [link(1, 2)])
    expect(dates(given)).toMatchObject({ 1: '03-05T08:00 03-05T17:00', 2: '03-06T08:00 03-06T17:00' })
  })

  test('leaves those before it as early as they can be', () => {
    const given = plan([task(1, DAY), task(2, DAY, late), theWeek], [link(1, 2)])
    expect(dates(given)).toMatchObject({ 1: '03-02T08:00 03-02T17:00', 2: '03-06T08:00 03-06T17:00' })
  })
})

/** Plans that end on Friday 13 March, 17:00; in such plans a task is as late as possible unless told otherwise. */
describe('a plan from its finish', () => {
  const backwards = (tasks: PlanTask[], links = [link(1, 2)]) =>
    plan(tasks, links, { finishesAt: '2026-03-13T17:00' })

  test('puts the last task at the end and each before the next', () => {
    // Three days, Wednesday to Friday; two before them, Monday and Tuesday; one beside them, Friday.
    const given = backwards([task(1, 2 * DAY, late), task(2, 3 * DAY, late), task(3, DAY, late)])
    expect(dates(given)).toEqual({
      1: '03-09T08:00 03-10T17:00',
      2: '03-11T08:00 03-13T17:00',
      3: '03-13T08:00 03-13T17:00',
    })
  })

  test('leaves lags between', () => {
    // The second takes Friday; a day before its start is Wednesday 17:00.
    const given = backwards([task(1, DAY, late), task(2, DAY, late)], [link(1, 2, { lag: DAY })])
    expect(dates(given)[1]).toBe('03-11T08:00 03-11T17:00')
  })

  test('goes around holidays', () => {
    // Two days with the 12th off: the 11th and the 13th.
    const given = backwards([task(1, 2 * DAY, late)], [])
    const off = { name: 'Off', fromOn: '2026-03-12', toOn: '2026-03-12' } as const
    given.calendars = [
      {
        ...standardCalendar,
        uid: 1,
        exceptions: [{ ...off, intervals: [], recurrence: null, occurrences: null }],
      },
    ]
    expect(dates(given)[1]).toBe('03-11T08:00 03-13T17:00')
  })

  test('keeps what must not be later', () => {
    const withConstraint = (type: ConstraintType, at: LocalDateTime) =>
      dates(backwards([task(1, DAY, { constraint: { type, at } }), task(9, 10 * DAY, late)], []))[1]
    expect(withConstraint('SNLT', '2026-03-04T08:00')).toBe('03-04T08:00 03-04T17:00')
    expect(withConstraint('FNLT', '2026-03-11T17:00')).toBe('03-11T08:00 03-11T17:00')
    expect(withConstraint('MSO', '2026-03-05T08:00')).toBe('03-05T08:00 03-05T17:00')
    expect(withConstraint('MFO', '2026-03-05T17:00')).toBe('03-05T08:00 03-05T17:00')
  })

  test('ends a task by its deadline', () => {
    const given = backwards([task(1, DAY, { ...late, deadline: '2026-03-11T17:00' })], [])
    expect(dates(given)[1]).toBe('03-11T08:00 03-11T17:00')
  })

  test('spans its tasks in its summaries', () => {
    const given = backwards(
      [
        task(9, 0, { isSummary: true }),
        task(1, DAY, { ...late, outlineLevel: 2 }),
        task(2, DAY, { ...late, outlineLevel: 2 }),
      ],
      [link(1, 2)],
    )
    expect(dates(given)[9]).toBe('03-12T08:00 03-13T17:00')
    expect(scheduled(given)[0]!.uid).toBe(9)
  })
})
