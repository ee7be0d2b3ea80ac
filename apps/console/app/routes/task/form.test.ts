import { standardCalendar } from '@countersign/domain/schedule/plan'
import { describe, expect, test } from 'vitest'
import { revisionOf } from './form'

const planned = {
  durationMinutes: 960,
  remainingMinutes: null,
  percentComplete: 50,
  isElapsed: false,
  isActive: true,
  isManual: false,
  manualStartLocal: null,
  manualFinishLocal: null,
  constraintType: 'SNET' as const,
  constraintLocal: '2026-03-02T13:00',
  deadlineLocal: null,
  calendarUid: null,
  actualStartLocal: '2026-03-02T09:30',
  actualFinishLocal: null,
  minutesPerDay: 480,
  planCalendarUid: 1,
  calendars: [{ ...standardCalendar, uid: 1 }],
}
const form = {
  percentComplete: 50,
  duration: 2,
  remaining: 1,
  unit: 'days' as const,
  actualStart: '2026-03-02',
  actualFinish: null,
  constraintType: 'SNET' as const,
  constraintOn: '2026-03-02',
  deadline: null,
  calendarUid: null,
  isManual: false,
  manualStart: null,
  manualFinish: null,
  isInactive: false,
}
const revised = (changed: Partial<typeof form> | { constraintType: 'FNLT' }) =>
  revisionOf({ ...form, ...changed } as typeof form, planned)

describe('a revised task', () => {
  test('changes nothing where nothing was changed, not even a time of day', () => {
    expect(revised({})).toEqual({})
  })

  test('begins and ends with the working day that was chosen', () => {
    expect(revised({ actualStart: '2026-03-03' })).toEqual({ actualStart: '2026-03-03T08:00' })
    expect(revised({ constraintType: 'FNLT', constraintOn: '2026-03-06' } as never)).toEqual({
      constraint: { type: 'FNLT', at: '2026-03-06T17:00' },
    })
    expect(revised({ deadline: '2026-03-07' as never })).toEqual({ deadline: '2026-03-08T00:00' })
  })

  test('lasts in minutes what was typed in days or hours', () => {
    expect(revised({ duration: 3 })).toEqual({ durationMinutes: 1440 })
    expect(revised({ remaining: 4, unit: 'hours' as never, duration: 16 })).toEqual({
      durationMinutes: 960,
      remainingMinutes: 240,
    })
  })

  test('keeps dates by hand only while it is dated by hand', () => {
    expect(revised({ isManual: true, manualStart: '2026-03-04' as never })).toEqual({
      manual: { start: '2026-03-04T08:00', finish: null },
    })
    expect(revised({ manualStart: '2026-03-04' as never })).toEqual({})
  })
})
