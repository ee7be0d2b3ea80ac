import { momentOf, TENTHS_PER_DAY } from '@countersign/domain/schedule/moment'
import type { TimelineRow } from '@countersign/domain/timeline/timeline-plan'
import { describe, expect, test } from 'vitest'
import { changes, dragged, linkTo, resized, stepped } from './gesture'

const scale = { from: momentOf('2026-03-02T00:00'), pixelsPerDay: 20, width: 800 }
const row: TimelineRow = {
  uid: 1,
  name: 'Design',
  kind: 'task',
  start: momentOf('2026-03-02T08:00'),
  finish: momentOf('2026-03-03T17:00'),
  pieces: null,
  percentDone: 0,
  isCritical: false,
  isActive: true,
  isManual: false,
  isCollapsed: false,
  baseline: null,
  p80: null,
  floatTo: null,
  deadline: null,
  label: '',
  may: { move: true, resize: true, progress: true, link: true },
}

describe('a gesture', () => {
  const hold = { row, left: 0, right: 40 }

  test('moves a bar by whole days and keeps the time of the day', () => {
    const gesture = dragged({ ...hold, grip: 'bar' }, scale, 47)
    expect(gesture).toEqual({ kind: 'move', uid: 1, start: '2026-03-04T08:00' })
    expect(changes(gesture!, row)).toBe(true)
    expect(changes(dragged({ ...hold, grip: 'bar' }, scale, 6)!, row)).toBe(false)
  })

  test('never ends a task before it starts', () => {
    expect(dragged({ ...hold, grip: 'end' }, scale, -400)).toEqual(resized(row, -Infinity))
    expect(resized(row, -Infinity)).toEqual({ kind: 'resize', uid: 1, finish: '2026-03-02T08:00' })
  })

  test('says progress in steps of five, between nothing and all', () => {
    expect(dragged({ ...hold, grip: 'progress' }, scale, 13)).toEqual({
      kind: 'progress',
      uid: 1,
      percent: 35,
    })
    expect(dragged({ ...hold, grip: 'progress' }, scale, 900)).toMatchObject({ percent: 100 })
    expect(dragged({ ...hold, grip: 'progress' }, scale, -900)).toMatchObject({ percent: 0 })
  })

  test('links by the ends it joins', () => {
    const target = { index: 1, row: { ...row, uid: 2 }, left: 100, right: 140 }
    expect(linkTo({ ...hold, grip: 'from-finish' }, target, 105).type).toBe('FS')
    expect(linkTo({ ...hold, grip: 'from-finish' }, target, 139).type).toBe('FF')
    expect(linkTo({ ...hold, grip: 'from-start' }, target, 105).type).toBe('SS')
    expect(linkTo({ ...hold, grip: 'from-start' }, target, 139).type).toBe('SF')
  })

  test('by keyboard steps over time without work, in both directions', () => {
    const shifts = [
      { fromMinute: 480, toMinute: 720 },
      { fromMinute: 780, toMinute: 1020 },
    ]
    const workOn = (day: number) => (((((day + 4) % 7) + 7) % 7) % 6 === 0 ? [] : shifts)
    const day = TENTHS_PER_DAY
    expect(stepped('move', row, -day, workOn)).toMatchObject({ start: '2026-02-27T08:00' })
    expect(stepped('move', row, day, workOn)).toMatchObject({ start: '2026-03-03T08:00' })
    const friday = { ...row, finish: momentOf('2026-03-06T17:00') }
    expect(stepped('resize', friday, day, workOn)).toMatchObject({ finish: '2026-03-09T17:00' })
    const noon = { ...row, finish: momentOf('2026-03-02T12:00') }
    expect(stepped('resize', noon, day / 24, workOn)).toMatchObject({ finish: '2026-03-02T14:00' })
    expect(stepped('move', row, -day / 24, workOn)).toMatchObject({ start: '2026-02-27T16:00' })
    expect(stepped('move', row, day, () => [])).toMatchObject({ start: '2026-03-03T08:00' })
  })
})
