import { dayNumber } from '@countersign/domain/calendar-day'
import { describe, expect, test } from 'vitest'
import { drawnDays, edgeOf } from './drawn-days'

const runs = ['2027-06-20', '2027-07-10']

describe('the days of a drawing', () => {
  test('are all that is drawn, and a mark near it', () => {
    const drawn = drawnDays(runs, ['2027-06-01'])
    expect(drawn.first).toBeLessThan(dayNumber('2027-06-01'))
    expect(drawn.last).toBeGreaterThan(dayNumber('2027-07-10'))
    expect(edgeOf('2027-06-01', drawn)).toBeNull()
  })

  test('leave a mark that is years away at the edge, so that the rest can be read', () => {
    const drawn = drawnDays(runs, ['2014-04-08', '2031-01-01'])
    expect(drawn).toEqual(drawnDays(runs))
    expect(edgeOf('2014-04-08', drawn)).toBe('before')
    expect(edgeOf('2031-01-01', drawn)).toBe('after')
  })

  test('show the week around a single day', () => {
    expect(edgeOf('2027-06-13', drawnDays(['2027-06-20'], ['2027-06-13']))).toBeNull()
  })
})
