import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar-day'
import { mondayOf } from '../work-week'
import { bookedMinutes, bookedOn, firstDayAbove, type Booked } from './booked'
import { demandOf, isOverAllocated, loadByWeek, loadStep } from './load'
import { workByDay } from './planned'
import { skillGaps } from './skill-gap'
import { capacityBetween, minutesThere, type Calendar } from './working-days'

const monday = '2026-03-02'
const fullTime: Calendar = { weeklyMinutes: 2400, dayMinutes: null, absences: [], holidays: new Set() }
const booking = (more: Partial<Booked> = {}): Booked => ({
  fromOn: monday,
  toOn: '2026-03-06',
  dayMinutes: 480,
  sharePercent: null,
  firmness: 'hard',
  ...more,
})
const away = (fromOn: string, toOn = fromOn, isHalfDay = false) => ({ fromOn, toOn, isHalfDay })

describe('what somebody has', () => {
  test('is the week spread over Monday to Friday, or the minutes of each day', () => {
    expect(capacityBetween(fullTime, monday, '2026-03-08')).toBe(2400)
    const partTime = { ...fullTime, weeklyMinutes: 1200, dayMinutes: [600, 600, 0, 0, 0, 0, 0] }
    expect(minutesThere(partTime, monday)).toBe(600)
    expect(minutesThere(partTime, '2026-03-04')).toBe(0)
  })

  test('is less by leave and public holidays, and half a day by half', () => {
    const calendar = {
      ...fullTime,
      absences: [away('2026-03-03'), away('2026-03-05', '2026-03-05', true)],
      holidays: new Set(['2026-03-06']),
    }
    expect(capacityBetween(calendar, monday, '2026-03-08')).toBe(480 + 480 + 240)
  })
})

describe('a booking', () => {
  test('of minutes a day is promised on working days, of leave too', () => {
    const calendar = { ...fullTime, absences: [away('2026-03-03')], holidays: new Set(['2026-03-04']) }
    expect(bookedMinutes(booking(), calendar)).toBe(4 * 480)
  })

  test('of a share is of what there is', () => {
    const calendar = { ...fullTime, absences: [away('2026-03-03')] }
    expect(bookedMinutes(booking({ dayMinutes: null, sharePercent: 50 }), calendar)).toBe(4 * 240)
  })

  test('above what there is, is told by its first day; soft ones promise nothing', () => {
    const half = booking({ dayMinutes: 240 })
    const other = booking({ fromOn: '2026-03-04', dayMinutes: 300 })
    expect(firstDayAbove([half, other], fullTime, half)).toEqual({
      on: '2026-03-04',
      booked: 540,
      there: 480,
    })
    expect(firstDayAbove([half, { ...other, firmness: 'soft' }], fullTime, half)).toBeNull()
    const calendar = { ...fullTime, absences: [away('2026-03-03')] }
    expect(firstDayAbove([half], calendar, half)?.on).toBe('2026-03-03')
  })
})

describe('a week', () => {
  const week = (more: Partial<Parameters<typeof loadByWeek>[0]>) =>
    loadByWeek({ calendar: fullTime, bookings: [], work: [], logged: [], ...more }, [monday])[0]!

  test('asks for firm promises or planned work, whichever is more', () => {
    const work = [{ startsLocal: `${monday}T08:00`, finishesLocal: '2026-03-06T17:00', minutes: 3000 }]
    const load = week({ bookings: [booking({ dayMinutes: 240 }), booking({ firmness: 'soft' })], work })
    expect(load).toEqual({ capacity: 2400, soft: 2400, hard: 1200, planned: 3000, logged: 0 })
    expect([demandOf(load), isOverAllocated(load), loadStep(load)]).toEqual([3000, true, 'over'])
  })

  test('of nothing asks for nothing, also of somebody who is away', () => {
    const calendar = { ...fullTime, absences: [away(monday, '2026-03-08')] }
    expect(loadStep(week({ calendar }))).toBe('none')
    expect(loadStep(week({ calendar, bookings: [booking({ dayMinutes: 60 })] }))).toBe('over')
    expect(loadStep(week({ bookings: [booking()] }))).toBe('full')
    expect(loadStep(week({ bookings: [booking({ dayMinutes: 300 })] }))).toBe('half')
    expect(loadStep(week({ bookings: [booking({ dayMinutes: 60 })] }))).toBe('light')
  })
})

describe('a skill gap', () => {
  test('is what nobody on the task has at that level', () => {
    const wanted = [
      { skillId: 'a', level: 3 },
      { skillId: 'b', level: 1 },
      { skillId: 'c', level: 4 },
    ]
    const people = [{ skills: [{ skillId: 'a', level: 4 }] }, { skills: [{ skillId: 'c', level: 2 }] }]
    expect(skillGaps(wanted, people)).toEqual([
      { skillId: 'b', level: 1, best: 0 },
      { skillId: 'c', level: 4, best: 2 },
    ])
  })
})

describe('a law of capacity', () => {
  const dayIn = fc.integer({ min: -40, max: 40 }).map((days) => addDays(monday, days))
  const span = fc
    .tuple(dayIn, fc.integer({ min: 0, max: 40 }))
    .map(([fromOn, days]) => ({ fromOn, toOn: addDays(fromOn, days) }))
  const anyCalendar: fc.Arbitrary<Calendar> = fc
    .record({
      days: fc.option(fc.array(fc.constantFrom(0, 1, 97, 240, 480, 600), { minLength: 7, maxLength: 7 }), {
        nil: null,
      }),
      weeklyMinutes: fc.integer({ min: 0, max: 4800 }),
      absences: fc.array(
        fc.tuple(span, fc.boolean()).map(([days, isHalfDay]) => ({ ...days, isHalfDay })),
        { maxLength: 4 },
      ),
      holidays: fc.array(dayIn, { maxLength: 5 }).map((days) => new Set(days)),
    })
    .map(({ days, ...rest }) => ({ ...rest, dayMinutes: days }))
  const anyBooking: fc.Arbitrary<Booked> = fc
    .tuple(span, fc.boolean(), fc.integer({ min: 1, max: 200 }), fc.constantFrom('soft', 'hard'))
    .map(([days, isShare, amount, firmness]) => ({
      ...days,
      dayMinutes: isShare ? null : amount,
      sharePercent: isShare ? amount : null,
      firmness,
    }))
  const anyWork = fc.tuple(span, fc.integer({ min: 0, max: 100_000 })).map(([days, minutes]) => ({
    startsLocal: `${days.fromOn}T08:00`,
    finishesLocal: `${days.toOn}T17:00`,
    minutes,
  }))
  /** Sixteen weeks around all that is generated. */
  const mondays = Array.from({ length: 20 }, (_, week) => addDays(mondayOf(addDays(monday, -50)), 7 * week))

  test('is that leave never takes more than there is', () => {
    fc.assert(
      fc.property(anyCalendar, dayIn, (calendar, on) => {
        const there = minutesThere(calendar, on)
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThanOrEqual(minutesThere({ ...calendar, absences: [] }, on))
      }),
    )
  })

  test('is that the weeks sum to the bookings, the work and the days they are made of', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        fc.array(anyBooking, { maxLength: 5 }),
        fc.array(anyWork, { maxLength: 5 }),
        (calendar, bookings, work) => {
          const weeks = loadByWeek({ calendar, bookings, work, logged: [] }, mondays)
          const sum = (of: (load: (typeof weeks)[number]) => number) =>
            weeks.reduce((all, week) => all + of(week), 0)
          const booked = bookings.reduce((all, each) => all + bookedMinutes(each, calendar), 0)
          expect(sum(({ soft, hard }) => soft + hard)).toBe(booked)
          expect(sum(({ planned }) => planned)).toBe(work.reduce((all, { minutes }) => all + minutes, 0))
          expect(sum(({ capacity }) => capacity)).toBe(
            capacityBetween(calendar, mondays[0]!, addDays(mondays.at(-1)!, 6)),
          )
        },
      ),
    )
  })

  test('is that work is never on a day without time while its task has one with', () => {
    fc.assert(
      fc.property(anyCalendar, anyWork, (calendar, work) => {
        const byDay = workByDay(work, calendar)
        const has = capacityBetween(calendar, work.startsLocal.slice(0, 10), work.finishesLocal.slice(0, 10))
        if (has > 0) for (const on of byDay.keys()) expect(minutesThere(calendar, on)).toBeGreaterThan(0)
      }),
    )
  })

  test('is that what is told to be above is, and nothing before it', () => {
    fc.assert(
      fc.property(anyCalendar, fc.array(anyBooking, { minLength: 1, maxLength: 4 }), (calendar, bookings) => {
        const days = { fromOn: addDays(monday, -40), toOn: addDays(monday, 80) }
        const found = firstDayAbove(bookings, calendar, days)
        if (!found) return
        const taken = bookings
          .filter(({ firmness }) => firmness === 'hard')
          .reduce((sum, each) => sum + bookedOn(each, calendar, found.on), 0)
        expect(taken).toBe(found.booked)
        expect(taken).toBeGreaterThan(minutesThere(calendar, found.on))
        const before = { fromOn: days.fromOn, toOn: addDays(found.on, -1) }
        expect(firstDayAbove(bookings, calendar, before)).toBeNull()
      }),
    )
  })
})
