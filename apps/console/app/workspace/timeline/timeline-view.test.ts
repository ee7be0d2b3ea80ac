import { momentOf, TENTHS_PER_DAY } from '@countersign/domain/schedule/moment'
import { xOf } from '@countersign/domain/timeline/time-scale'
import { describe, expect, test } from 'vitest'
import { TimelineView } from './timeline-view'

const monday = momentOf('2026-03-02T00:00')

describe('the view', () => {
  const extent = { start: monday, finish: monday + 30 * TENTHS_PER_DAY, today: monday + 3 * TENTHS_PER_DAY }
  const shown = (extentOf = extent) => {
    const view = new TimelineView()
    view.measured(1_000)
    view.covers(extentOf)
    return view
  }

  test('begins with the whole of a plan that fits', () => {
    const { from, pixelsPerDay } = shown().scale()
    expect(from).toBeLessThan(extent.start)
    expect(xOf({ from, pixelsPerDay, width: 1_000 }, extent.finish)).toBeLessThan(1_000)
  })

  test('begins at today where the plan is too long, at its start where today lies outside', () => {
    const long = { ...extent, finish: monday + 3_000 * TENTHS_PER_DAY }
    expect(xOf(shown(long).scale(), long.today)).toBe(350)
    const later = shown({ ...long, today: monday - 900 * TENTHS_PER_DAY })
    expect(xOf(later.scale(), long.start)).toBe(44)
  })

  test('keeps in place what lies under the pointer while it zooms', () => {
    const view = shown()
    const before = xOf(view.scale(), extent.today)
    view.zoomBy(3, before)
    expect(xOf(view.scale(), extent.today)).toBeCloseTo(before, 0)
    view.zoomBy(1e9)
    expect(view.scale().pixelsPerDay).toBe(2_400)
  })

  test('scrolls to a moment only where it is out of sight', () => {
    const view = shown()
    const still = view.scale()
    view.show(extent.today)
    expect(view.scale()).toBe(still)
    view.show(monday + 300 * TENTHS_PER_DAY)
    expect(xOf(view.scale(), monday + 300 * TENTHS_PER_DAY)).toBe(200)
  })
})
