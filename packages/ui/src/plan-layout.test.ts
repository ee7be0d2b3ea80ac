import { addDays } from '@countersign/domain/calendar-day'
import { describe, expect, test } from 'vitest'
import { planLayout, type PlanRow, ROW } from './plan-layout'

const row = (id: string, start: string, finish: string, more: Partial<PlanRow> = {}): PlanRow => ({
  id,
  wbs: id,
  name: id,
  depth: 0,
  kind: 'task',
  start,
  finish,
  percentDone: 0,
  ...more,
})

describe('the drawing of a plan', () => {
  test('gives a task of one day the width of a day, at the height of its row', () => {
    const { bars, dayWidth } = planLayout(
      [row('1', '2026-03-02', '2026-03-02'), row('2', '2026-03-03', '2026-03-06')],
      [],
      '2026-03-03',
    )
    expect(bars[0]!.width).toBeCloseTo(dayWidth, 0)
    expect(bars[1]).toMatchObject({ y: ROW })
    expect(bars[1]!.x).toBeCloseTo(bars[0]!.x + dayWidth, 0)
  })

  test('draws all links in two paths, and none to a row that is not on the page', () => {
    const rows = [
      row('1', '2026-03-02', '2026-03-04', { critical: true }),
      row('2', '2026-03-05', '2026-03-06', { critical: true }),
      row('3', '2026-03-05', '2026-03-06'),
    ]
    const { links } = planLayout(
      rows,
      [
        { from: '1', to: '2', type: 'FS' },
        { from: '1', to: '3', type: 'SS' },
        { from: '1', to: 'elsewhere', type: 'FS' },
      ],
      '2026-03-03',
    )
    expect(links.critical.match(/M/g)).toHaveLength(1)
    expect(links.plain.match(/M/g)).toHaveLength(1)
  })

  test('holds 1,500 rows over ten years in a drawing of bounded width', () => {
    const rows = Array.from({ length: 1500 }, (_, index) => {
      const start = addDays('2020-01-06', Math.round(index * 2.4))
      return row(String(index), start, addDays(start, 20))
    })
    const { width, height, todayX } = planLayout(rows, [], '2019-01-01')
    expect(width).toBeLessThan(6000)
    expect(height).toBe(1500 * ROW)
    expect(todayX).toBeNull()
  })
})
