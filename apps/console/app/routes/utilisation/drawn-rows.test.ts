import { describe, expect, test } from 'vitest'
import { drawnRows, type DrawnRow } from './drawn-rows'

const row = (name: string, percent: number | null, target: number | null = 75): DrawnRow => ({
  key: name,
  name,
  percent,
  share: 50,
  target,
})
const many = Array.from({ length: 20 }, (_, n) => row(`person ${n}`, n * 5))

describe('what is drawn of utilisation', () => {
  test('is the whole of a short table, in its order', () => {
    const { bars, scale } = drawnRows([row('a', 20), row('b', 90)], 'person')
    expect(bars.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(scale).toBe(100)
  })

  test('is of a long one what is furthest from its target, either way', () => {
    const { bars } = drawnRows(many, 'person')
    expect(bars).toHaveLength(12)
    expect(bars[0]!.name).toBe('person 0')
    const drawn = new Set(bars.map(({ name }) => name))
    expect(drawn.has('person 15')).toBe(false)
  })

  test('is every month, however many', () => {
    expect(drawnRows(many, 'month').bars).toHaveLength(20)
  })

  test('is the billable share of a project, which has no target', () => {
    const { bars } = drawnRows([row('p', null)], 'project')
    expect(bars).toEqual([{ key: 'p', name: 'p', percent: 50, target: null }])
  })

  test('leaves nobody out of the picture who worked more than all hours', () => {
    expect(drawnRows([row('a', 130)], 'person').scale).toBe(130)
  })

  test('is nothing of a row without a figure', () => {
    expect(drawnRows([row('a', null)], 'person').bars).toEqual([])
  })
})
