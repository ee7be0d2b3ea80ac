import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentOf } from '../schedule/moment'
import { standardCalendar } from '../schedule/plan'
import { planCalendarsOf } from '../schedule/plan-calendars'
import { whyNotBaseline, type BaselineFacts } from './new-baseline'
import { ENOUGH_FINISHED_TASKS, estimateFromSlips, slipOf } from './slip-history'
import { varianceOf, type TaskDates } from './variance'

const clock = planCalendarsOf({
  calendars: [{ ...standardCalendar, uid: 1 }],
  calendarUid: 1,
  startsAt: '2026-03-02T08:00',
}).ofTask(null)
const workBetween = (from: string, to: string) => clock.between(momentOf(from), momentOf(to)) / 10

const baseline: TaskDates = {
  start: '2026-03-02T08:00',
  finish: '2026-03-06T17:00',
  durationMinutes: 2400,
  workMinutes: 4800,
}

describe('variance against a baseline', () => {
  test('counts working time and days of the calendar, with a direction', () => {
    const current = {
      start: '2026-02-27T08:00',
      finish: '2026-03-10T12:00',
      durationMinutes: 3600,
      workMinutes: 4000,
    }
    expect(varianceOf(baseline, current, workBetween)).toEqual({
      start: { workingMinutes: -480, calendarDays: -3, direction: 'earlier' },
      finish: { workingMinutes: 720, calendarDays: 4, direction: 'later' },
      duration: { minutes: 1200, direction: 'more' },
      work: { minutes: -800, direction: 'less' },
    })
  })

  test('sees a date that moved only over a weekend', () => {
    const variance = varianceOf(baseline, { ...baseline, finish: '2026-03-09T08:00' }, workBetween)
    expect(variance.finish).toEqual({ workingMinutes: 0, calendarDays: 3, direction: 'later' })
    expect(variance.start).toEqual({ workingMinutes: 0, calendarDays: 0, direction: 'same' })
  })

  test('says nothing of what was not kept', () => {
    const empty: TaskDates = { start: null, finish: null, durationMinutes: null, workMinutes: null }
    const nothing = { start: null, finish: null, duration: null, work: null }
    expect(varianceOf(empty, baseline, workBetween)).toEqual(nothing)
    expect(varianceOf(baseline, empty, workBetween)).toEqual(nothing)
  })

  test('is the same the other way round with the signs turned', () => {
    const anyMoment = fc.nat(40_000).map((minutes) => {
      const day = String(1 + (minutes % 28)).padStart(2, '0')
      return `2026-03-${day}T${String(minutes % 24).padStart(2, '0')}:00`
    })
    fc.assert(
      fc.property(anyMoment, anyMoment, (a, b) => {
        const there = varianceOf({ ...baseline, start: a }, { ...baseline, start: b }, workBetween).start!
        const back = varianceOf({ ...baseline, start: b }, { ...baseline, start: a }, workBetween).start!
        expect(there.workingMinutes + back.workingMinutes).toBe(0)
        expect(there.calendarDays + back.calendarDays).toBe(0)
      }),
    )
  })
})

describe('a baseline', () => {
  const facts: BaselineFacts = {
    isContractSigned: true,
    taskCount: 3,
    keptNames: [],
    name: 'Contract',
    reason: null,
  }

  test('is kept when the contract is signed, the first without a reason', () => {
    expect(whyNotBaseline(facts)).toBeNull()
    expect(whyNotBaseline({ ...facts, isContractSigned: false })).toBe('not-signed')
    expect(whyNotBaseline({ ...facts, taskCount: 0 })).toBe('no-tasks')
    expect(whyNotBaseline({ ...facts, name: ' ' })).toBe('no-name')
  })

  test('is kept again only with a reason and under another name', () => {
    const again = { ...facts, keptNames: ['Contract'], name: 'Change order 1' }
    expect(whyNotBaseline(again)).toBe('no-reason')
    expect(whyNotBaseline({ ...again, reason: '  ' })).toBe('no-reason')
    expect(whyNotBaseline({ ...again, reason: 'Third site added' })).toBeNull()
    expect(whyNotBaseline({ ...again, reason: 'Third site added', name: ' contract ' })).toBe('name-taken')
  })
})

describe('the slip of a finished task', () => {
  const finished = {
    plannedStart: '2026-03-02T08:00',
    plannedFinish: '2026-03-06T17:00',
    actualStart: '2026-03-03T08:00',
    actualFinish: '2026-03-10T17:00',
  }

  test('is what it took over what was planned, in working time', () => {
    expect(slipOf(finished, workBetween)).toBe(1.2)
    expect(slipOf({ ...finished, actualStart: null }, workBetween)).toBe(1.4)
  })

  test('is not known of a milestone', () => {
    expect(slipOf({ ...finished, plannedFinish: finished.plannedStart }, workBetween)).toBeNull()
    expect(slipOf({ ...finished, actualFinish: finished.actualStart }, workBetween)).toBeNull()
  })
})

describe('an estimate from the slips', () => {
  test('is an assumption until enough tasks have finished', () => {
    const few = Array.from({ length: ENOUGH_FINISHED_TASKS - 1 }, () => 5)
    expect(estimateFromSlips(few, 1000)).toEqual({
      estimate: { kind: 'beta-pert', low: 900, likely: 1000, high: 1300 },
      source: { kind: 'assumption' },
    })
  })

  test('takes the twentieth part at either end and the median of the history', () => {
    const slips = Array.from({ length: 21 }, (_, at) => 0.8 + at / 10).reverse()
    const { estimate, source } = estimateFromSlips(slips, 1000)
    expect(source).toEqual({ kind: 'history', finishedTasks: 21 })
    expect(estimate.kind).toBe('beta-pert')
    expect([estimate.low, estimate.likely, estimate.high].map(Math.round)).toEqual([900, 1800, 2700])
  })

  test('is always in order', () => {
    const anySlips = fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { maxLength: 60 })
    fc.assert(
      fc.property(anySlips, fc.integer({ min: 1, max: 1e6 }), (slips, minutes) => {
        const { low, likely, high } = estimateFromSlips(slips, minutes).estimate
        expect(low).toBeGreaterThan(0)
        expect(low).toBeLessThanOrEqual(likely)
        expect(likely).toBeLessThanOrEqual(high)
      }),
    )
  })
})
